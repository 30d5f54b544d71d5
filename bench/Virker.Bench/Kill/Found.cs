using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Bench.Kill;

/// <summary>What is in the database after a kill: rows by the names the child gives them, and by half what should stand
/// in two tables and stands in one of them.</summary>
internal sealed record Found(
    IReadOnlySet<string> Rows,
    IReadOnlyList<string> ByHalf,
    long LogLines,
    long? ChainBrokenAt
)
{
    /// <summary>Whether there is anything wrong.</summary>
    public bool Misses(IEnumerable<string> acknowledged) =>
        ByHalf.Count > 0 || ChainBrokenAt is not null || !Rows.IsSupersetOf(acknowledged);

    public static async Task<Found> ReadAsync(IServiceProvider services, Municipality here)
    {
        var verdict = await services.GetRequiredService<VerifyAudit>().Execute(here, default);
        await using var db = await services
            .GetRequiredService<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(here, default);
        var workplaces = await db.Workplaces.Select(w => w.Id).ToListAsync();
        var citizens = await db.Citizens.Select(c => c.Id).ToListAsync();
        var placements = await db.Placements.Select(p => new { p.Id, p.CitizenId }).ToListAsync();
        var weeks = await db
            .ReportedWeeks.Select(w => new
            {
                w.CitizenId,
                w.Week,
                w.Minutes,
            })
            .ToListAsync();
        var lines = await db.Set<AuditEntry>()
            .SelectMany(
                e => db.Set<AuditCitizen>().Where(c => c.Seq == e.Seq).DefaultIfEmpty(),
                (e, c) => new { e.Action, Citizen = c == null ? Guid.Empty : c.CitizenId }
            )
            .ToListAsync();
        var log = lines.ToLookup(l => l.Action, l => l.Citizen);
        List<string> byHalf = [];

        Same("workplaces and their lines", workplaces.Select(_ => Guid.Empty), log["workplace.add"]);
        Same("citizens and their lines", citizens, log["citizen.add"]);
        Same("placements and their lines", placements.Select(p => p.CitizenId), log["placement.start"]);
        Same("weeks and their lines", weeks.Select(w => w.CitizenId), log["hours.report"]);
        Same(
            "citizens and both words of their names",
            citizens.Concat(citizens),
            await db.NameWords.Select(w => w.CitizenId).ToListAsync()
        );
        Same("citizens and target groups", citizens, await db.Spells.Select(s => s.CitizenId).ToListAsync());
        Same("citizens and contacts", citizens, await db.PrimaryContacts.Select(c => c.CitizenId).ToListAsync());
        Same(
            "placements and plan lines",
            placements.Select(p => p.Id),
            await db.PlanItems.Where(i => i.PlacementId != null).Select(i => i.PlacementId!.Value).ToListAsync()
        );
        Same(
            "placements and agreed hours",
            placements.Select(p => p.Id),
            await db.PaidHoursSteps.Select(s => s.PlacementId).Distinct().ToListAsync()
        );
        return new Found(
            workplaces
                .Select(KillChild.Workplace)
                .Concat(citizens.Select(KillChild.Citizen))
                .Concat(placements.Select(p => KillChild.Placement(p.Id)))
                .Concat(weeks.Select(w => KillChild.Hours(w.CitizenId, w.Week, w.Minutes)))
                .ToHashSet(StringComparer.Ordinal),
            byHalf,
            verdict.Lines,
            verdict.BrokenAt
        );

        void Same(string what, IEnumerable<Guid> one, IEnumerable<Guid> other)
        {
            if (!one.Order().SequenceEqual(other.Order()))
                byHalf.Add(what);
        }
    }
}
