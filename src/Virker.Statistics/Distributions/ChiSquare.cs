namespace Virker.Statistics.Distributions;

/// <summary>
/// The chi-square distribution with df &gt; 0 degrees of freedom, whole or not: the gamma distribution with shape
/// df / 2 and scale 2. NaN and bad arguments as in <see cref="Gamma"/>.
/// </summary>
public static class ChiSquare
{
    /// <summary>x^(df/2−1) e^(−x/2) / (2^(df/2) Γ(df/2)).</summary>
    public static double Density(double x, double df) => Math.Exp(LogDensity(x, df));

    /// <summary>log of <see cref="Density"/>.</summary>
    public static double LogDensity(double x, double df) => Gamma.LogDensity(x, Shape(df), 2);

    /// <summary>P(X ≤ x).</summary>
    public static double Lower(double x, double df) => Gamma.Lower(x, Shape(df), 2);

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x, double df) => Gamma.Upper(x, Shape(df), 2);

    /// <summary>log P(X ≤ x).</summary>
    public static double LogLower(double x, double df) => Gamma.LogLower(x, Shape(df), 2);

    /// <summary>log P(X &gt; x).</summary>
    public static double LogUpper(double x, double df) => Gamma.LogUpper(x, Shape(df), 2);

    /// <summary>The x with P(X ≤ x) = p.</summary>
    public static double Quantile(double p, double df) => Gamma.Quantile(p, Shape(df), 2);

    /// <summary>The x with P(X &gt; x) = p.</summary>
    public static double QuantileUpper(double p, double df) => Gamma.QuantileUpper(p, Shape(df), 2);

    private static double Shape(double df)
    {
        Require.Positive(df);
        return df / 2;
    }
}
