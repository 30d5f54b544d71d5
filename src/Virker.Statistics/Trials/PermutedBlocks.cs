using Virker.Statistics.Randomness;

namespace Virker.Statistics.Trials;

/// <summary>
/// Randomisation in blocks: after every whole block the arms stand exactly in the wanted proportion. Blocks of varying
/// length keep the last places of a block from being guessed (ICH E9, section 2.3.2). One list for every stratum.
/// </summary>
public static class PermutedBlocks
{
    /// <summary>
    /// The arm (an index into <paramref name="shares"/>) of the first citizen, the second, and so on. A longer list from
    /// the same seed begins with the shorter one.
    /// </summary>
    /// <param name="shares">How many places an arm has in the shortest block: (1, 1), or (2, 1) for two to one.</param>
    /// <param name="multiples">
    /// How many times the shortest block a block may be; each equally likely. (2, 3) with shares (1, 1) gives blocks of
    /// four and six.
    /// </param>
    /// <param name="count">The number of citizens.</param>
    /// <param name="source">A <see cref="SecureSource"/> when nobody may foresee the list; a seeded one to repeat it.</param>
    /// <exception cref="ArgumentException">Fewer than two arms, no multiples, or a share or multiple below 1.</exception>
    public static IReadOnlyList<int> List(
        IReadOnlyList<int> shares,
        IReadOnlyList<int> multiples,
        int count,
        RandomSource source
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (shares.Count < 2 || shares.Any(share => share < 1))
            throw new ArgumentException("At least two arms, each with a share of 1 or more.", nameof(shares));
        if (multiples.Count == 0 || multiples.Any(multiple => multiple < 1))
            throw new ArgumentException("At least one multiple, each 1 or more.", nameof(multiples));
        var list = new List<int>(count);
        while (list.Count < count)
        {
            var multiple = multiples[source.Below(multiples.Count)];
            int[] block = [.. shares.SelectMany((share, arm) => Enumerable.Repeat(arm, share * multiple))];
            source.Shuffle<int>(block);
            list.AddRange(block.Take(count - list.Count));
        }
        return list;
    }
}
