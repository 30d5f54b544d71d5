using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Tasks;

/// <summary>Marks a task done, or takes the mark back.</summary>
public sealed class FinishTask(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such task.</exception>
    public async Task Execute(Worker by, Guid id, bool isDone, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var task = await db.Tasks.OfId(id, stop);
        if (isDone == (task.DoneAt is not null))
            return;
        if (isDone)
            task.Finish(by, clock.GetUtcNow());
        else
            task.Reopen();
        await db.SaveAsync(by, isDone ? "task.done" : "task.undone", task.Concerns(), null, stop);
    }
}

/// <summary>Puts a task off to a later day. Its deadline stays what it was.</summary>
public sealed class SnoozeTask(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">No such task, the day is not to come, or it is a conversation.</exception>
    public async Task Execute(Worker by, Guid id, DateOnly until, CancellationToken stop)
    {
        var today = clock.Today();
        if (until <= today || until > today.AddYears(1))
        {
            throw new InvalidInputException(
                new("vælg en dag inden for det næste år", "choose a day within the coming year")
            );
        }
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var task = await db.Tasks.OfId(id, stop);
        if (task.Kind == TaskKind.Conversation)
        {
            throw new InvalidInputException(
                new("en samtale flyttes ved at planlægge den på ny", "a conversation is moved by planning it anew")
            );
        }
        task.SnoozedTo = until;
        await db.SaveAsync(by, "task.snooze", task.Concerns(), null, stop);
    }
}

internal static class TaskRows
{
    public static async Task<CaseTask> OfId(this DbSet<CaseTask> tasks, Guid id, CancellationToken stop) =>
        await tasks.SingleOrDefaultAsync(t => t.Id == id, stop)
        ?? throw new InvalidInputException(new("opgaven findes ikke", "there is no such task"));

    public static IReadOnlyCollection<Guid> Concerns(this CaseTask task) =>
        task.CitizenId is { } citizen ? [citizen] : [];
}
