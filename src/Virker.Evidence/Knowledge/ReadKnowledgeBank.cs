using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Storage;
using Virker.Platform;

namespace Virker.Evidence.Knowledge;

/// <summary>Reads a version of the bank back as it was; keeps read versions in memory. One per process.</summary>
public sealed class ReadKnowledgeBank(
    IDbContextFactory<EvidenceDbContext> contexts,
    EvidenceData data,
    TimeProvider clock
) : IDisposable
{
    private const int MaxKept = 6;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<int, KnowledgeBank> _banks = [];
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Newest? _newest;

    private sealed record Newest(int Number, long AskedAt);

    /// <param name="version">Null: the newest, as of at most a second ago.</param>
    /// <exception cref="InvalidInputException">There is no such version.</exception>
    public async Task<KnowledgeBank> Execute(int? version = null, CancellationToken stop = default) =>
        await Find(version, stop)
        ?? throw new InvalidInputException(
            new(
                version is null ? "vidensbanken er tom" : $"vidensbanken har ingen version {version}",
                version is null ? "the knowledge bank is empty" : $"the knowledge bank has no version {version}"
            )
        );

    /// <param name="version">Null: the newest, as of at most a second ago.</param>
    /// <returns>Null when there is no such version.</returns>
    public async Task<KnowledgeBank?> Find(int? version, CancellationToken stop = default)
    {
        var number = version ?? await NewestNumber(stop);
        if (_banks.TryGetValue(number, out var known))
            return known;
        await _reading.WaitAsync(stop);
        try
        {
            if (_banks.TryGetValue(number, out known))
                return known;
            if (await Read(number, stop) is not { } bank)
                return null;
            if (_banks.Count >= MaxKept)
                _banks.Clear();
            _banks[number] = bank;
            return bank;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The newest version when it was last asked for, without asking again.</summary>
    public int? NewestKnown => _newest?.Number;

    /// <summary>All versions, newest first.</summary>
    public async Task<IReadOnlyList<BankVersion>> Versions(CancellationToken stop = default)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        return await context.Versions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(stop);
    }

    /// <summary>Looks for a newer version at the next question.</summary>
    internal void Forget() => _newest = null;

    public void Dispose() => _reading.Dispose();

    private async Task<KnowledgeBank?> Read(int number, CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        var version = await context.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Number == number, stop);
        if (version is null)
            return null;
        return new KnowledgeBank(version, data.Taxonomy, data.Rules, await BankTables.Read(context, number, stop));
    }

    private async Task<int> NewestNumber(CancellationToken stop)
    {
        if (_newest is { } newest && clock.GetElapsedTime(newest.AskedAt) < Fresh)
            return newest.Number;
        await using var context = await contexts.CreateDbContextAsync(stop);
        var number = await context.Versions.MaxAsync(v => (int?)v.Number, stop) ?? 0;
        _newest = new Newest(number, clock.GetTimestamp());
        return number;
    }
}
