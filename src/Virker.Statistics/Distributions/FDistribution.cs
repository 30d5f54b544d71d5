namespace Virker.Statistics.Distributions;

/// <summary>
/// The F distribution with df1 and df2 &gt; 0 degrees of freedom, whole or not; df2 may be infinite, and then df1 · X
/// is chi-square. A NaN point or probability gives NaN; a bad parameter or a probability outside 0–1 throws.
/// </summary>
public static class FDistribution
{
    /// <summary>The density at x; 0 below 0.</summary>
    public static double Density(double x, double df1, double df2) => Math.Exp(LogDensity(x, df1, df2));

    /// <summary>log of <see cref="Density"/>.</summary>
    public static double LogDensity(double x, double df1, double df2)
    {
        RequireDegrees(df1, df2);
        if (Require.IsInfinite(df2))
            return ChiSquare.LogDensity(df1 * x, df1) + Math.Log(df1);
        if (x == 0 && df1 <= 2)
            return df1 < 2 ? double.PositiveInfinity : 0;
        return x <= 0 || double.IsPositiveInfinity(x)
            ? double.NegativeInfinity
            : IncompleteBeta.LogTerm(Point(x, df1, df2)) - Math.Log(x);
    }

    /// <summary>P(X ≤ x).</summary>
    public static double Lower(double x, double df1, double df2) => At(x, df1, df2).Lower;

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x, double df1, double df2) => At(x, df1, df2).Upper;

    /// <summary>log P(X ≤ x).</summary>
    public static double LogLower(double x, double df1, double df2) => At(x, df1, df2).LogLower;

    /// <summary>log P(X &gt; x).</summary>
    public static double LogUpper(double x, double df1, double df2) => At(x, df1, df2).LogUpper;

    /// <summary>The x with P(X ≤ x) = p.</summary>
    public static double Quantile(double p, double df1, double df2)
    {
        RequireDegrees(df1, df2);
        return Require.IsInfinite(df2)
            ? ChiSquare.Quantile(p, df1) / df1
            : Beta.OddsQuantile(p, df1 / 2, df2 / 2) * (df2 / df1);
    }

    /// <summary>The x with P(X &gt; x) = p.</summary>
    public static double QuantileUpper(double p, double df1, double df2)
    {
        RequireDegrees(df1, df2);
        return Require.IsInfinite(df2)
            ? ChiSquare.QuantileUpper(p, df1) / df1
            : Beta.OddsQuantileUpper(p, df1 / 2, df2 / 2) * (df2 / df1);
    }

    private static Tails At(double x, double df1, double df2)
    {
        RequireDegrees(df1, df2);
        if (x <= 0)
            return Tails.NothingBelow;
        if (double.IsPositiveInfinity(x))
            return Tails.NothingAbove;
        return Require.IsInfinite(df2)
            ? IncompleteGamma.At(df1 / 2, df1 * x / 2)
            : IncompleteBeta.At(Point(x, df1, df2));
    }

    private static BetaPoint Point(double x, double df1, double df2)
    {
        var odds = df1 / df2 * x;
        var y = double.IsFinite(odds) ? 1 / (1 + odds) : df2 / df1 / x;
        // (a + b) · odds / (1 + odds) − a = df1 / 2 · (x − 1) / (1 + odds).
        return new(df1 / 2, df2 / 2, odds <= 1 ? odds * y : 1 / (1 + 1 / odds), y, df1 / 2 * ((x - 1) * y));
    }

    private static void RequireDegrees(double df1, double df2)
    {
        Require.Positive(df1);
        Require.PositiveOrInfinite(df2);
    }
}
