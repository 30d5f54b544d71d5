using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Protection;

/// <summary>The municipalities' vaults; a municipality's keys are kept in memory for a while.</summary>
public sealed class Vaults(DatabaseOptions shared, MasterKey master, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, (Vault Vault, DateTimeOffset ReadAt)> _open = new();

    /// <summary>How long keys are kept: after that no process seals with a key another has retired.</summary>
    internal static TimeSpan KeptFor => TimeSpan.FromMinutes(10);

    /// <summary>The vault of <paramref name="municipality"/>; a new municipality gets new keys.</summary>
    public async ValueTask<Vault> For(Municipality municipality, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (_open.TryGetValue(municipality.Id, out var known) && now - known.ReadAt < KeptFor)
            return known.Vault;
        var vault = await ReadAsync(municipality, stop);
        _open[municipality.Id] = (vault, now);
        return vault;
    }

    /// <summary>Forgets the keys in memory, so that a rotated key is read again.</summary>
    public void Forget(Municipality municipality) => _open.TryRemove(municipality.Id, out _);

    internal byte[] NewWrappedKey(Municipality municipality, int number, KeyPurpose purpose) =>
        master.Wrap(RandomNumberGenerator.GetBytes(32), About(municipality, number, purpose));

    private async Task<Vault> ReadAsync(Municipality municipality, CancellationToken stop)
    {
        await using var records = Records(municipality);
        var keys = await records.Keys.AsNoTracking().OrderBy(k => k.Number).ToListAsync(stop);
        if (keys.Count == 0)
        {
            foreach (var purpose in Enum.GetValues<KeyPurpose>())
            {
                int number = (int)purpose + 1;
                keys.Add(
                    new VaultKey
                    {
                        Number = number,
                        Purpose = purpose,
                        Wrapped = NewWrappedKey(municipality, number, purpose),
                        CreatedAt = clock.GetUtcNow(),
                    }
                );
            }

            records.AddRange(keys);
            await records.WriteAsync(stop);
        }

        return new Vault(
            FieldKeys(municipality, keys),
            Unwrap(municipality, keys.Last(k => k.Purpose == KeyPurpose.Index)),
            Unwrap(municipality, keys.Last(k => k.Purpose == KeyPurpose.Audit)),
            () =>
            {
                using var again = Records(municipality);
                return FieldKeys(municipality, [.. again.Keys.AsNoTracking()]);
            }
        );
    }

    private Dictionary<int, byte[]> FieldKeys(Municipality municipality, IEnumerable<VaultKey> keys) =>
        keys.Where(k => k.Purpose == KeyPurpose.Field).ToDictionary(k => k.Number, k => Unwrap(municipality, k));

    private byte[] Unwrap(Municipality municipality, VaultKey key) =>
        master.Unwrap(key.Wrapped, About(municipality, key.Number, key.Purpose));

    /// <summary>The keys are read without the vault they make up.</summary>
    private RecordsDbContext Records(Municipality municipality)
    {
        var options = new DbContextOptionsBuilder<RecordsDbContext>();
        options.UseVirker(MunicipalityDatabases.Of(shared, municipality), MunicipalityDatabases.Schema(municipality));
        return new RecordsDbContext(options.Options);
    }

    private static byte[] About(Municipality municipality, int number, KeyPurpose purpose) =>
        Encoding.UTF8.GetBytes($"{municipality.Id}/{number}/{purpose}");
}
