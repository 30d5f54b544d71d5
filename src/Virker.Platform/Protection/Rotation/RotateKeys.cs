using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Protection.Rotation;

/// <summary>What a change of keys has come to.</summary>
/// <param name="Resealed">Values sealed anew by this run.</param>
/// <param name="OldKeys">Retired keys still kept, since a process that runs may yet have sealed with them.</param>
public sealed record KeysRotated(int Key, int Resealed, int OldKeys);

/// <summary>
/// Gives a municipality a new field key and seals every protected value with it. A run that is cut short is taken up by
/// the next; values stay readable all the way, since each names its key.
/// </summary>
public sealed class RotateKeys(
    MunicipalityStore<RecordsDbContext> store,
    IEnumerable<MunicipalityTables> rooms,
    IServiceProvider services,
    Vaults vaults,
    TimeProvider clock
)
{
    private const int Batch = 1000;

    /// <summary>How long a retired key is kept: longer than any process seals with it and any page takes.</summary>
    public static TimeSpan KeptFor => 6 * Vaults.KeptFor;

    /// <param name="by">Who asked for it; stands in the log.</param>
    public async Task<KeysRotated> Execute(
        Municipality municipality,
        Worker by,
        IProgress<int>? progress,
        CancellationToken stop
    )
    {
        await NewKeyAsync(municipality, by, stop);
        vaults.Forget(municipality);
        int resealed = 0;
        foreach (var room in rooms)
        {
            await using var context = await room.Open(services, municipality, stop);
            foreach (var table in context.Model.GetEntityTypes().Where(t => Sealed(t).Any()))
            {
                foreach (var ids in (await IdsAsync(context, table, stop)).Chunk(Batch))
                {
                    resealed += await ResealAsync(context, table, ids, by, stop);
                    progress?.Report(resealed);
                }
            }
        }

        var (key, old) = await RetireAsync(municipality, by, stop);
        return new KeysRotated(key, resealed, old);
    }

    /// <summary>A new key, unless a change of keys was cut short.</summary>
    private async Task NewKeyAsync(Municipality municipality, Worker by, CancellationToken stop)
    {
        await using var records = await store.OpenAsync(municipality, stop);
        var keys = await records.Keys.ToListAsync(stop);
        var fields = keys.Where(k => k.Purpose == KeyPurpose.Field).ToList();
        if (fields.Any(k => k.RetiredAt is not null))
            return;
        int number = keys.Max(k => k.Number) + 1;
        var now = clock.GetUtcNow();
        fields.ForEach(k => k.RetiredAt = now);
        records.Add(
            new VaultKey
            {
                Number = number,
                Purpose = KeyPurpose.Field,
                Wrapped = vaults.NewWrappedKey(municipality, number, KeyPurpose.Field),
                CreatedAt = now,
            }
        );
        await records.SaveAsync(by, "keys.new", [], null, stop);
    }

    /// <summary>Takes away the old keys once they have been out of use for a while.</summary>
    private async Task<(int Key, int Old)> RetireAsync(Municipality municipality, Worker by, CancellationToken stop)
    {
        await using var records = await store.OpenAsync(municipality, stop);
        var fields = await records.Keys.Where(k => k.Purpose == KeyPurpose.Field).ToListAsync(stop);
        var retired = fields.Where(k => k.RetiredAt is not null).ToList();
        int current = fields.Max(k => k.Number);
        if (retired.Count == 0 || retired.Any(k => k.RetiredAt > clock.GetUtcNow() - KeptFor))
            return (current, retired.Count);
        records.RemoveRange(retired);
        await records.SaveAsync(by, "keys.retire", [], null, stop);
        vaults.Forget(municipality);
        return (current, 0);
    }

    private static IEnumerable<IProperty> Sealed(IEntityType table) =>
        table.GetProperties().Where(p => p.ClrType == typeof(Sealed));

    private static Task<List<Guid>> IdsAsync(MunicipalityDbContext context, IEntityType table, CancellationToken stop)
    {
        string key = table.FindPrimaryKey()!.Properties.Single().Name;
        return context.Rows(table).Select(row => EF.Property<Guid>(row, key)).ToListAsync(stop);
    }

    /// <summary>Reads and writes inside the log's transaction, which every other writer waits for: a value changed
    /// meanwhile is never overwritten with its old self.</summary>
    private static async Task<int> ResealAsync(
        MunicipalityDbContext context,
        IEntityType table,
        Guid[] ids,
        Worker by,
        CancellationToken stop
    )
    {
        string key = table.FindPrimaryKey()!.Properties.Single().Name;
        int count = 0;
        await context.SaveAsync(
            by,
            "keys.reseal",
            [],
            null,
            async _ =>
            {
                var rows = await context
                    .Rows(table)
                    .Where(row => ids.Contains(EF.Property<Guid>(row, key)))
                    .AsTracking()
                    .ToListAsync(stop);
                foreach (object row in rows)
                {
                    var entry = context.Entry(row);
                    var owner = (Guid)entry.Property(key).CurrentValue!;
                    foreach (var property in Sealed(table))
                    {
                        if (entry.Property(property).CurrentValue is not Sealed value || !context.Vault.IsOld(value))
                            continue;
                        string field = property.GetColumnName();
                        entry.Property(property).CurrentValue = context.Vault.Seal(
                            context.Vault.Open(value, owner, field),
                            owner,
                            field
                        );
                        count++;
                    }
                }
            },
            stop
        );
        context.ChangeTracker.Clear();
        return count;
    }
}
