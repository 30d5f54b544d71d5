using Microsoft.EntityFrameworkCore;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Audit;

/// <summary>Reads a municipality's whole log and checks that nothing in it was altered, taken out, put in or moved.
/// Work goes on meanwhile: lines added while it reads are left to the next time.</summary>
public sealed class VerifyAudit(MunicipalityStore<RecordsDbContext> store)
{
    private const int Page = 10_000;

    /// <param name="expected">A line noted earlier, outside the database: finds a log that was put back to an earlier
    /// state, which is whole in itself.</param>
    public async Task<AuditVerdict> Execute(
        Municipality municipality,
        CancellationToken stop,
        AuditAnchor? expected = null
    )
    {
        await using var records = await store.OpenAsync(municipality, stop);
        var key = records.Vault.AuditKey;
        var head = await records.AuditHeads.AsNoTracking().SingleOrDefaultAsync(stop);
        long last = head?.Seq ?? 0;
        var before = AuditChain.Start;
        long whole = 0;
        while (whole < last)
        {
            long upTo = Math.Min(whole + Page, last);
            var lines = await records
                .Audit.AsNoTracking()
                .Where(e => e.Seq > whole && e.Seq <= upTo)
                .OrderBy(e => e.Seq)
                .ToListAsync(stop);
            var concerned = (
                await records.AuditCitizens.AsNoTracking().Where(c => c.Seq > whole && c.Seq <= upTo).ToListAsync(stop)
            ).ToLookup(c => c.Seq, c => c.CitizenId);
            foreach (var line in lines)
            {
                before = AuditChain.Mac(key, before, line, concerned[line.Seq]);
                if (line.Seq != whole + 1 || !before.AsSpan().SequenceEqual(line.Mac))
                    return Broken();
                whole++;
                if (expected?.Seq == whole && !expected.Mac.AsSpan().SequenceEqual(before))
                    return Broken();
            }

            if (whole != upTo)
                return Broken();
        }

        if (expected?.Seq > whole)
            return Broken();

        bool sealedEnd =
            head is null
            || (
                head.Mac.AsSpan().SequenceEqual(before)
                && head.Seal.AsSpan().SequenceEqual(AuditChain.Seal(key, head.Seq, head.Mac))
            );
        return sealedEnd && !await StrayAsync(records, stop)
            ? new AuditVerdict(whole, null, new AuditAnchor(whole, before))
            : Broken();

        AuditVerdict Broken() => new(whole, whole + 1, null);
    }

    /// <summary>Rows outside the chain. One statement, so that a line added just now is seen with its head.</summary>
    private static Task<bool> StrayAsync(RecordsDbContext records, CancellationToken stop) =>
        records
            .Audit.Where(e => e.Seq < 1 || e.Seq > (records.AuditHeads.Max(h => (long?)h.Seq) ?? 0))
            .Select(e => e.Seq)
            .Concat(
                records
                    .AuditCitizens.Where(c => c.Seq < 1 || c.Seq > (records.AuditHeads.Max(h => (long?)h.Seq) ?? 0))
                    .Select(c => c.Seq)
            )
            .AnyAsync(stop);
}

/// <param name="Lines">How many lines from the first are whole.</param>
/// <param name="BrokenAt">The first line that is not as it was written; null when all are.</param>
/// <param name="End">The last line, to be noted outside the database and expected the next time.</param>
public sealed record AuditVerdict(long Lines, long? BrokenAt, AuditAnchor? End);
