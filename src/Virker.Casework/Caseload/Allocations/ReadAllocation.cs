using Microsoft.EntityFrameworkCore;
using Virker.Allocation;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload.Allocations;

/// <summary>A proposal as it stands.</summary>
/// <param name="Ask">What was asked, and what became of it.</param>
/// <param name="Proposal">Null until it is computed.</param>
/// <param name="Citizens">The names of those it would move, in the order of the moves.</param>
public sealed record AllocationView(
    AllocationRun Ask,
    AllocationProposal? Proposal,
    IReadOnlyDictionary<Guid, AllocationCitizen> Citizens
);

/// <param name="IsBound">The relation is protected; it ends because the worker leaves.</param>
public sealed record AllocationCitizen(string Name, DateOnly? ContactSince, bool IsBound);

/// <summary>Reads the proposals of the leader's team.</summary>
public sealed class ReadAllocation(MunicipalityStore<CaseworkDbContext> store, Staff staff)
{
    /// <summary>The latest proposals are listed.</summary>
    private const int Listed = 20;

    /// <returns>Null when the leader's team has no such proposal.</returns>
    public async Task<AllocationView?> Execute(Worker by, Guid id, CancellationToken stop)
    {
        var team = (await staff.Find(by.Municipality.Id, by.Id, stop))?.TeamId;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var run = await db
            .AllocationRuns.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == id && (team == null || r.TeamId == team), stop);
        if (run is null)
            return null;
        var proposal = run.Read();
        Guid[] moved = [.. (proposal?.Moves ?? []).Select(m => m.Case)];
        var names = await db
            .Citizens.AsNoTracking()
            .Where(c => EF.Parameter(moved).Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.FirstNames,
                c.LastName,
                // After acceptance: the contact it was moved from is the last that ended.
                Since = db.PrimaryContacts.Where(p => p.CitizenId == c.Id && p.To == null).Max(p => (DateOnly?)p.From),
                IsBound = db.CaseNeeds.Any(n => n.CitizenId == c.Id && n.IsBound),
            })
            .ToListAsync(stop);
        return new(
            run,
            proposal,
            names.ToDictionary(
                c => c.Id,
                c => new AllocationCitizen($"{c.FirstNames} {c.LastName}", c.Since, c.IsBound)
            )
        );
    }

    /// <summary>The newest first, and the municipality's rule.</summary>
    public async Task<(IReadOnlyList<AllocationRun> Runs, CaseloadRule? Rule)> All(Worker by, CancellationToken stop)
    {
        var team = (await staff.Find(by.Municipality.Id, by.Id, stop))?.TeamId;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return (
            await db
                .AllocationRuns.AsNoTracking()
                .Where(r => team == null || r.TeamId == team)
                .OrderByDescending(r => r.AskedAt)
                .Take(Listed)
                .ToListAsync(stop),
            await db.CaseloadRules.Newest(stop)
        );
    }
}
