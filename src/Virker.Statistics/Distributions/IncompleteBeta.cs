namespace Virker.Statistics.Distributions;

/// <summary>
/// A point of the beta distribution with shapes a and b: x, y = 1 − x, and the excess (a + b) x − a, all three given
/// by the caller who knows them without the rounding of a subtraction.
/// </summary>
internal readonly record struct BetaPoint(double A, double B, double X, double Y, double Excess)
{
    public BetaPoint Mirrored => new(B, A, Y, X, -Excess);

    /// <summary>The point where x : y = odds : 1.</summary>
    public static BetaPoint FromOdds(double a, double b, double odds)
    {
        var excess = Math.FusedMultiplyAdd(odds, b, -a);
        // Above 1 the same in 1 / odds, so that nothing overflows.
        return odds <= 1
            ? new(a, b, odds / (1 + odds), 1 / (1 + odds), excess / (1 + odds))
            : new(a, b, 1 / (1 + 1 / odds), 1 / (1 + odds), (b - a / odds) / (1 + 1 / odds));
    }

    /// <summary>The point at x, 0 ≤ x ≤ 1.</summary>
    public static BetaPoint FromX(double a, double b, double x)
    {
        var y = 1 - x;
        var lost = 1 - y - x;
        // x b − y a, with the rounding of both products and of y put back.
        var xb = x * b;
        var ya = y * a;
        var rounding = Math.FusedMultiplyAdd(x, b, -xb) - Math.FusedMultiplyAdd(y, a, -ya) - lost * a;
        return new(a, b, x, y, xb - ya + rounding);
    }
}

/// <summary>The regularised incomplete beta function I_x(a, b) and its complement.</summary>
internal static class IncompleteBeta
{
    /// <summary>log of x^a y^b / B(a, b).</summary>
    public static double LogTerm(in BetaPoint point)
    {
        var (a, b, x, y, excess) = point;
        var n = a + b;
        return 0.5 * (Math.Log(a) + Math.Log(b / n))
            - Saddle.HalfLog2Pi
            + Saddle.StirlingError(n)
            - Saddle.StirlingError(a)
            - Saddle.StirlingError(b)
            - Saddle.Deviance(count: a, mean: n * x, excess: excess)
            - Saddle.Deviance(count: b, mean: n * y, excess: -excess);
    }

    public static Tails At(in BetaPoint point)
    {
        if (double.IsNaN(point.X))
            return Tails.Unknown;
        if (point.X <= 0)
            return Tails.NothingBelow;
        if (point.Y <= 0)
            return Tails.NothingAbove;
        // The fraction converges fast for x below (a + 1) / (a + b + 2), that is, excess below y − x.
        return point.Excess <= point.Y - point.X ? LowerAt(point) : LowerAt(point.Mirrored).Mirrored;
    }

    private static Tails LowerAt(in BetaPoint point)
    {
        var lower = new Tails(LogTerm(point), 1 / Fraction(point), DirectIsUpper: false);
        if (point.A >= 1 || lower.Direct <= 0.9)
            return lower;
        // A small shape puts nearly everything below x, so the little above it is what must be found.
        return point.X >= 0.1
            ? new Tails(LogTerm(point), Series(point.Mirrored) / point.B, DirectIsUpper: true)
            : new Tails(0, SmallShapeUpper(point), DirectIsUpper: true);
    }

    /// <summary>
    /// x^a y^b / B(a, b) over I_x(a, b) by the continued fraction of DiDonato and Morris (1992), ACM TOMS 18, 360–373,
    /// equation 9, evaluated by Lentz' method.
    /// </summary>
    private static double Fraction(in BetaPoint point)
    {
        var (a, b, x, _, excess) = point;
        var c = a * (1 - excess) / (a + 1);
        var d = 0.0;
        var value = c;
        for (var m = 1; ; m++)
        {
            var odd = a + 2.0 * m - 1;
            var product = m * (b - m) * x / odd;
            var numerator = (a + m - 1) / odd * (a + b + m - 1) * x * product;
            var denominator = m + product + (a + m) / (odd + 2) * (1 - excess + m * (2 - x));
            d = 1 / (denominator + numerator * d);
            c = denominator + numerator / c;
            var factor = c * d;
            value *= factor;
            // Negated, so that a NaN ends it too.
            if (!(Math.Abs(factor - 1) >= 2.3e-16))
                return value;
        }
    }

    /// <summary>a I_x(a, b) / (x^a y^b / B(a, b)) = Σ (a+b)_k / (a+1)_k x^k: every term is positive.</summary>
    private static double Series(in BetaPoint point)
    {
        var (a, b, x, _, _) = point;
        var sum = 1.0;
        var term = 1.0;
        for (var k = 0; term > sum * 1e-17; k++)
            sum += term *= x * (a + b + k) / (a + 1 + k);
        return sum;
    }

    /// <summary>
    /// 1 − I_x(a, b) for a &lt; 1 and small x: with x^a / (a B(a, b)) = e^u,
    /// −(e^u − 1) − e^u · a Σ (1−b)_k / k! · x^k / (a + k), both relative to a.
    /// </summary>
    private static double SmallShapeUpper(in BetaPoint point)
    {
        var (a, b, x, _, _) = point;
        var logGamma = a <= 0.5 ? SpecialFunctions.LogGamma1p(a) : SpecialFunctions.LogGamma(a + 1);
        var u = a * Math.Log(x) + Saddle.LogGammaRatio(b, a) - logGamma;
        var sum = 0.0;
        var power = 1.0;
        var term = 1.0;
        for (var k = 1; Math.Abs(term) > Math.Abs(sum) * 1e-17; k++)
        {
            power *= x * (k - b) / k;
            sum += term = power / (a + k);
        }
        return -SpecialFunctions.Expm1(u) - Math.Exp(u) * a * sum;
    }
}
