namespace Virker.Statistics.Distributions;

/// <summary>
/// The binomial distribution: successes in n trials that each succeed with probability success. A NaN success gives
/// NaN; n below 0 or a probability outside 0–1 throws.
/// </summary>
public static class Binomial
{
    /// <summary>P(K = k).</summary>
    public static double Density(long k, long n, double success) => Math.Exp(LogDensity(k, n, success));

    /// <summary>log P(K = k); −∞ outside 0…n.</summary>
    public static double LogDensity(long k, long n, double success)
    {
        Check(n, success);
        if (k < 0 || k > n)
            return double.NegativeInfinity;
        if (k == 0)
            return n == 0 ? 0 : n * SpecialFunctions.Log1p(-success);
        if (k == n)
            return n * Math.Log(success);
        return success is 0 or 1 ? double.NegativeInfinity : Inner(k, n, BetaPoint.FromX(k, n - k, success));
    }

    /// <summary>P(K ≤ k).</summary>
    public static double Lower(long k, long n, double success) => At(k, n, success).Lower;

    /// <summary>P(K &gt; k), so that Lower and Upper add to 1.</summary>
    public static double Upper(long k, long n, double success) => At(k, n, success).Upper;

    /// <summary>log P(K ≤ k).</summary>
    public static double LogLower(long k, long n, double success) => At(k, n, success).LogLower;

    /// <summary>log P(K &gt; k).</summary>
    public static double LogUpper(long k, long n, double success) => At(k, n, success).LogUpper;

    /// <summary>The least k with P(K ≤ k) ≥ p.</summary>
    public static long Quantile(double p, long n, double success)
    {
        Check(n, success);
        return DiscreteQuantile.Lower(p, 0, n, k => At(k, n, success));
    }

    /// <summary>The least k with P(K &gt; k) ≤ p.</summary>
    public static long QuantileUpper(double p, long n, double success)
    {
        Check(n, success);
        return DiscreteQuantile.Upper(p, 0, n, k => At(k, n, success));
    }

    /// <summary>log P(K = k) for 0 &lt; k &lt; n from the beta point with shapes k and n − k at the success probability.</summary>
    internal static double Inner(double k, double n, in BetaPoint point) =>
        IncompleteBeta.LogTerm(point) + Math.Log(n / k / (n - k));

    private static Tails At(long k, long n, double success)
    {
        Check(n, success);
        if (k < 0)
            return Tails.NothingBelow;
        // P(K > k) = I_success(k + 1, n − k).
        return k >= n ? Tails.NothingAbove : IncompleteBeta.At(BetaPoint.FromX(k + 1, n - k, success)).Mirrored;
    }

    private static void Check(long n, double success)
    {
        Require.NotNegative(n);
        Require.Probability(success);
    }
}
