using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;

namespace Virker.Casework.PaidHours;

/// <summary>What follows when hours have changed: milestones, and a task where report and register differ. Changes of
/// what is stored are tracked; what is new is handed back, for the caller to add.</summary>
internal sealed class HoursFollowUp(
    CaseworkDbContext db,
    IReadOnlyList<(DateOnly First, DateOnly Last)> monthsRead,
    DateOnly today,
    DateTimeOffset at
)
{
    private const int DaysToLook = 14;
    private readonly HoursDefinition _definition = HoursDefinition.On(today);

    public async Task<(IReadOnlyList<Milestone> Reached, IReadOnlyList<CaseTask> Tasks)> Execute(
        IReadOnlyDictionary<Guid, HoursFacts> facts,
        Worker by,
        CancellationToken stop
    )
    {
        Guid[] citizens = [.. facts.Keys];
        var milestones = await db.Milestones.Where(m => EF.Parameter(citizens).Contains(m.CitizenId)).ToListAsync(stop);
        var tasks = await db
            .Tasks.Where(t => t.Kind == TaskKind.HoursDiffer && EF.Parameter(citizens).Contains(t.CitizenId!.Value))
            .ToListAsync(stop);
        var contacts = await db
            .Citizens.Where(c =>
                EF.Parameter(citizens).Contains(c.Id) && c.ClosedOn == null && c.PrimaryContactId != null
            )
            .Select(c => new { c.Id, Contact = c.PrimaryContactId!.Value })
            .ToDictionaryAsync(c => c.Id, c => c.Contact, stop);
        var (reachedBy, tasksBy) = (milestones.ToLookup(m => m.CitizenId), tasks.ToLookup(t => t.CitizenId));
        var reached = new List<Milestone>();
        var made = new List<CaseTask>();
        foreach (var (citizen, known) in facts)
        {
            reached.AddRange(Milestones.Update(citizen, known, [.. reachedBy[citizen]], _definition, at));
            if (contacts.TryGetValue(citizen, out var contact))
                made.AddRange(UpdateTasks(citizen, known, [.. tasksBy[citizen]], contact, by));
        }

        return (reached, made);
    }

    /// <summary>One task a month that differs, made once; when the month no longer differs, it is done.</summary>
    private IEnumerable<CaseTask> UpdateTasks(
        Guid citizen,
        HoursFacts facts,
        List<CaseTask> tasks,
        Guid contact,
        Worker by
    )
    {
        var keys = Differences
            .Of(_definition, facts, monthsRead, _definition.TaskMonths, today)
            .Where(d => IsOurs(facts, d))
            .Select(d =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{TaskKind.HoursDiffer.Code()}/{citizen}/{d.Month:yyyy-MM}"
                )
            )
            .ToList();
        foreach (var settled in tasks.Where(t => t.DoneAt is null && !keys.Contains(t.Key)))
            settled.Finish(by, at);
        return keys.Where(key => tasks.TrueForAll(t => t.Key != key))
            .Select(key => new CaseTask
            {
                Kind = TaskKind.HoursDiffer,
                Key = key,
                AboutId = citizen,
                CitizenId = citizen,
                OwnerId = contact,
                Due = today.AddDays(DaysToLook),
                CreatedAt = at,
            });
    }

    /// <summary>Hours only the register knows are a task where a placement ran: there somebody ought to have reported.
    /// Other work of the citizen's is shown among the differences and asks nothing of anybody.</summary>
    private static bool IsOurs(HoursFacts facts, MonthDifference difference) =>
        difference.Kind != HoursDifferenceKind.OnlyRegister
        || facts.Placements.Any(p =>
            p.State != PlacementState.Proposed && p.From < difference.Month.AddMonths(1) && p.To >= difference.Month
        );
}
