using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;

namespace Virker.Casework.Citizens;

/// <summary>What times in target groups have in common.</summary>
internal static class Spells
{
    public static Text ChangedMeanwhile { get; } =
        new(
            "En kollega har lige ændret borgerens målgruppe. Se den, før du skriver igen.",
            "A colleague has just changed the citizen's target group. See it before you write again."
        );

    /// <summary>Whether the citizen's spells are still those <paramref name="seen"/>, each with its last day.</summary>
    public static async Task<bool> AreStillAsync(
        CaseworkDbContext db,
        Guid citizen,
        IReadOnlyDictionary<Guid, DateOnly?> seen,
        CancellationToken stop
    )
    {
        var now = await db.Spells.Where(s => s.CitizenId == citizen).Select(s => new { s.Id, s.To }).ToListAsync(stop);
        return now.Count == seen.Count && now.TrueForAll(s => seen.TryGetValue(s.Id, out var to) && to == s.To);
    }

    /// <summary>What is wrong with the beginning of a spell.</summary>
    public static IEnumerable<FieldProblem> Problems(string? targetGroup, DateOnly? from, DateOnly today, bool mustHave)
    {
        if (targetGroup is null && !mustHave)
            yield break;
        if (!IsCode(targetGroup))
            yield return new("targetGroup", new("Vælg en målgruppe.", "Choose a target group."));
        if (from is null)
            yield return new("since", new("Vælg den første dag.", "Choose the first day."));
        else if (from > today)
            yield return new("since", new("Dagen er ikke kommet endnu.", "The day has not come yet."));
        else if (from < new DateOnly(1990, 1, 1))
            yield return new("since", new("Dagen ligger for langt tilbage.", "The day is too long ago."));
    }

    /// <summary>A paragraph and a number: <c>6.3</c>.</summary>
    private static bool IsCode(string? code) =>
        code?.Split('.') is [{ Length: 1 or 2 } paragraph, { Length: 1 or 2 } number]
        && paragraph.All(char.IsAsciiDigit)
        && number.All(char.IsAsciiDigit);
}
