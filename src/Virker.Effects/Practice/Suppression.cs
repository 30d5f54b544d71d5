namespace Virker.Effects.Practice;

/// <summary>
/// Which counts may be shown. A count under five is hidden, none included, and so is whatever would give it away: the
/// whole less the parts that are shown (a differencing attack).
/// </summary>
public static class Suppression
{
    /// <summary>Smaller counts are not shown.</summary>
    public const int Least = 5;

    /// <summary>Enough on both sides: had it, and had it not.</summary>
    public static bool IsLarge(GroupCount group) => group.Had >= Least && group.People - group.Had >= Least;

    /// <summary>True where taking a smaller group from a larger one leaves nobody, or enough.</summary>
    public static bool MayStandBeside(GroupCount whole, GroupCount part)
    {
        var rest = new GroupCount(whole.People - part.People, whole.Had - part.Had);
        return rest == new GroupCount(0, 0) || IsLarge(rest);
    }

    /// <summary>The positions of the parts that may be shown beside the whole they make up.</summary>
    /// <param name="parts">Together they are the whole; empty ones hide nothing.</param>
    /// <param name="barred">Positions that may not be shown for another reason.</param>
    public static IReadOnlySet<int> Shown(IReadOnlyList<GroupCount> parts, IReadOnlySet<int>? barred = null)
    {
        var shown = Enumerable
            .Range(0, parts.Count)
            .Where(i => IsLarge(parts[i]) && barred?.Contains(i) != true)
            .OrderBy(i => parts[i].People)
            .ToList();
        // The smallest goes first, until the hidden ones are enough together.
        while (shown.Count > 0 && !IsSafe(Hidden()))
            shown.RemoveAt(0);
        return shown.ToHashSet();

        GroupCount Hidden() =>
            Enumerable
                .Range(0, parts.Count)
                .Where(i => !shown.Contains(i))
                .Aggregate(new GroupCount(0, 0), (sum, i) => new(sum.People + parts[i].People, sum.Had + parts[i].Had));

        static bool IsSafe(GroupCount hidden) => hidden.People == 0 || IsLarge(hidden);
    }
}

/// <param name="Had">Those among them who had it.</param>
public sealed record GroupCount(int People, int Had)
{
    public double Share => Had / (double)People;
}
