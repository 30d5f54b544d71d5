using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.CoreElements;

/// <summary>One element on one day, as numbers of citizens.</summary>
public sealed record ElementCount(int InPlace, int Partly, int Missing)
{
    public int Citizens => InPlace + Partly + Missing;
}

/// <param name="Elements">By the element's code.</param>
public sealed record ElementDay(DateOnly On, IReadOnlyDictionary<string, ElementCount> Elements);

/// <summary>A team's citizens in the target group of <i>Flere skal med</i>, over time.</summary>
public sealed record TeamElements(
    IReadOnlyList<(Guid Id, string Name)> Teams,
    Guid? Team,
    IReadOnlyList<ElementDay> Days
);

/// <summary>How the core elements stand and stood in a team: numbers, no citizens.</summary>
public sealed class ReadTeamElements(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    /// <summary>The quarter ends shown before today.</summary>
    private const int Quarters = 4;

    /// <param name="team">Null is the reader's own team, or the first.</param>
    public async Task<TeamElements> Execute(Worker by, Guid? team, CancellationToken stop)
    {
        var members = await staff.Of(by.Municipality.Id, stop);
        (Guid Id, string Name)[] teams =
        [
            .. members
                .Where(m => m.TeamId is not null)
                .Select(m => (m.TeamId!.Value, m.Team!))
                .Distinct()
                .OrderBy(t => t.Item2, Danish.Alphabet),
        ];
        Guid? own = members.FirstOrDefault(m => m.Id == by.Id)?.TeamId;
        Guid? chosen =
            new[] { team, own }.FirstOrDefault(t => teams.Any(known => known.Id == t))
            ?? (teams.Length == 0 ? null : teams[0].Id);
        Guid[] workers = [.. members.Where(m => m.TeamId == chosen && chosen is not null).Select(m => m.Id)];
        DateOnly[] days = [.. Days(clock.Today())];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        Guid[] citizens = await db
            .PrimaryContacts.Where(c => EF.Parameter(workers).Contains(c.WorkerId) && (c.To == null || c.To >= days[0]))
            .Select(c => c.CitizenId)
            .Distinct()
            .ToArrayAsync(stop);
        var facts = await ElementFacts.Of(db, citizens, stop);
        var times = (
            await (
                from s in db.Spells
                join c in db.Citizens on s.CitizenId equals c.Id
                where EF.Parameter(citizens).Contains(s.CitizenId)
                select new
                {
                    s.CitizenId,
                    s.TargetGroup,
                    s.From,
                    s.To,
                    c.BornOn,
                }
            ).ToListAsync(stop)
        ).ToLookup(s => s.CitizenId);
        return new TeamElements(teams, chosen, [.. days.Select(On)]);

        ElementDay On(DateOnly day)
        {
            var rule = ResultRule.On(day);
            var findings = facts
                .Where(f =>
                    f.Value.Contacts.Any(c =>
                        workers.Contains(c.WorkerId) && c.From <= day && (c.To is null || c.To >= day)
                    )
                    && times[f.Key]
                        .Any(s =>
                            rule.TargetGroups.Has(s.TargetGroup)
                            && s.From <= day
                            && (s.To is null || s.To >= day)
                            && s.BornOn.AddYears(rule.LeastAge) <= day
                        )
                )
                .SelectMany(f => Elements.On(f.Value, day))
                .ToLookup(f => f.Code, f => f.State);
            return new ElementDay(
                day,
                CoreElement.All.ToDictionary(
                    e => e.Code,
                    e => new ElementCount(
                        findings[e.Code].Count(s => s == ElementState.InPlace),
                        findings[e.Code].Count(s => s == ElementState.Partly),
                        findings[e.Code].Count(s => s == ElementState.Missing)
                    )
                )
            );
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly today)
    {
        var quarter = today.Quarter();
        for (int i = Quarters - 1; i >= 0; i--)
            yield return quarter.AddMonths(-3 * i).AddDays(-1);
        yield return today;
    }
}
