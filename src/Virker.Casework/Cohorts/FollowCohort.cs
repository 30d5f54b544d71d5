using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Cohorts;

/// <summary>A citizen followed from a day on.</summary>
public sealed record FollowFrom(Guid CitizenId, DateOnly On);

/// <summary>What casework knows of a citizen around a day.</summary>
/// <param name="MinutesByWeek">Paid minutes in the first whole week (from a Monday) after the day, the second, and so
/// on; only weeks that have ended. Counted by the definition in force on the day.</param>
/// <param name="HoursBefore">Paid hours in the 26 weeks up to the day.</param>
/// <param name="WeeksInGroup">How long the citizen had been in the target group on the day; null outside one.</param>
/// <param name="Age">Whole years on the day.</param>
/// <param name="Left">What the citizen left the target groups to after the day, with the last day, oldest first.</param>
/// <param name="Started">Interventions on the plan begun on the day or after, oldest first; those taken out before they
/// began are not there.</param>
/// <param name="Levels">Where the citizens themselves said they stood, in measurements after the day, oldest first.</param>
public sealed record Followed(
    Guid CitizenId,
    DateOnly On,
    IReadOnlyList<int> MinutesByWeek,
    double HoursBefore,
    int? WeeksInGroup,
    int Age,
    IReadOnlyList<(SpellEnd To, DateOnly On)> Left,
    IReadOnlyList<(string Intervention, DateOnly From)> Started,
    IReadOnlyList<OwnLevel> Levels
);

/// <summary>Follows citizens over time, for rooms above: hours, progress, ways out and what was begun.</summary>
public sealed class FollowCohort(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>How far back the hours before count.</summary>
    public const int WeeksBefore = 26;

    /// <summary>At most as many questions for thousands as for one.</summary>
    /// <param name="weeks">How many weeks each is followed.</param>
    public async Task<IReadOnlyList<Followed>> Execute(
        Worker by,
        IReadOnlyCollection<FollowFrom> cohort,
        int weeks,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        Guid[] ids = [.. cohort.Select(c => c.CitizenId).Distinct()];
        if (ids.Length == 0)
            return [];
        var today = clock.Today();
        var hours = await HoursFacts.Of(db, ids, stop);
        var born = await db
            .Citizens.Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { c.Id, c.BornOn })
            .ToDictionaryAsync(c => c.Id, c => c.BornOn, stop);
        var ends = (
            await db
                .Spells.Where(s => EF.Parameter(ids).Contains(s.CitizenId) && s.EndKind != null && s.To != null)
                .Select(s => new
                {
                    s.CitizenId,
                    Kind = s.EndKind!.Value,
                    To = s.To!.Value,
                })
                .ToListAsync(stop)
        ).ToLookup(s => s.CitizenId);
        var plans = (
            await db
                .PlanItems.Where(i => EF.Parameter(ids).Contains(i.CitizenId) && i.Intervention != null)
                .Select(i => new
                {
                    i.CitizenId,
                    Intervention = i.Intervention!,
                    i.From,
                    i.EndedOn,
                })
                .ToListAsync(stop)
        ).ToLookup(i => i.CitizenId);
        var levels = await OwnLevel.Read(db, ids, cohort.Min(c => c.On), today, stop);
        return
        [
            .. cohort.Select(c =>
            {
                var facts = hours[c.CitizenId];
                var byWeek = CountedHours.ByWeek(HoursDefinition.On(c.On), facts);
                var first = c.On.Monday().AddDays(7);
                return new Followed(
                    c.CitizenId,
                    c.On,
                    [
                        .. Enumerable
                            .Range(0, weeks)
                            .Select(i => first.AddDays(7 * i))
                            .TakeWhile(week => week.AddDays(6) < today)
                            .Select(week => byWeek.GetValueOrDefault(week)),
                    ],
                    byWeek.Where(w => w.Key < first && w.Key >= first.AddDays(-7 * WeeksBefore)).Sum(w => w.Value)
                        / 60.0,
                    facts
                        .Groups.Where(g => g.From <= c.On && (g.To is null || g.To >= c.On))
                        .Select(g => (int?)((c.On.DayNumber - g.From.DayNumber) / 7))
                        .Max(),
                    ReadCitizen.Age(born[c.CitizenId], c.On),
                    [.. ends[c.CitizenId].Where(e => e.To >= c.On).OrderBy(e => e.To).Select(e => (e.Kind, e.To))],
                    [
                        .. plans[c.CitizenId]
                            .Where(i => i.From >= c.On && !(i.EndedOn <= i.From))
                            .OrderBy(i => i.From)
                            .Select(i => (i.Intervention, i.From)),
                    ],
                    [.. levels[c.CitizenId].Where(l => l.On > c.On)]
                );
            }),
        ];
    }
}
