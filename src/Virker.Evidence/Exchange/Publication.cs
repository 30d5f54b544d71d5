using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Who stands behind a publication.</summary>
/// <param name="ApprovedBy">Null only for the shipped data.</param>
/// <param name="ShippedHash">Set for the shipped data.</param>
internal sealed record Publisher(string EnteredBy, string? ApprovedBy, Text Note, string? ShippedHash = null);

/// <summary>Writes the right rows of a batch as the next version, in one transaction.</summary>
internal sealed class Publication(EvidenceDbContext context, EvidenceData data, TimeProvider clock)
{
    /// <returns>The new version, or null when no row differs from the current ones.</returns>
    public async Task<(BankVersion? Version, IReadOnlyDictionary<string, RowCounts> Counts)> Publish(
        ImportBatch batch,
        Publisher publisher,
        CancellationToken cancellation
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var number = 1 + (await context.Versions.MaxAsync(v => (int?)v.Number, cancellation) ?? 0);
        var isShipped = publisher.ShippedHash is not null;
        var shipped = await context
            .Versions.Where(v => v.ShippedHash != null)
            .Select(v => v.Number)
            .ToHashSetAsync(cancellation);

        // Shipped rows give way to rows people have imported, and go when they are no longer shipped.
        Task<RowCounts> Write<T>(IReadOnlyDictionary<string, ReadRow<T>> rows)
            where T : class =>
            BankTables.Write(
                context,
                number,
                rows.Select(r => KeyValuePair.Create(r.Key, r.Value.Value)),
                old => isShipped && !shipped.Contains(old.FromVersion),
                old => isShipped && shipped.Contains(old.FromVersion),
                cancellation
            );
        var counts = new Dictionary<string, RowCounts>(StringComparer.Ordinal)
        {
            ["studies"] = await Write(batch.Studies),
            ["findings"] = await Write(batch.Findings),
            ["assessments"] = await Write(batch.Assessments),
            ["conclusions"] = await Write(batch.Conclusions),
            ["cues"] = await Write(batch.Cues),
            ["unknowns"] = await Write(batch.Unknowns),
            ["baselines"] = await Write(batch.Baselines),
            ["pools"] = await Write(batch.Pools),
        };
        if (!isShipped && !counts.Values.Any(c => c.IsChange))
            return (null, counts);
        try
        {
            await context.SaveChangesAsync(cancellation);
            var content = await BankTables.Read(context, number, cancellation);
            var version = new BankVersion
            {
                Number = number,
                CreatedAt = clock.GetUtcNow(),
                EnteredBy = publisher.EnteredBy,
                ApprovedBy = publisher.ApprovedBy,
                Note = publisher.Note,
                ContentHash = BankTables.Hash(content, data),
                ShippedHash = publisher.ShippedHash,
            };
            context.Versions.Add(version);
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return (version, counts);
        }
        catch (DbUpdateException)
        {
            throw new InvalidInputException(
                new(
                    "nogen andre udgav en version samtidig; prøv igen",
                    "somebody else published a version at the same time; try again"
                )
            );
        }
    }
}
