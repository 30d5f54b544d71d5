using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Fidelity;

/// <summary>A review on a list.</summary>
public sealed record FidelityLine(Guid Id, Guid TeamId, DateOnly On, FidelityTotal Total)
{
    /// <summary>How far the total moved; null unless both reviews are complete.</summary>
    public int? MovedFrom(FidelityLine? before) =>
        before is { Total.IsComplete: true } && Total.IsComplete ? Total.Sum - before.Total.Sum : null;
}

/// <summary>A review with what was found, and what the team's review before it found.</summary>
/// <param name="Before">The team's review before this one; null for the first.</param>
/// <param name="Earlier">The scores of <paramref name="Before"/>, by item.</param>
public sealed record FidelityRead(
    FidelityLine Line,
    IReadOnlyDictionary<int, ItemFound> Found,
    FidelityLine? Before,
    IReadOnlyDictionary<int, int> Earlier
)
{
    public int? Moved => Line.MovedFrom(Before);

    /// <summary>Another as soon as anything in the review is another.</summary>
    public string Stamp => StampOf(Found.Values);

    internal static string StampOf(IEnumerable<ItemFound> found) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', found.OrderBy(f => f.Item)))));
}

/// <summary>The municipality's fidelity reviews.</summary>
public sealed class ReadFidelity(MunicipalityStore<CaseworkDbContext> store)
{
    /// <summary>All, newest first.</summary>
    public async Task<IReadOnlyList<FidelityLine>> All(Worker by, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return await Lines(db, stop);
    }

    /// <summary>One review; null when the municipality has none such.</summary>
    public async Task<FidelityRead?> One(Worker by, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var lines = await Lines(db, stop);
        if (lines.FirstOrDefault(l => l.Id == id) is not { } line)
            return null;
        var before = lines.SkipWhile(l => l.Id != id).Skip(1).FirstOrDefault(l => l.TeamId == line.TeamId);
        var earlier = before is null ? [] : await Found(db, before.Id, stop);
        return new FidelityRead(
            line,
            (await Found(db, id, stop)).ToDictionary(f => f.Item),
            before,
            earlier.Where(f => f.Score is not null).ToDictionary(f => f.Item, f => f.Score!.Value)
        );
    }

    internal static async Task<IReadOnlyList<ItemFound>> Found(
        CaseworkDbContext db,
        Guid review,
        CancellationToken stop
    ) =>
        await db
            .FidelityScores.Where(s => s.ReviewId == review)
            .Select(s => new ItemFound(s.Item, s.Score, s.Source, s.Note))
            .ToListAsync(stop);

    private static async Task<IReadOnlyList<FidelityLine>> Lines(CaseworkDbContext db, CancellationToken stop)
    {
        var reviews = await db.FidelityReviews.AsNoTracking().ToListAsync(stop);
        var scores = (await db.FidelityScores.Select(s => new { s.ReviewId, s.Score }).ToListAsync(stop)).ToLookup(
            s => s.ReviewId,
            s => s.Score
        );
        return
        [
            .. reviews
                .OrderByDescending(r => r.On)
                .ThenByDescending(r => r.Id)
                .Select(r => new FidelityLine(r.Id, r.TeamId, r.On, FidelityScale.Total(scores[r.Id]))),
        ];
    }
}
