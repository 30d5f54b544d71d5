using Microsoft.EntityFrameworkCore;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.CoreElements;

/// <summary>The municipality's result of a month, by the rule and beside it without.</summary>
/// <param name="InCount">The denominator: the exempt are not in it.</param>
/// <param name="NaiveInCount">In the target group on the month's last day.</param>
/// <param name="NaiveWithHours">Of them, those with hours of any kind anywhere in the month.</param>
public sealed record ResultMonth(
    DateOnly Month,
    int InCount,
    int Exempt,
    int WithPaidHours,
    int LeftToJob,
    int LeftToEducation,
    int NaiveInCount,
    int NaiveWithHours
)
{
    public int Touched => WithPaidHours + LeftToJob + LeftToEducation;

    /// <summary>Null when nobody is in the count.</summary>
    public double? Share => InCount == 0 ? null : (double)Touched / InCount;

    public double? NaiveShare => NaiveInCount == 0 ? null : (double)NaiveWithHours / NaiveInCount;
}

public sealed record MonthlyResults(ResultRule Rule, IReadOnlyList<ResultMonth> Months);

/// <summary>The results of the last twelve months that have ended: numbers, no citizens.</summary>
public sealed class ReadResults(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int Months = 12;

    public async Task<MonthlyResults> Execute(Worker by, CancellationToken stop)
    {
        var current = CountedHours.First(clock.Today());
        var rule = ResultRule.On(current.AddDays(-1));
        string[] groups = [.. rule.TargetGroups];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var born = await db
            .Citizens.Where(c =>
                db.Spells.Any(s =>
                    s.CitizenId == c.Id && EF.Parameter(groups).Contains(s.TargetGroup) && s.From < current
                )
            )
            .Select(c => new { c.Id, c.BornOn })
            .ToDictionaryAsync(c => c.Id, c => c.BornOn, stop);
        Guid[] ids = [.. born.Keys];
        var spells = (
            await db
                .Spells.Where(s => EF.Parameter(ids).Contains(s.CitizenId))
                .Select(s => new SpellFact(s.CitizenId, s.TargetGroup, s.From, s.To, s.EndKind))
                .ToListAsync(stop)
        ).ToLookup(s => s.CitizenId);
        var exempt = (
            await db
                .Exemptions.Where(e => EF.Parameter(ids).Contains(e.CitizenId))
                .Select(e => new ExemptFact(e.CitizenId, e.From, e.To))
                .ToListAsync(stop)
        ).ToLookup(e => e.CitizenId);
        var hours = await HoursFacts.Of(db, ids, stop);
        ResultFacts[] facts =
        [
            .. ids.Select(id => new ResultFacts(born[id], [.. spells[id]], [.. exempt[id]], hours[id])),
        ];
        return new MonthlyResults(
            rule,
            [.. Enumerable.Range(0, Months).Select(i => Month(rule, facts, current.AddMonths(i - Months)))]
        );
    }

    private static ResultMonth Month(ResultRule rule, ResultFacts[] facts, DateOnly month)
    {
        var definition = HoursDefinition.On(month);
        var counts = facts
            .GroupBy(f => MonthResults.Of(rule, definition, f, month))
            .ToDictionary(g => g.Key, g => g.Count());
        var naive = facts.Select(f => MonthResults.Naive(rule, f, month)).OfType<bool>().ToList();
        return new ResultMonth(
            month,
            Of(MonthResult.Untouched)
                + Of(MonthResult.PaidHours)
                + Of(MonthResult.LeftToJob)
                + Of(MonthResult.LeftToEducation),
            Of(MonthResult.Exempt),
            Of(MonthResult.PaidHours),
            Of(MonthResult.LeftToJob),
            Of(MonthResult.LeftToEducation),
            naive.Count,
            naive.Count(has => has)
        );

        int Of(MonthResult result) => counts.GetValueOrDefault(result);
    }
}
