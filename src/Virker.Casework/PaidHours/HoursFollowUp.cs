using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.PaidHours;

/// <summary>What follows when hours have changed: milestones, and a task where report and register differ. Nothing is
/// saved here.</summary>
internal sealed class HoursFollowUp(
    CaseworkDbContext db,
    IReadOnlyList<(DateOnly First, DateOnly Last)> monthsRead,
    DateOnly today,
    DateTimeOffset at
)
{
    private const int DaysToLook = 14;
    private readonly HoursDefinition _definition = HoursDefinition.On(today);

    /// <returns>The milestones reached, and how many tasks were made.</returns>
    public async Task<(IReadOnlyList<MilestoneKind> Reached, int Tasks)> Execute(
        IReadOnlyDictionary<Guid, HoursFacts> facts,
        Guid by,
        CancellationToken stop
    )
    {
        Guid[] citizens = [.. facts.Keys];
        var milestones = await db.Milestones.Where(m => citizens.Contains(m.CitizenId)).ToListAsync(stop);
        var tasks = await db
            .Tasks.Where(t => t.Kind == TaskKind.HoursDiffer && citizens.Contains(t.CitizenId!.Value))
            .ToListAsync(stop);
        var contacts = await db
            .Citizens.Where(c => citizens.Contains(c.Id) && c.ClosedOn == null && c.PrimaryContactId != null)
            .ToDictionaryAsync(c => c.Id, c => c.PrimaryContactId!.Value, stop);
        var (reachedBy, tasksBy) = (milestones.ToLookup(m => m.CitizenId), tasks.ToLookup(t => t.CitizenId));
        var reached = new List<MilestoneKind>();
        int made = 0;
        foreach (var (citizen, known) in facts)
        {
            reached.AddRange(Milestones.Update(db, citizen, known, [.. reachedBy[citizen]], _definition, at));
            if (contacts.TryGetValue(citizen, out var contact))
                made += UpdateTasks(citizen, known, [.. tasksBy[citizen]], contact, by);
        }

        return (reached, made);
    }

    /// <summary>One task a month that differs, made once; when the month no longer differs, it is done.</summary>
    private int UpdateTasks(Guid citizen, HoursFacts facts, List<CaseTask> tasks, Guid contact, Guid by)
    {
        var keys = Differences
            .Of(_definition, facts, monthsRead, _definition.TaskMonths, today)
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"hours-differ/{citizen}/{d.Month:yyyy-MM}"))
            .ToList();
        foreach (var settled in tasks.Where(t => t.DoneAt is null && !keys.Contains(t.Key)))
            (settled.DoneAt, settled.DoneBy) = (at, by);
        var missing = keys.Where(key => tasks.TrueForAll(t => t.Key != key)).ToList();
        db.AddRange(
            missing.Select(key => new CaseTask
            {
                Kind = TaskKind.HoursDiffer,
                Key = key,
                CitizenId = citizen,
                OwnerId = contact,
                Due = today.AddDays(DaysToLook),
                CreatedAt = at,
            })
        );
        return missing.Count;
    }
}
