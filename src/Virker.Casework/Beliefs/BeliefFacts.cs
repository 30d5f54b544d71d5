using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;

namespace Virker.Casework.Beliefs;

/// <summary>Beliefs with what became of them, in six questions however many they are.</summary>
internal static class BeliefFacts
{
    public static async Task<IReadOnlyList<(BeliefFact Belief, BeliefOutcome Outcome)>> Read(
        CaseworkDbContext db,
        IQueryable<Belief> beliefs,
        DateOnly today,
        CancellationToken stop
    )
    {
        var given = await beliefs
            .AsNoTracking()
            .Select(b => new BeliefFact(b.WorkerId, b.CitizenId, b.Percent, b.RecordedAt))
            .ToListAsync(stop);
        var counted = BeliefOutcomes.YearsApart(given).ToList();
        Guid[] ids = [.. counted.Select(b => b.CitizenId).Distinct()];
        if (ids.Length == 0)
            return [];
        var facts = await HoursFacts.Of(db, ids, stop);
        var jobs = (
            await db
                .Spells.Where(s => EF.Parameter(ids).Contains(s.CitizenId) && s.EndKind == SpellEnd.Job && s.To != null)
                .Select(s => new { s.CitizenId, To = s.To!.Value })
                .ToListAsync(stop)
        ).ToLookup(s => s.CitizenId, s => s.To);
        return [.. counted.Select(b => (b, BeliefOutcomes.Of(b.On, facts[b.CitizenId], jobs[b.CitizenId], today)))];
    }
}
