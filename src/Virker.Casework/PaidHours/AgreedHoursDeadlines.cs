using Microsoft.EntityFrameworkCore;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Casework.PaidHours;

/// <summary>What agreed paid hours ask of workers, read for a whole municipality in one question.</summary>
internal static class AgreedHoursDeadlines
{
    /// <summary>A step up is a task so many days before.</summary>
    private const int GrowWithinDays = 7;

    /// <summary>So many weeks without a report are a task.</summary>
    private const int MissingWeeks = 2;

    /// <summary>Of placements with agreed paid hours: the latest step up until a week with so many hours is reported,
    /// and a report that has been missing.</summary>
    public static async Task<IEnumerable<WantedTask>> Due(CaseworkDbContext db, DateOnly today, CancellationToken stop)
    {
        var soon = today.AddDays(GrowWithinDays);
        var agreed = await (
            from step in db.PaidHoursSteps
            join placement in db.Placements on step.PlacementId equals placement.Id
            join citizen in db.Citizens on placement.CitizenId equals citizen.Id
            join workplace in db.Workplaces on placement.WorkplaceId equals workplace.Id
            join company in db.Companies on workplace.CompanyId equals company.Id
            where
                placement.State == PlacementState.Agreed
                && placement.EndedOn == null
                && placement.From <= today
                && placement.To >= today
                && citizen.ClosedOn == null
                && step.From <= soon
            select new
            {
                placement.Id,
                placement.CitizenId,
                placement.WorkplaceId,
                company.Cvr,
                Owner = PlacementTask.Owner(placement.SupportedBy, citizen.PrimaryContactId, placement.StartedBy),
                step.From,
                step.WeeklyMinutes,
                HasGrown = db.ReportedWeeks.Any(w =>
                    w.CitizenId == placement.CitizenId
                    && w.Cvr == company.Cvr
                    && w.Week >= step.From
                    && w.Minutes >= step.WeeklyMinutes
                ),
                LastReported = db
                    .ReportedWeeks.Where(w => w.CitizenId == placement.CitizenId && w.Cvr == company.Cvr)
                    .Max(w => (DateOnly?)w.Week),
            }
        ).ToListAsync(stop);
        var wanted = new List<WantedTask>();
        foreach (var steps in agreed.GroupBy(a => a.Id))
        {
            var rising = steps.OrderBy(s => s.From).ToList();
            var latest = rising[^1];
            if (rising.Count > 1 && latest.WeeklyMinutes > rising[^2].WeeklyMinutes && !latest.HasGrown)
                wanted.Add(Task(TaskKind.GrowPaidHours, latest.From));
            if (rising.Find(s => s.WeeklyMinutes > 0) is not { } first)
                continue;
            var missing = first.From.Monday();
            if (latest.LastReported >= missing)
                missing = latest.LastReported.Value.AddDays(7);
            if (missing.AddDays(7 * MissingWeeks) is var due && due <= today)
                wanted.Add(Task(TaskKind.HoursMissing, due));

            WantedTask Task(TaskKind kind, DateOnly day) =>
                new(kind, latest.Id, day, latest.Owner, latest.CitizenId, latest.WorkplaceId);
        }

        return wanted;
    }
}
