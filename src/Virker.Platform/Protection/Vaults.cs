using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Protection;

/// <summary>The municipalities' vaults; a municipality's keys are read once and kept in memory.</summary>
public sealed class Vaults(DatabaseOptions shared, MasterKey master, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Vault> _open = new();

    /// <summary>The vault of <paramref name="municipality"/>; a new municipality gets new keys.</summary>
    public async ValueTask<Vault> For(Municipality municipality, CancellationToken stop) =>
        _open.TryGetValue(municipality.Id, out var vault)
            ? vault
            : _open.GetOrAdd(municipality.Id, await ReadAsync(municipality, stop));

    /// <summary>Forgets the keys in memory, so that a rotated key is read again.</summary>
    public void Forget(Municipality municipality) => _open.TryRemove(municipality.Id, out _);

    internal byte[] NewWrappedKey(Municipality municipality, int number, KeyPurpose purpose) =>
        master.Wrap(RandomNumberGenerator.GetBytes(32), About(municipality, number, purpose));

    private async Task<Vault> ReadAsync(Municipality municipality, CancellationToken stop)
    {
        var options = new DbContextOptionsBuilder<RecordsDbContext>();
        options.UseVirker(MunicipalityDatabases.Of(shared, municipality), MunicipalityDatabases.Schema(municipality));
        await using var records = new RecordsDbContext(options.Options);
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

        byte[] Unwrap(VaultKey key) => master.Unwrap(key.Wrapped, About(municipality, key.Number, key.Purpose));
        return new Vault(
            keys.Where(k => k.Purpose == KeyPurpose.Field).ToDictionary(k => k.Number, Unwrap),
            Unwrap(keys.Last(k => k.Purpose == KeyPurpose.Index)),
            Unwrap(keys.Last(k => k.Purpose == KeyPurpose.Audit))
        );
    }

    private static byte[] About(Municipality municipality, int number, KeyPurpose purpose) =>
        Encoding.UTF8.GetBytes($"{municipality.Id}/{number}/{purpose}");
}
