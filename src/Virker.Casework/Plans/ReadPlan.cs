using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Plans;

/// <summary>A line as the plan shows it.</summary>
/// <param name="Until">The day it ended, or is to end; null when open.</param>
public sealed record PlanLineRead(
    Guid Id,
    PlanItemKind Kind,
    string? Intervention,
    string Title,
    bool IsJobDirected,
    DateOnly From,
    DateOnly? Until,
    Guid? PlacementId,
    string? EndReason,
    bool IsOver
);

/// <summary>The plan (Min Plan) as citizen and worker read it.</summary>
/// <param name="Now">Lines that run or are to come, by their first day.</param>
/// <param name="Earlier">Lines that are over, newest first.</param>
/// <param name="EvidenceGroup">The citizen's group in the knowledge bank; null when it has none.</param>
public sealed record CitizenPlan(
    IReadOnlyList<PlanLineRead> Now,
    IReadOnlyList<PlanLineRead> Earlier,
    string? EvidenceGroup
)
{
    /// <summary>There is a plan, but nothing in it is aimed at a job: parallel beats staircase.</summary>
    public bool LacksJob => Now.Count > 0 && !Now.Any(l => l.IsJobDirected);

    /// <summary>Nothing was ever written: it must be, before the first offer.</summary>
    public bool IsMissing => Now.Count == 0 && Earlier.Count == 0;
}

/// <summary>Reads a citizen's plan. The caller logs the look-up.</summary>
public sealed class ReadPlan(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    public async Task<CitizenPlan> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var today = clock.Today();
        var group = await db.Citizens.Where(c => c.Id == citizen).Select(c => c.TargetGroup).SingleAsync(stop);
        var lines = await db
            .PlanItems.Where(p => p.CitizenId == citizen)
            .OrderBy(p => p.From)
            .ThenBy(p => p.Id)
            .Select(p => new PlanLineRead(
                p.Id,
                p.Kind,
                p.Intervention,
                p.Title,
                p.IsJobDirected,
                p.From,
                p.EndedOn ?? p.To,
                p.PlacementId,
                p.EndReason,
                (p.EndedOn ?? p.To) != null && (p.EndedOn ?? p.To) < today
            ))
            .ToListAsync(stop);
        return new CitizenPlan(
            [.. lines.Where(l => !l.IsOver)],
            [.. lines.Where(l => l.IsOver).OrderByDescending(l => l.Until)],
            group is null ? null
                : book.TargetGroups.Find(group)?.EvidenceGroup is { Length: > 0 } code ? code
                : null
        );
    }
}
