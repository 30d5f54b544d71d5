using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;

namespace Virker.Evidence.Storage;

/// <summary>How many rows of a kind a publication added, changed, left and removed.</summary>
internal sealed record RowCounts(int Added, int Changed, int Unchanged, int Removed)
{
    public bool IsChange => Added + Changed + Removed > 0;
}

/// <summary>What becomes of current rows when others are published.</summary>
/// <param name="IsKept">Stays although the new row differs, by the version it began in.</param>
/// <param name="IsGone">Ends where no new row has its key, by the version it began in and its key.</param>
internal sealed record RowFate(Func<int, bool> IsKept, Func<int, string, bool> IsGone);

/// <summary>Reads and writes the rows of a version.</summary>
internal static class BankTables
{
    /// <summary>Everything a version holds, by key: one query a table.</summary>
    public static async Task<BankContent> Read(EvidenceDbContext context, int version, CancellationToken stop)
    {
        var content = new BankContent();
        foreach (var kind in BankRows.All)
            content = await kind.Load(content, context, version, stop);
        return content;
    }

    /// <summary>Puts rows into the next version: new keys are added, changed rows end the old one and begin anew, unless
    /// their fate is another.</summary>
    public static async Task<RowCounts> Write<T>(
        EvidenceDbContext context,
        int version,
        IEnumerable<KeyValuePair<string, T>> rows,
        RowFate fate,
        CancellationToken stop
    )
        where T : class
    {
        var current = await context.Rows<T>().Where(r => r.ToVersion == null).ToDictionaryAsync(r => r.Key, stop);
        var (added, changed, unchanged, removed) = (0, 0, 0, 0);
        foreach (var (key, row) in rows)
        {
            if (current.Remove(key, out var old))
            {
                if (old.Row.Equals(row) || fate.IsKept(old.FromVersion))
                {
                    unchanged++;
                    continue;
                }
                old.ToVersion = version;
                changed++;
            }
            else
            {
                added++;
            }
            context
                .Rows<T>()
                .Add(
                    new VersionedRow<T>
                    {
                        Key = key,
                        FromVersion = version,
                        Row = row,
                    }
                );
        }
        foreach (var gone in current.Values.Where(row => fate.IsGone(row.FromVersion, row.Key)))
        {
            gone.ToVersion = version;
            removed++;
        }
        return new RowCounts(added, changed, unchanged, removed);
    }

    /// <summary>SHA-256 of the content as files, in hexadecimal.</summary>
    public static string Hash(BankContent content, EvidenceData data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in BankRows.Files(content, data))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static async Task<List<T>> Rows<T>(EvidenceDbContext context, int version, CancellationToken stop)
        where T : class
    {
        var rows = await context
            .Rows<T>()
            .AsNoTracking()
            .Where(r => r.FromVersion <= version && (r.ToVersion == null || r.ToVersion > version))
            .ToListAsync(stop);
        rows.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return [.. rows.Select(r => r.Row)];
    }
}
