namespace Virker.Statistics.Distributions;

/// <summary>The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).</summary>
internal static class IncompleteGamma
{
    /// <summary>log of x^a e^(−x) / Γ(a + 1).</summary>
    public static double LogTerm(double a, double x) =>
        -Saddle.HalfLog2Pi
        - 0.5 * Math.Log(a)
        - Saddle.StirlingError(a)
        - Saddle.Deviance(count: a, mean: x, excess: x - a);

    public static Tails At(double a, double x)
    {
        if (double.IsNaN(x))
            return Tails.Unknown;
        if (x <= 0)
            return Tails.NothingBelow;
        if (double.IsPositiveInfinity(x))
            return Tails.NothingAbove;
        var log = LogTerm(a, x);
        if (x > 1 && x >= a + 1)
            return new Tails(log, a * Fraction(a, x), DirectIsUpper: true);
        var lower = new Tails(log, Series(a, x), DirectIsUpper: false);
        return a < 1 && lower.Direct > 0.5 ? new Tails(0, SmallShapeUpper(a, x), DirectIsUpper: true) : lower;
    }

    /// <summary>P / term = 1 + x/(a+1) + x²/((a+1)(a+2)) + …: Abramowitz and Stegun 6.5.29.</summary>
    private static double Series(double a, double x)
    {
        var sum = 1.0;
        var term = 1.0;
        for (var k = 1; term > sum * 1e-17; k++)
            sum += term *= x / (a + k);
        return sum;
    }

    /// <summary>Q / (a · term) by Legendre's continued fraction, evaluated by Lentz' method: 6.5.31 contracted.</summary>
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var d = 1 / b;
        var c = double.PositiveInfinity;
        var value = d;
        for (var k = 1; ; k++)
        {
            var numerator = k * (a - k);
            b += 2;
            d = 1 / (b + numerator * d);
            c = b + numerator / c;
            var factor = c * d;
            value *= factor;
            // Negated, so that a NaN ends it too.
            if (!(Math.Abs(factor - 1) >= 2.3e-16))
                return value;
        }
    }

    /// <summary>
    /// Q for a &lt; 1 and x ≤ 2, where P is near 1: with x^a / Γ(a + 1) = e^u,
    /// Q = −(e^u − 1) − e^u · a Σ (−x)^k / (k! (a + k)), both relative to a.
    /// </summary>
    private static double SmallShapeUpper(double a, double x)
    {
        var logGamma = a <= 0.5 ? SpecialFunctions.LogGamma1p(a) : SpecialFunctions.LogGamma(a + 1);
        var u = a * Math.Log(x) - logGamma;
        var sum = 0.0;
        var power = 1.0;
        var term = 1.0;
        for (var k = 1; Math.Abs(term) > Math.Abs(sum) * 1e-17; k++)
        {
            power *= -x / k;
            sum += term = power / (a + k);
        }
        return -SpecialFunctions.Expm1(u) - Math.Exp(u) * a * sum;
    }
}
