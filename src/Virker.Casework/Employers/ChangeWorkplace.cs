using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Employers;

/// <summary>Changes what is known about a workplace. The old values stay in the log.</summary>
public sealed class ChangeWorkplace(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it, each beside its field; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such workplace.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        WorkplaceDetails details,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [.. details.Problems(clock.Today())];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var workplace = await db.Workplaces.OfId(id, stop);
        details.PutOn(workplace);
        var had = await db.WorkplaceOccupations.Where(o => o.WorkplaceId == id).ToListAsync(stop);
        PutOccupations(db, id, had, details);
        await db.SaveAsync(by, "workplace.change", [], null, stop);
        return [];
    }

    internal static void PutOccupations(
        CaseworkDbContext db,
        Guid workplace,
        IReadOnlyList<WorkplaceOccupation> had,
        WorkplaceDetails details
    )
    {
        var wanted = details.Occupations.ToHashSet();
        db.RemoveRange(had.Where(o => !wanted.Contains(o.Occupation)));
        wanted.ExceptWith(had.Select(o => o.Occupation));
        db.AddRange(wanted.Select(o => new WorkplaceOccupation { WorkplaceId = workplace, Occupation = o }));
    }
}

/// <summary>Says that a workplace takes nobody any more: nobody keeps the relation, and its tasks are closed. It can be
/// taken up again.</summary>
public sealed class CloseWorkplace(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such workplace.</exception>
    public async Task Execute(Worker by, Guid id, bool isClosed, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var workplace = await db.Workplaces.OfId(id, stop);
        if (isClosed == workplace.ClosedOn is not null)
            return;
        workplace.ClosedOn = isClosed ? clock.Today() : null;
        if (isClosed)
        {
            workplace.OwnerId = null;
            var open = await db
                .Tasks.Where(t => t.WorkplaceId == id && t.CitizenId == null && t.DoneAt == null)
                .ToListAsync(stop);
            open.ForEach(t => t.Finish(by, clock.GetUtcNow()));
        }

        await db.SaveAsync(by, isClosed ? "workplace.close" : "workplace.reopen", [], null, stop);
    }
}

internal static class WorkplaceRows
{
    public static async Task<Workplace> OfId(this DbSet<Workplace> workplaces, Guid id, CancellationToken stop) =>
        await workplaces.SingleOrDefaultAsync(w => w.Id == id, stop)
        ?? throw new InvalidInputException(new("arbejdspladsen findes ikke", "there is no such workplace"));
}
