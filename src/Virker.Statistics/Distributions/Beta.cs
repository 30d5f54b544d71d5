namespace Virker.Statistics.Distributions;

/// <summary>
/// The beta distribution on 0–1 with shapes a, b &gt; 0. A NaN point or probability gives NaN; a bad shape or a
/// probability outside 0–1 throws.
/// </summary>
public static class Beta
{
    /// <summary>x^(a−1) (1−x)^(b−1) / B(a, b); 0 outside 0–1.</summary>
    public static double Density(double x, double a, double b) => Math.Exp(LogDensity(x, a, b));

    /// <summary>log of <see cref="Density"/>.</summary>
    public static double LogDensity(double x, double a, double b)
    {
        Require.Positive(a);
        Require.Positive(b);
        if (x is < 0 or > 1)
            return double.NegativeInfinity;
        if (x == 0)
            return AtEdge(a, b);
        return x == 1
            ? AtEdge(b, a)
            : IncompleteBeta.LogTerm(BetaPoint.FromX(a, b, x)) - Math.Log(x) - SpecialFunctions.Log1p(-x);
    }

    /// <summary>P(X ≤ x): the regularised incomplete beta function.</summary>
    public static double Lower(double x, double a, double b) => At(x, a, b).Lower;

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x, double a, double b) => At(x, a, b).Upper;

    /// <summary>log P(X ≤ x).</summary>
    public static double LogLower(double x, double a, double b) => At(x, a, b).LogLower;

    /// <summary>log P(X &gt; x).</summary>
    public static double LogUpper(double x, double a, double b) => At(x, a, b).LogUpper;

    /// <summary>The x with P(X ≤ x) = p.</summary>
    public static double Quantile(double p, double a, double b) => FromOdds(OddsQuantile(p, a, b));

    /// <summary>The x with P(X &gt; x) = p.</summary>
    public static double QuantileUpper(double p, double a, double b) => FromOdds(OddsQuantileUpper(p, a, b));

    /// <summary>x / (1 − x) at the quantile: near x = 1 the odds keep the digits that x cannot hold.</summary>
    internal static double OddsQuantile(double p, double a, double b)
    {
        Require.Probability(p);
        return p <= 0.5 ? InverseOdds(p, false, a, b) : InverseOdds(1 - p, true, a, b);
    }

    /// <inheritdoc cref="OddsQuantile"/>
    internal static double OddsQuantileUpper(double p, double a, double b)
    {
        Require.Probability(p);
        return p <= 0.5 ? InverseOdds(p, true, a, b) : InverseOdds(1 - p, false, a, b);
    }

    private static Tails At(double x, double a, double b)
    {
        Require.Positive(a);
        Require.Positive(b);
        if (x <= 0)
            return Tails.NothingBelow;
        return x >= 1 ? Tails.NothingAbove : IncompleteBeta.At(BetaPoint.FromX(a, b, x));
    }

    private static double AtEdge(double near, double far) =>
        near switch
        {
            < 1 => double.PositiveInfinity,
            > 1 => double.NegativeInfinity,
            _ => Math.Log(far),
        };

    private static double FromOdds(double odds) => odds <= 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);

    private static double InverseOdds(double p, bool tailIsUpper, double a, double b)
    {
        Require.Positive(a);
        Require.Positive(b);
        if (double.IsNaN(p))
            return p;
        if (p == 0)
            return tailIsUpper ? double.PositiveInfinity : 0;
        return Solver.Solve(Curve, tailIsUpper, Math.Log(p), Start(p, tailIsUpper, a, b));

        (double, double) Curve(double odds)
        {
            var point = BetaPoint.FromOdds(a, b, odds);
            var tails = IncompleteBeta.At(point);
            return (tailIsUpper ? tails.LogUpper : tails.LogLower, IncompleteBeta.LogTerm(point));
        }
    }

    /// <summary>The log odds as normal, or the power law of the tail where a shape is small.</summary>
    private static double Start(double p, bool tailIsUpper, double a, double b)
    {
        var shape = tailIsUpper ? b : a;
        if (shape < 1)
        {
            var log = (Math.Log(p) + Math.Log(shape) + SpecialFunctions.LogBeta(a, b)) / shape;
            return Math.Exp(tailIsUpper ? -log : log);
        }
        var z = tailIsUpper ? Normal.QuantileUpper(p) : Normal.Quantile(p);
        return a / b * Math.Exp(z * Math.Sqrt(1 / a + 1 / b));
    }
}
