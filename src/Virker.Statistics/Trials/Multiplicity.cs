namespace Virker.Statistics.Trials;

/// <summary>p values corrected for there being several; as R's <c>p.adjust</c>, NaN left out and returned as NaN.</summary>
public static class Multiplicity
{
    /// <summary>
    /// Holm (1979), Scandinavian Journal of Statistics 6, 65–70: the risk of even one false finding stays below the
    /// level, whatever the dependence.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside 0–1.</exception>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> p)
    {
        var (adjusted, order) = Sorted(p);
        var most = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            most = Math.Max(most, Math.Min(1, (order.Length - i) * p[order[i]]));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    /// <summary>
    /// Benjamini and Hochberg (1995), JRSS B 57, 289–300: of what is called a finding, the expected share of false ones
    /// stays below the level, when tests are independent or positively dependent.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside 0–1.</exception>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> p)
    {
        var (adjusted, order) = Sorted(p);
        var least = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, order.Length * p[order[i]] / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    private static (double[] Adjusted, int[] Order) Sorted(IReadOnlyList<double> p)
    {
        ArgumentNullException.ThrowIfNull(p);
        if (p.Any(value => value is < 0 or > 1))
            throw new ArgumentOutOfRangeException(nameof(p), "A p value lies from 0 to 1.");
        return (
            [.. p.Select(_ => double.NaN)],
            [.. Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderBy(i => p[i])]
        );
    }
}
