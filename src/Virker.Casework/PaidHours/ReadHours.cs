using Microsoft.EntityFrameworkCore;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.PaidHours;

/// <summary>Minutes of one week, all employers together; null where there is nothing to show.</summary>
/// <param name="Week">The Monday.</param>
/// <param name="Agreed">What placements agree on.</param>
/// <param name="Reported">What was reported.</param>
/// <param name="Register">The income register's month as an average week: 12/52 of it.</param>
public sealed record HoursWeek(DateOnly Week, int? Agreed, int? Reported, int? Register);

/// <summary>An employer of the citizen's: from a placement, a report or the register.</summary>
/// <param name="Name">Null when the municipality does not know the company.</param>
/// <param name="IsCurrent">A placement there runs now.</param>
/// <param name="Reported">Reported minutes by week.</param>
public sealed record HoursEmployer(
    string Cvr,
    string? Name,
    bool IsCurrent,
    IReadOnlyDictionary<DateOnly, int> Reported
);

/// <param name="IsCorrected">A later correction removed its ground.</param>
public sealed record ReachedMilestone(MilestoneKind Kind, DateOnly Week, DateTimeOffset SeenAt, bool IsCorrected);

/// <summary>A month of the register as it stands.</summary>
/// <param name="Counts">False where the definition leaves it out: wage subsidy or flex job.</param>
public sealed record RegisterLine(DateOnly Month, string Cvr, int Minutes, long? Wage, bool IsEstimated, bool Counts);

/// <summary>What the curve of a citizen's hours shows.</summary>
/// <param name="Weeks">Oldest first, the last is the week it is now.</param>
public record HoursCurve(IReadOnlyList<HoursWeek> Weeks, IReadOnlyList<ReachedMilestone> Milestones);

/// <param name="WeeksToFirstHour">From the start of the placement the first hour came in or after, to its week.</param>
/// <param name="Register">Newest first.</param>
/// <param name="Differences">Months in which report and register differ, newest first.</param>
public sealed record HoursLedger(
    HoursDefinition Definition,
    IReadOnlyList<HoursWeek> Weeks,
    IReadOnlyList<HoursEmployer> Employers,
    IReadOnlyList<ReachedMilestone> Milestones,
    int? WeeksToFirstHour,
    IReadOnlyList<RegisterLine> Register,
    IReadOnlyList<MonthDifference> Differences
) : HoursCurve(Weeks, Milestones);

/// <summary>Reads a citizen's paid hours: agreed, reported and from the register. The caller logs the look-up.</summary>
public sealed class ReadHours(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>The weeks of the curve on the citizen's page.</summary>
    public const int CurveWeeks = 26;

    /// <param name="weeks">How many weeks back, this one included.</param>
    public async Task<HoursLedger> Execute(Worker by, Guid citizen, int weeks, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var facts = (await HoursFacts.Of(db, [citizen], stop))[citizen];
        var curve = await Curve(db, citizen, facts, weeks, stop);
        var read = await Differences.MonthsRead(db, stop);
        var names = facts.Placements.GroupBy(p => p.Cvr).ToDictionary(g => g.Key, g => g.First().Company);
        var others = facts
            .Reported.Select(r => r.Cvr)
            .Concat(facts.Register.Select(r => r.Cvr))
            .Distinct()
            .Where(cvr => !names.ContainsKey(cvr))
            .ToList();
        if (others.Count > 0)
        {
            var known = await db
                .Companies.Where(c => others.Contains(c.Cvr))
                .Select(c => new { c.Cvr, c.Name })
                .ToListAsync(stop);
            known.ForEach(c => names.Add(c.Cvr, c.Name));
        }

        var today = clock.Today();
        var definition = HoursDefinition.On(today);
        return new HoursLedger(
            definition,
            curve.Weeks,
            [
                .. facts
                    .Placements.Select(p => p.Cvr)
                    .Concat(others)
                    .Distinct()
                    .Select(cvr => Employer(facts, cvr, names.GetValueOrDefault(cvr), today))
                    .OrderByDescending(e => e.IsCurrent)
                    .ThenBy(e => e.Name ?? e.Cvr, StringComparer.CurrentCulture),
            ],
            curve.Milestones,
            WeeksToFirstHour(facts, curve.Milestones),
            [
                .. facts
                    .Register.OrderByDescending(r => r.Month)
                    .ThenBy(r => r.Cvr, StringComparer.Ordinal)
                    .Select(r => new RegisterLine(
                        r.Month,
                        r.Cvr,
                        r.Minutes,
                        r.Wage,
                        r.IsEstimated,
                        !CountedHours.IsLeftOut(definition, facts, r.Cvr, r.Month)
                    )),
            ],
            [.. Differences.Of(definition, facts, read, ReadHoursDifferences.Months, today)]
        );
    }

    /// <summary>The weeks and the milestones alone, in one question beside the facts.</summary>
    internal async Task<HoursCurve> Curve(
        CaseworkDbContext db,
        Guid citizen,
        HoursFacts facts,
        int weeks,
        CancellationToken stop
    )
    {
        var milestones = await db
            .Milestones.Where(m => m.CitizenId == citizen)
            .Select(m => new ReachedMilestone(m.Kind, m.Week, m.SeenAt, m.CorrectedAt != null))
            .ToListAsync(stop);
        var last = clock.Today().Monday();
        return new HoursCurve(
            [.. Enumerable.Range(0, weeks).Select(i => Week(facts, last.AddDays(-7 * (weeks - 1 - i))))],
            [.. milestones.OrderBy(m => m.Week).ThenBy(m => m.Kind)]
        );
    }

    private static HoursWeek Week(HoursFacts facts, DateOnly week)
    {
        var month = CountedHours.MonthOf(week);
        return new HoursWeek(
            week,
            Sum(facts.Placements.Select(p => Agreed(facts, p, week))),
            Sum(facts.Reported.Where(r => r.Week == week).Select(r => (int?)r.Minutes)),
            Sum(facts.Register.Where(r => r.Month == month).Select(r => (int?)CountedHours.Weekly(r.Minutes)))
        );
    }

    /// <summary>The step in force at the end of the week; null outside the placement, and while it is only proposed.</summary>
    private static int? Agreed(HoursFacts facts, PlacementFact placement, DateOnly week) =>
        placement.State == PlacementState.Proposed || placement.From > week.AddDays(6) || placement.To < week
            ? null
            : facts
                .Steps.Where(s => s.PlacementId == placement.Id && s.From <= week.AddDays(6))
                .MaxBy(s => s.From)
                ?.WeeklyMinutes;

    private static HoursEmployer Employer(HoursFacts facts, string cvr, string? name, DateOnly today) =>
        new(
            cvr,
            name,
            facts.Placements.Any(p => p.Cvr == cvr && p.From <= today && p.To >= today),
            facts.Reported.Where(r => r.Cvr == cvr).ToDictionary(r => r.Week, r => r.Minutes)
        );

    private static int? WeeksToFirstHour(HoursFacts facts, IEnumerable<ReachedMilestone> milestones) =>
        milestones.FirstOrDefault(m => m.Kind == MilestoneKind.FirstHour && !m.IsCorrected) is { } first
        && facts.Placements.Where(p => p.From < first.Week.AddDays(7)).MaxBy(p => p.From) is { } placement
            ? (first.Week.DayNumber - placement.From.Monday().DayNumber) / 7
            : null;

    /// <summary>Null where there is nothing to add, not zero.</summary>
    private static int? Sum(IEnumerable<int?> minutes) =>
        minutes.OfType<int>().ToList() is { Count: > 0 } known ? known.Sum() : null;
}
