namespace Virker.Statistics.Distributions;

/// <summary>
/// The standard normal distribution. Both tails come from Mills' ratio (upper tail over density), so the far tails
/// keep all their digits. A NaN argument gives NaN; a probability outside 0–1 throws.
/// </summary>
public static class Normal
{
    private const double InverseSqrtTwoPi = 0.398942280401432677939946059934;
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    // Chebyshev coefficients in t = (x − 3) / (x + 3) of (x + 3) · Mills(x), x ≥ 0; computed to 50 digits from the
    // definition √(π/2) exp(x²/2) erfc(x/√2), so the ratio itself is good to 2e-16.
    private static readonly double[] Coefficients =
    [
        2.10665912733478511,
        -1.35589557222661761,
        0.276161392243812223,
        -0.024901239690196141,
        -0.00290015542820339239,
        0.000853952777348794737,
        0.0000531403277957620928,
        -0.0000294074384236717185,
        -2.46062494901131917e-6,
        1.09720560353208682e-6,
        1.7355775825650767e-7,
        -3.72162888540683613e-8,
        -1.21334433154625934e-8,
        5.52268503472920998e-10,
        7.26718735397733144e-10,
        7.20280522285668806e-11,
        -3.13725546050697568e-11,
        -9.61825763934108917e-12,
        2.43102773140936707e-13,
        6.67232969675245213e-13,
        1.17652056758395068e-13,
        -2.0757042736532785e-14,
        -1.27981752617387655e-14,
        -1.44493744819543858e-15,
        5.94193541751425876e-16,
        2.54439093928546563e-16,
        1.92815590695820403e-17,
        -1.47692183315858801e-17,
        -5.50835610857586395e-18,
    ];

    /// <summary>exp(−x²/2) / √(2π).</summary>
    public static double Density(double x) => InverseSqrtTwoPi * ExpMinusSquare(x, 0.5);

    /// <summary>log of <see cref="Density"/>.</summary>
    public static double LogDensity(double x) => -0.5 * x * x - HalfLogTwoPi;

    /// <summary>P(X ≤ x).</summary>
    public static double Lower(double x) => Upper(-x);

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x) => x < 0 ? 1 - Tail(-x) : Tail(x);

    /// <summary>log P(X ≤ x).</summary>
    public static double LogLower(double x) => LogUpper(-x);

    /// <summary>log P(X &gt; x).</summary>
    public static double LogUpper(double x)
    {
        if (x < 0)
            return SpecialFunctions.Log1p(-Tail(-x));
        if (double.IsPositiveInfinity(x))
            return double.NegativeInfinity;
        // The two parts of the log cancel only where it is small, and there the tail is not.
        return x < 1 ? Math.Log(Tail(x)) : LogDensity(x) + Math.Log(Mills(x));
    }

    /// <summary>The x with P(X ≤ x) = p; −∞ at 0 and +∞ at 1.</summary>
    public static double Quantile(double p)
    {
        Require.Probability(p);
        return p <= 0.5 ? -UpperHalfQuantile(p) : UpperHalfQuantile(1 - p);
    }

    /// <summary>The x with P(X &gt; x) = p; +∞ at 0 and −∞ at 1.</summary>
    public static double QuantileUpper(double p)
    {
        Require.Probability(p);
        return p <= 0.5 ? UpperHalfQuantile(p) : -UpperHalfQuantile(1 - p);
    }

    /// <summary>P(X &gt; x) as exp(−scale · argument²) / √(2π) · Mills(x), where scale · argument² is x² / 2.</summary>
    internal static double TailFromSquare(double argument, double x, double scale) =>
        double.IsPositiveInfinity(x) ? 0 : InverseSqrtTwoPi * ExpMinusSquare(argument, scale) * Mills(x);

    private static double Tail(double x) => TailFromSquare(x, x, 0.5);

    /// <summary>exp(−scale · x²) without the rounding of the square.</summary>
    private static double ExpMinusSquare(double x, double scale)
    {
        var square = x * x;
        if (square > 2000)
            return 0;
        var rest = Math.FusedMultiplyAdd(x, x, -square);
        return Math.Exp(-scale * square) * (1 - scale * rest);
    }

    /// <summary>P(X &gt; x) / density(x) for x ≥ 0.</summary>
    private static double Mills(double x)
    {
        var twice = 2 * (x - 3) / (x + 3);
        double current = 0;
        double previous = 0;
        for (var k = Coefficients.Length - 1; k > 0; k--)
            (current, previous) = (twice * current - previous + Coefficients[k], current);
        return (0.5 * twice * current - previous + Coefficients[0]) / (x + 3);
    }

    /// <summary>The x ≥ 0 with P(X &gt; x) = p, for p ≤ ½.</summary>
    private static double UpperHalfQuantile(double p)
    {
        if (p == 0)
            return double.PositiveInfinity;
        if (double.IsNaN(p))
            return p;
        return p > 0.3 ? CentralQuantile(0.5 - p) : TailQuantile(Math.Log(p));
    }

    /// <summary>Newton on Φ(x) − ½ = area, so that a quantile near 0 keeps its digits.</summary>
    private static double CentralQuantile(double area)
    {
        var x = area / InverseSqrtTwoPi;
        for (var step = x; Math.Abs(step) > 1e-9 * x; )
        {
            step = (area - 0.5 * SpecialFunctions.Erf(x / Math.Sqrt(2))) / Density(x);
            x += step;
        }
        return x;
    }

    /// <summary>Newton on the log of the upper tail, which is concave: it closes in from any start.</summary>
    private static double TailQuantile(double logP)
    {
        var x = Math.Sqrt(-2 * logP);
        x = Math.Max(0.5, x - Math.Log(x * 2.5066282746310002) / x);
        for (var step = x; Math.Abs(step) > 1e-9 * x; )
        {
            step = (LogUpper(x) - logP) * Mills(x);
            x += step;
        }
        return x;
    }
}
