using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Storage;
using Virker.Platform;

namespace Virker.Evidence.Exchange;

/// <summary>Who stands behind a publication.</summary>
/// <param name="ApprovedBy">Null only for the shipped data.</param>
/// <param name="ShippedHash">Set for the shipped data.</param>
internal sealed record Publisher(string EnteredBy, string? ApprovedBy, Text Note, string? ShippedHash = null);

/// <summary>Writes the right rows of a batch as the next version, in one transaction.</summary>
internal sealed class Publication(EvidenceDbContext context, EvidenceData data, TimeProvider clock)
{
    /// <returns>The new version, or null when no row differs from the current ones or the shipped data is published
    /// already.</returns>
    /// <exception cref="DbUpdateException">Somebody else published a version at the same time.</exception>
    public async Task<(BankVersion? Version, IReadOnlyDictionary<string, RowCounts> Counts)> Publish(
        ImportBatch batch,
        Publisher publisher,
        CancellationToken stop
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var counts = new Dictionary<string, RowCounts>(StringComparer.Ordinal);
        var number = 1 + (await context.Versions.MaxAsync(v => (int?)v.Number, stop) ?? 0);
        var isShipped = publisher.ShippedHash is not null;
        var shipped = await context
            .Versions.Where(v => v.ShippedHash != null)
            .ToDictionaryAsync(v => v.Number, v => v.ShippedHash, stop);
        if (isShipped && shipped.Count > 0 && shipped[shipped.Keys.Max()] == publisher.ShippedHash)
            return (null, counts);
        var restedOn = isShipped ? await StudiesRestedOn(shipped.Keys, stop) : [];

        // Shipped rows give way to rows people have imported, and go when they are no longer shipped and nothing that
        // stays rests on them.
        foreach (var kind in BankRows.All)
        {
            var fate = new RowFate(
                from => isShipped && !shipped.ContainsKey(from),
                (from, key) =>
                    isShipped && shipped.ContainsKey(from) && !(kind == BankRows.Studies && restedOn.Contains(key))
            );
            counts[kind.Name] = await kind.Write(context, number, batch, fate, stop);
        }
        if (!isShipped && !counts.Values.Any(c => c.IsChange))
            return (null, counts);
        await context.SaveChangesAsync(stop);
        var version = new BankVersion
        {
            Number = number,
            CreatedAt = clock.GetUtcNow(),
            EnteredBy = publisher.EnteredBy,
            ApprovedBy = publisher.ApprovedBy,
            Note = publisher.Note,
            ContentHash = BankTables.Hash(await BankTables.Read(context, number, stop), data),
            ShippedHash = publisher.ShippedHash,
        };
        context.Versions.Add(version);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (version, counts);
    }

    /// <summary>The studies that rows people have imported rest on: those rows stay, so their studies must.</summary>
    private async Task<HashSet<string>> StudiesRestedOn(IReadOnlyCollection<int> shipped, CancellationToken stop)
    {
        var studies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in BankRows.All)
            studies.UnionWith(await kind.StudiesRestedOn(context, shipped, stop));
        return studies;
    }
}
