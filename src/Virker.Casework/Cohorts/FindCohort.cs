using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Cohorts;

/// <summary>Whom a question is asked about, by what casework already knows.</summary>
/// <param name="TargetGroups">The law's codes: <c>6.3</c>.</param>
/// <param name="WeeksInGroup">At least so many weeks in the group now; 0 asks nothing.</param>
/// <param name="WeeksWithoutHours">No paid hours so many weeks back; 0 asks nothing.</param>
public sealed record CohortRule(Codes TargetGroups, int WeeksInGroup, int WeeksWithoutHours);

/// <summary>A condition of a <see cref="CohortRule"/>.</summary>
public enum CohortCondition
{
    TargetGroup,
    WeeksInGroup,
    WithoutHours,
}

/// <summary>Who meets a rule today. Hours of any kind count here, subsidised too: whoever has them stands nearer.</summary>
public sealed class FindCohort(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>How many citizens meet the rule; nobody is named.</summary>
    public async Task<int> Count(Worker by, CohortRule rule, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var today = clock.Today();
        var since = today.AddDays(-7 * rule.WeeksInGroup);
        string[] groups = [.. rule.TargetGroups];
        var open = db.Spells.Where(s =>
            s.To == null && s.From <= since && EF.Parameter(groups).Contains(s.TargetGroup)
        );
        var citizens = db.Citizens.Where(c => c.ClosedOn == null && open.Any(s => s.CitizenId == c.Id));
        return await (rule.WeeksWithoutHours == 0 ? citizens : WithoutHours(db, citizens, rule, today)).CountAsync(
            stop
        );
    }

    /// <summary>The conditions a citizen does not meet today; empty when all are met.</summary>
    public async Task<IReadOnlyList<CohortCondition>> NotMet(
        Worker by,
        Guid citizen,
        CohortRule rule,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var today = clock.Today();
        var spell = await db
            .Spells.Where(s => s.CitizenId == citizen && s.To == null)
            .Select(s => new { s.TargetGroup, s.From })
            .FirstOrDefaultAsync(stop);
        List<CohortCondition> notMet = [];
        if (spell is null || !rule.TargetGroups.Has(spell.TargetGroup))
            notMet.Add(CohortCondition.TargetGroup);
        else if (spell.From > today.AddDays(-7 * rule.WeeksInGroup))
            notMet.Add(CohortCondition.WeeksInGroup);
        var self = db.Citizens.Where(c => c.Id == citizen);
        if (rule.WeeksWithoutHours > 0 && !await WithoutHours(db, self, rule, today).AnyAsync(stop))
            notMet.Add(CohortCondition.WithoutHours);
        return notMet;
    }

    private static IQueryable<Citizen> WithoutHours(
        CaseworkDbContext db,
        IQueryable<Citizen> citizens,
        CohortRule rule,
        DateOnly today
    )
    {
        var first = today.AddDays(-7 * rule.WeeksWithoutHours);
        var month = CountedHours.First(first);
        int least = HoursDefinition.On(today).HourMinutes;
        return citizens.Where(c =>
            !db.ReportedWeeks.Any(w => w.CitizenId == c.Id && w.Week >= first && w.Minutes >= least)
            && !db.RegisterMonths.Any(m => m.CitizenId == c.Id && m.Month >= month && m.Minutes >= least)
        );
    }
}
