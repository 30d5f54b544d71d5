namespace Virker.Statistics.Distributions;

/// <summary>
/// Student's t distribution with df &gt; 0 degrees of freedom, whole or not; df = +∞ is the standard normal. A NaN
/// point or probability gives NaN; a bad df or a probability outside 0–1 throws.
/// </summary>
public static class StudentT
{
    /// <summary>Beyond this, t² / df is so large that the tail is a power of t to all digits.</summary>
    private const double Far = 1e100;

    /// <summary>(1 + x²/df)^(−(df+1)/2) / (√df B(½, df/2)).</summary>
    public static double Density(double x, double df) => Math.Exp(LogDensity(x, df));

    /// <summary>log of <see cref="Density"/>.</summary>
    public static double LogDensity(double x, double df)
    {
        Require.PositiveOrInfinite(df);
        if (Require.IsInfinite(df))
            return Normal.LogDensity(x);
        x = Math.Abs(x);
        if (x < 1e-100)
            return -0.5 * Math.Log(df) - SpecialFunctions.LogBeta(0.5, df / 2);
        return (IsFar(x, df) ? LogFarTail(x, df) + Math.Log(df) : IncompleteBeta.LogTerm(Point(x, df))) - Math.Log(x);
    }

    /// <summary>P(X ≤ x).</summary>
    public static double Lower(double x, double df) => Upper(-x, df);

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x, double df)
    {
        Require.PositiveOrInfinite(df);
        if (Require.IsInfinite(df))
            return Normal.Upper(x);
        var half = TwoSided(Math.Abs(x), df).Lower / 2;
        return x < 0 ? 1 - half : half;
    }

    /// <summary>log P(X ≤ x).</summary>
    public static double LogLower(double x, double df) => LogUpper(-x, df);

    /// <summary>log P(X &gt; x).</summary>
    public static double LogUpper(double x, double df)
    {
        Require.PositiveOrInfinite(df);
        if (Require.IsInfinite(df))
            return Normal.LogUpper(x);
        var tails = TwoSided(Math.Abs(x), df);
        return x < 0 ? SpecialFunctions.Log1p(-tails.Lower / 2) : tails.LogLower - Math.Log(2);
    }

    /// <summary>The x with P(X ≤ x) = p; −∞ at 0 and +∞ at 1.</summary>
    public static double Quantile(double p, double df)
    {
        Require.Probability(p);
        return p <= 0.5 ? -UpperHalfQuantile(p, df) : UpperHalfQuantile(1 - p, df);
    }

    /// <summary>The x with P(X &gt; x) = p; +∞ at 0 and −∞ at 1.</summary>
    public static double QuantileUpper(double p, double df)
    {
        Require.Probability(p);
        return p <= 0.5 ? UpperHalfQuantile(p, df) : -UpperHalfQuantile(1 - p, df);
    }

    /// <summary>Lower: P(|X| &gt; t), as the beta distribution of df / (df + X²). Upper: P(|X| ≤ t).</summary>
    private static Tails TwoSided(double t, double df)
    {
        if (double.IsPositiveInfinity(t))
            return Tails.NothingBelow;
        return IsFar(t, df)
            ? new Tails(LogFarTail(t, df) + Math.Log(2), 1, DirectIsUpper: false)
            : IncompleteBeta.At(Point(t, df));
    }

    private static BetaPoint Point(double t, double df)
    {
        var square = t * t;
        var (x, y) =
            square < df ? (1 / (1 + square / df), square / (df + square)) : (df / (df + square), 1 / (1 + df / square));
        // (df + 1) / 2 · df / (df + t²) − df / 2 = ½ (1 − t²) · df / (df + t²).
        return new(df / 2, 0.5, x, y, 0.5 * (1 - t) * (1 + t) * x);
    }

    private static bool IsFar(double t, double df) => t > Far && t > Math.Sqrt(df) * Far;

    /// <summary>log P(X &gt; t) where t² dwarfs df: ½ (df/t²)^(df/2) / (df/2 · B(df/2, ½)).</summary>
    private static double LogFarTail(double t, double df) =>
        df * (Math.Log(df) / 2 - Math.Log(t)) - Math.Log(df) - SpecialFunctions.LogBeta(df / 2, 0.5);

    /// <summary>The x ≥ 0 with P(X &gt; x) = p, for p ≤ ½.</summary>
    private static double UpperHalfQuantile(double p, double df)
    {
        Require.PositiveOrInfinite(df);
        if (Require.IsInfinite(df))
            return Normal.QuantileUpper(p);
        if (p == 0 || double.IsNaN(p))
            return p == 0 ? double.PositiveInfinity : p;
        // LogFarTail solved for t, which is exact enough when that t is far.
        var logFar = (-Math.Log(p) - Math.Log(df) - SpecialFunctions.LogBeta(df / 2, 0.5)) / df + Math.Log(df) / 2;
        if (logFar > Math.Log(Far) && logFar > Math.Log(Far) + Math.Log(df) / 2)
            return Math.Exp(logFar);
        // In the odds of df / (df + X²). Near p = ½ the two-sided middle is what is small.
        var odds = p <= 0.25 ? Beta.OddsQuantile(2 * p, df / 2, 0.5) : Beta.OddsQuantileUpper(1 - 2 * p, df / 2, 0.5);
        return Math.Sqrt(df / odds);
    }
}
