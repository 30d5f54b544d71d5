namespace Virker.Statistics.Distributions;

/// <summary>
/// The hypergeometric distribution: successes among draws without replacement from an urn with success and failure
/// many of each kind (R's order of arguments: white, black, drawn). Counts below 0, or more draws than the urn holds,
/// throw.
/// </summary>
public static class Hypergeometric
{
    /// <summary>P(K = k).</summary>
    public static double Density(long k, long success, long failure, long draws) =>
        Math.Exp(LogDensity(k, success, failure, draws));

    /// <summary>log P(K = k); −∞ where k is impossible. A quotient of three binomials (Loader 2000).</summary>
    public static double LogDensity(long k, long success, long failure, long draws)
    {
        Check(success, failure, draws);
        var total = success + failure;
        if (k < Least(failure, draws) || k > Most(success, draws))
            return double.NegativeInfinity;
        if (draws == 0 || draws == total)
            return 0;
        return LogBinomial(k, success, draws, total)
            + LogBinomial(draws - k, failure, draws, total)
            - LogBinomial(draws, total, draws, total);
    }

    /// <summary>P(K ≤ k).</summary>
    public static double Lower(long k, long success, long failure, long draws) => At(k, success, failure, draws).Lower;

    /// <summary>P(K &gt; k), so that Lower and Upper add to 1.</summary>
    public static double Upper(long k, long success, long failure, long draws) => At(k, success, failure, draws).Upper;

    /// <summary>log P(K ≤ k).</summary>
    public static double LogLower(long k, long success, long failure, long draws) =>
        At(k, success, failure, draws).LogLower;

    /// <summary>log P(K &gt; k).</summary>
    public static double LogUpper(long k, long success, long failure, long draws) =>
        At(k, success, failure, draws).LogUpper;

    /// <summary>The least k with P(K ≤ k) ≥ p.</summary>
    public static long Quantile(double p, long success, long failure, long draws)
    {
        Check(success, failure, draws);
        return DiscreteQuantile.Lower(
            p,
            Least(failure, draws),
            Most(success, draws),
            k => At(k, success, failure, draws)
        );
    }

    /// <summary>The least k with P(K &gt; k) ≤ p.</summary>
    public static long QuantileUpper(double p, long success, long failure, long draws)
    {
        Check(success, failure, draws);
        return DiscreteQuantile.Upper(
            p,
            Least(failure, draws),
            Most(success, draws),
            k => At(k, success, failure, draws)
        );
    }

    private static long Least(long failure, long draws) => Math.Max(0, draws - failure);

    private static long Most(long success, long draws) => Math.Min(success, draws);

    private static Tails At(long k, long success, long failure, long draws)
    {
        Check(success, failure, draws);
        if (k < Least(failure, draws))
            return Tails.NothingBelow;
        if (k >= Most(success, draws))
            return Tails.NothingAbove;
        var belowMean = (Int128)k * (success + failure) < (Int128)draws * success;
        return belowMean
            ? LowerAt(k, success, failure, draws)
            : LowerAt(draws - k - 1, failure, success, draws).Mirrored;
    }

    /// <summary>P(K ≤ k) for k below the mean: the density at k times a sum of falling ratios.</summary>
    private static Tails LowerAt(long k, long success, long failure, long draws)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var i = k; i > 0 && term > sum * 1e-17; i--)
        {
            term *= (double)i * (failure - draws + i) / ((double)(success - i + 1) * (draws - i + 1));
            sum += term;
        }
        return new(LogDensity(k, success, failure, draws), sum, DirectIsUpper: false);
    }

    /// <summary>log P(k of n) at the success probability draws / total, exact in whole numbers where it matters.</summary>
    private static double LogBinomial(long k, long n, long draws, long total)
    {
        var x = (double)draws / total;
        var y = (double)(total - draws) / total;
        if (k == 0)
            return n == 0 ? 0 : n * (y < 0.5 ? Math.Log(y) : SpecialFunctions.Log1p(-x));
        if (k == n)
            return n * (x < 0.5 ? Math.Log(x) : SpecialFunctions.Log1p(-y));
        var excess = (double)((Int128)n * draws - (Int128)k * total) / total;
        return Binomial.Inner(k, n, new(k, n - k, x, y, excess));
    }

    private static void Check(long success, long failure, long draws)
    {
        Require.NotNegative(success);
        Require.NotNegative(failure);
        Require.NotNegative(draws);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, success + failure);
    }
}
