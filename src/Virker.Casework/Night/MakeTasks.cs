using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Casework.Night;

/// <param name="Made">Tasks that were missing.</param>
/// <param name="Settled">Open tasks with nothing left to do: the placement ended, the hours came, the statement is there.</param>
public sealed record TasksMade(int Made, int Settled);

/// <summary>
/// Makes the tasks that deadlines ask for, and closes those that have settled themselves. It may run as often as it
/// likes: a deadline has one key, and a key one task.
/// </summary>
public sealed class MakeTasks(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int Batch = 1000;
    private const int Tries = 3;

    public async Task<TasksMade> Execute(Municipality municipality, CancellationToken stop)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(Worker.Virker(municipality), stop);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Somebody made one of the same tasks meanwhile: look again.
            }
        }
    }

    private async Task<TasksMade> Once(Worker virker, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(virker.Municipality, stop);
        var wanted = await Deadlines.Read(db, clock.Today(), stop);
        var open = await db
            .Tasks.Where(t => t.DoneAt == null && Deadlines.Kinds.Contains(t.Kind))
            .Select(t => new OpenTask(t.Id, t.Key, t.CitizenId))
            .ToListAsync(stop);
        var settled = open.Where(t => !wanted.ContainsKey(t.Key)).ToList();
        foreach (var task in open)
            wanted.Remove(task.Key);
        string[] keys = [.. wanted.Keys];
        var done = await db.Tasks.Where(t => EF.Parameter(keys).Contains(t.Key)).Select(t => t.Key).ToListAsync(stop);
        done.ForEach(key => wanted.Remove(key));
        await Make(db, virker, wanted.Values, stop);
        await Settle(db, virker, settled, stop);
        return new TasksMade(wanted.Count, settled.Count);
    }

    private async Task Make(
        CaseworkDbContext db,
        Worker virker,
        IEnumerable<WantedTask> missing,
        CancellationToken stop
    )
    {
        foreach (var some in missing.Chunk(Batch))
        {
            db.AddRange(some.Select(w => w.Made(clock.GetUtcNow())));
            await db.SaveAsync(virker, "tasks.make", Concerned(some.Select(w => w.CitizenId)), null, stop);
            db.ChangeTracker.Clear();
        }
    }

    private async Task Settle(CaseworkDbContext db, Worker virker, List<OpenTask> settled, CancellationToken stop)
    {
        foreach (var some in settled.Chunk(Batch))
        {
            foreach (var task in some)
            {
                // Enough of the row to change its two fields.
                var row = new CaseTask { Id = task.Id, Key = task.Key };
                db.Attach(row);
                row.Finish(virker, clock.GetUtcNow());
            }

            await db.SaveAsync(virker, "tasks.settle", Concerned(some.Select(t => t.CitizenId)), null, stop);
            db.ChangeTracker.Clear();
        }
    }

    private static List<Guid> Concerned(IEnumerable<Guid?> citizens) => [.. citizens.OfType<Guid>().Distinct()];

    private sealed record OpenTask(Guid Id, string Key, Guid? CitizenId);
}
