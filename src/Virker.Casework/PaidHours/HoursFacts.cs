using Microsoft.EntityFrameworkCore;
using Virker.Casework.Placements;
using Virker.Casework.Storage;

namespace Virker.Casework.PaidHours;

internal sealed record PlacementFact(
    Guid CitizenId,
    Guid Id,
    PlacementKind Kind,
    PlacementState State,
    DateOnly From,
    DateOnly To,
    string Cvr,
    string Company,
    string Workplace,
    int WeeklyMinutes
);

internal sealed record StepFact(Guid CitizenId, Guid PlacementId, DateOnly From, int WeeklyMinutes);

internal sealed record ReportedFact(Guid CitizenId, string Cvr, DateOnly Week, int Minutes);

internal sealed record RegisterFact(
    Guid CitizenId,
    string Cvr,
    DateOnly Month,
    int Minutes,
    long? Wage,
    bool IsEstimated
);

internal sealed record GroupFact(Guid CitizenId, string TargetGroup, DateOnly From, DateOnly? To);

/// <summary>Everything the ledger knows of one citizen's hours.</summary>
internal sealed record HoursFacts(
    IReadOnlyList<PlacementFact> Placements,
    IReadOnlyList<StepFact> Steps,
    IReadOnlyList<ReportedFact> Reported,
    IReadOnlyList<RegisterFact> Register,
    IReadOnlyList<GroupFact> Groups
)
{
    /// <summary>The facts of some citizens in four questions, however many they are.</summary>
    /// <param name="withGroups">False leaves the target groups out, for those who do not ask which hours count.</param>
    public static async Task<IReadOnlyDictionary<Guid, HoursFacts>> Of(
        CaseworkDbContext db,
        IReadOnlyCollection<Guid> citizens,
        CancellationToken stop,
        bool withGroups = true
    )
    {
        Guid[] ids = [.. citizens.Distinct()];
        // A placement stands once for each of its steps, or once alone.
        var placed = await (
            from p in db.Placements
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            join c in db.Companies on w.CompanyId equals c.Id
            join one in db.PaidHoursSteps on p.Id equals one.PlacementId into steps
            from step in steps.DefaultIfEmpty()
            where EF.Parameter(ids).Contains(p.CitizenId) && p.State != PlacementState.Cancelled
            select new
            {
                Placement = new PlacementFact(
                    p.CitizenId,
                    p.Id,
                    p.Kind,
                    p.State,
                    p.From,
                    p.EndedOn ?? p.To,
                    c.Cvr,
                    c.Name,
                    w.Name,
                    p.WeeklyMinutes
                ),
                From = (DateOnly?)step.From,
                Minutes = (int?)step.WeeklyMinutes,
            }
        ).ToListAsync(stop);
        var reported = await db
            .ReportedWeeks.Where(w => EF.Parameter(ids).Contains(w.CitizenId))
            .Select(w => new ReportedFact(w.CitizenId, w.Cvr, w.Week, w.Minutes))
            .ToListAsync(stop);
        var register = await db
            .RegisterMonths.Where(m => EF.Parameter(ids).Contains(m.CitizenId))
            .Select(m => new RegisterFact(m.CitizenId, m.Cvr, m.Month, m.Minutes, m.Wage, m.IsEstimated))
            .ToListAsync(stop);
        var groups = withGroups
            ? await db
                .Spells.Where(s => EF.Parameter(ids).Contains(s.CitizenId))
                .Select(s => new GroupFact(s.CitizenId, s.TargetGroup, s.From, s.To))
                .ToListAsync(stop)
            : [];
        var (p1, s1, r1, m1, g1) = (
            placed.Select(r => r.Placement).DistinctBy(p => p.Id).ToLookup(p => p.CitizenId),
            placed
                .Where(r => r.From is not null)
                .Select(r => new StepFact(r.Placement.CitizenId, r.Placement.Id, r.From!.Value, r.Minutes!.Value))
                .ToLookup(s => s.CitizenId),
            reported.ToLookup(f => f.CitizenId),
            register.ToLookup(f => f.CitizenId),
            groups.ToLookup(f => f.CitizenId)
        );
        return ids.ToDictionary(
            id => id,
            id => new HoursFacts([.. p1[id]], [.. s1[id]], [.. r1[id]], [.. m1[id]], [.. g1[id]])
        );
    }
}
