namespace Virker.Statistics.Distributions;

/// <summary>
/// The gamma distribution with a shape and a scale (mean = shape · scale), both above 0. A NaN point or probability
/// gives NaN; a bad parameter or a probability outside 0–1 throws.
/// </summary>
public static class Gamma
{
    /// <summary>x^(shape−1) e^(−x/scale) / (scale^shape Γ(shape)); 0 below 0.</summary>
    public static double Density(double x, double shape, double scale = 1) => Math.Exp(LogDensity(x, shape, scale));

    /// <summary>log of <see cref="Density"/>; −∞ where it is 0 and +∞ at 0 for a shape below 1.</summary>
    public static double LogDensity(double x, double shape, double scale = 1)
    {
        Require.Positive(shape);
        Require.Positive(scale);
        if (x == 0 && shape <= 1)
            return shape < 1 ? double.PositiveInfinity : -Math.Log(scale);
        return x <= 0 || double.IsPositiveInfinity(x)
            ? double.NegativeInfinity
            : IncompleteGamma.LogTerm(shape, x / scale) + Math.Log(shape) - Math.Log(x);
    }

    /// <summary>P(X ≤ x).</summary>
    public static double Lower(double x, double shape, double scale = 1) => At(x, shape, scale).Lower;

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x, double shape, double scale = 1) => At(x, shape, scale).Upper;

    /// <summary>log P(X ≤ x).</summary>
    public static double LogLower(double x, double shape, double scale = 1) => At(x, shape, scale).LogLower;

    /// <summary>log P(X &gt; x).</summary>
    public static double LogUpper(double x, double shape, double scale = 1) => At(x, shape, scale).LogUpper;

    /// <summary>The x with P(X ≤ x) = p.</summary>
    public static double Quantile(double p, double shape, double scale = 1)
    {
        Require.Probability(p);
        return p <= 0.5 ? Inverse(p, false, shape, scale) : Inverse(1 - p, true, shape, scale);
    }

    /// <summary>The x with P(X &gt; x) = p.</summary>
    public static double QuantileUpper(double p, double shape, double scale = 1)
    {
        Require.Probability(p);
        return p <= 0.5 ? Inverse(p, true, shape, scale) : Inverse(1 - p, false, shape, scale);
    }

    private static Tails At(double x, double shape, double scale)
    {
        Require.Positive(shape);
        Require.Positive(scale);
        return IncompleteGamma.At(shape, x / scale);
    }

    private static double Inverse(double p, bool tailIsUpper, double shape, double scale)
    {
        Require.Positive(shape);
        Require.Positive(scale);
        if (double.IsNaN(p))
            return p;
        if (p == 0)
            return tailIsUpper ? double.PositiveInfinity : 0;
        var logShape = Math.Log(shape);
        var x = Solver.Solve(Curve, tailIsUpper, Math.Log(p), Start(p, tailIsUpper, shape));
        return x * scale;

        (double, double) Curve(double x)
        {
            var tails = IncompleteGamma.At(shape, x);
            return (tailIsUpper ? tails.LogUpper : tails.LogLower, IncompleteGamma.LogTerm(shape, x) + logShape);
        }
    }

    /// <summary>Wilson and Hilferty's cube, or the power law near 0 where the cube fails.</summary>
    private static double Start(double p, bool tailIsUpper, double shape)
    {
        var z = tailIsUpper ? Normal.QuantileUpper(p) : Normal.Quantile(p);
        var root = 1 - 1 / (9 * shape) + z / (3 * Math.Sqrt(shape));
        if (root > 0.2)
            return shape * root * root * root;
        var logP = tailIsUpper ? SpecialFunctions.Log1p(-p) : Math.Log(p);
        return Math.Exp((logP + SpecialFunctions.LogGamma(shape + 1)) / shape);
    }
}
