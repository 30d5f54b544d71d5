using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>
/// Makes a worker the one who keeps the relation to a workplace. There is never more than one; who had it before stands
/// in the log.
/// </summary>
public sealed class TakeOwnership(MunicipalityStore<CaseworkDbContext> store)
{
    /// <param name="seen">The owner the worker saw when taking over. If somebody else has come first, that one stays.</param>
    /// <exception cref="InvalidInputException">No such workplace, it is closed, or somebody came first.</exception>
    public async Task Execute(Worker by, Guid id, Guid? seen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        // Read inside the transaction that writes: of two who take it at once, the second sees the first.
        await db.SaveAsync(by, "workplace.own", [], null, _ => Take(db, by, id, seen, stop), stop);
    }

    private static async Task Take(CaseworkDbContext db, Worker by, Guid id, Guid? seen, CancellationToken stop)
    {
        var workplace = await db.Workplaces.OfId(id, stop);
        if (workplace.ClosedOn is not null)
            throw new InvalidInputException(new("Arbejdspladsen er lukket.", "The workplace is closed."));
        if (workplace.OwnerId == by.Id)
            return;
        if (workplace.OwnerId != seen)
        {
            throw new InvalidInputException(
                new(
                    "En kollega har lige taget arbejdspladsen. Se, hvem det er, før du overtager den.",
                    "A colleague has just taken the workplace. See who it is before you take it over."
                )
            );
        }
        workplace.OwnerId = by.Id;
        var open = await db
            .Tasks.Where(t => t.AboutId == id && t.Kind == TaskKind.EmployerContact && t.DoneAt == null)
            .ToListAsync(stop);
        open.ForEach(t => t.OwnerId = by.Id);
    }
}
