namespace Virker.Statistics.Distributions;

/// <summary>
/// Quantiles of a distribution on whole numbers by bisection. As in R, a tail that meets p to within 64 units of
/// rounding counts as meeting it, so that the quantile of Lower(k) is k.
/// </summary>
internal static class DiscreteQuantile
{
    private const double Slack = 64 * 2.220446049250313e-16;

    public static long Lower(double p, long low, long high, Func<long, Tails> at)
    {
        RequireKnown(p);
        return p <= 0.5
            ? Least(low, high, k => at(k).Lower >= p * (1 - Slack))
            : Least(low, high, k => at(k).Upper <= (1 - p) * (1 + Slack) + Rounding(p));
    }

    public static long Upper(double p, long low, long high, Func<long, Tails> at)
    {
        RequireKnown(p);
        return p <= 0.5
            ? Least(low, high, k => at(k).Upper <= p * (1 + Slack))
            : Least(low, high, k => at(k).Lower >= (1 - p) * (1 - Slack) - Rounding(p));
    }

    /// <summary>What p above ½ may have lost when it was rounded; a p of 1 is meant as 1.</summary>
    private static double Rounding(double p) => p < 1 ? 1.2e-16 : 0;

    /// <summary>The least whole number that is enough, where everything above it is too and high certainly is.</summary>
    private static long Least(long low, long high, Predicate<long> isEnough)
    {
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (isEnough(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>A whole number cannot be NaN, so an unknown probability is refused.</summary>
    private static void RequireKnown(double p)
    {
        if (double.IsNaN(p))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        Require.Probability(p);
    }
}
