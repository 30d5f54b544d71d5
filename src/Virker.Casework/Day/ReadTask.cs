using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Day;

/// <summary>Reads one task with whom and what it is about. The caller logs the look-up.</summary>
public sealed class ReadTask(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>Null when the municipality has no such task.</summary>
    public async Task<DayTask?> Execute(Worker worker, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        var found = await Of(db, db.Tasks.Where(t => t.Id == id), clock.Today(), stop);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Tasks by deadline, in one question to the database.</summary>
    internal static async Task<List<DayTask>> Of(
        CaseworkDbContext db,
        IQueryable<CaseTask> tasks,
        DateOnly today,
        CancellationToken stop
    )
    {
        var rows = await (
            from task in tasks
            join one in db.Citizens on task.CitizenId equals one.Id into citizens
            from citizen in citizens.DefaultIfEmpty()
            join place in db.Workplaces on task.WorkplaceId equals place.Id into workplaces
            from workplace in workplaces.DefaultIfEmpty()
            join talk in db.Conversations on task.AboutId equals talk.Id into conversations
            from conversation in conversations.DefaultIfEmpty()
            orderby task.Due, task.Id
            select new
            {
                Task = task,
                citizen.FirstNames,
                citizen.LastName,
                Workplace = workplace.Name,
                conversation.NextStep,
            }
        )
            .AsNoTracking()
            .ToListAsync(stop);
        return
        [
            .. rows.Select(r => new DayTask(
                r.Task.Id,
                r.Task.Kind,
                r.Task.Due,
                r.Task.SnoozedTo,
                r.Task.AboutId,
                r.Task.CitizenId,
                r.Task.CitizenId is null ? null : $"{r.FirstNames} {r.LastName}",
                r.Task.WorkplaceId,
                r.Workplace,
                r.Task.Words ?? r.NextStep,
                (r.Task.SnoozedTo ?? r.Task.Due) < today
            )),
        ];
    }
}
