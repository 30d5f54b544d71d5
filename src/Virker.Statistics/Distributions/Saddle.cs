namespace Virker.Statistics.Distributions;

/// <summary>
/// The two functions that let a density with large parameters keep all its digits: the error of Stirling's formula
/// and the deviance. C. Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
/// </summary>
internal static class Saddle
{
    public static readonly double HalfLog2Pi = 0.918938533204672741780329736406;

    // B(2k) / (2k (2k - 1)), the Stirling series.
    private static readonly double[] Series =
    [
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
        1.0 / 156,
        -3617.0 / 122400,
    ];

    /// <summary>log Γ(z + 1) − (z + ½) log z + z − ½ log 2π, for z &gt; 0.</summary>
    public static double StirlingError(double z)
    {
        var error = 0.0;
        for (; z < 12; z++)
            error += StirlingStep(z);
        var squared = 1 / (z * z);
        var sum = 0.0;
        for (var k = Series.Length - 1; k >= 0; k--)
            sum = sum * squared + Series[k];
        return error + sum / z;
    }

    /// <summary>
    /// StirlingError(z + a) − StirlingError(z) without cancelling when a is small; log(Γ(z + a) / Γ(z)) follows:
    /// see <see cref="LogGammaRatio"/>.
    /// </summary>
    private static double StirlingDifference(double z, double a)
    {
        var step = SpecialFunctions.Log1p(a / z);
        var sum = 0.0;
        var power = 1 / z;
        for (var k = 0; k < Series.Length; k++, power /= z * z)
            sum += Series[k] * power * SpecialFunctions.Expm1(-(2 * k + 1) * step);
        return sum;
    }

    /// <summary>log(Γ(z + a) / Γ(z)) for z &gt; 0 and 0 &lt; a ≤ 1, accurate relative to a.</summary>
    public static double LogGammaRatio(double z, double a)
    {
        var log = 0.0;
        for (; z < 12; z++)
            log -= SpecialFunctions.Log1p(a / z);
        var u = a / z;
        // (z + a − ½) log(z + a) − (z − ½) log z − a, with log(z + a) = log z + log1p(u).
        return log + a * Math.Log(z) + (z + a - 0.5) * SpecialFunctions.Log1p(u) - a + StirlingDifference(z, a);
    }

    /// <summary>
    /// count · (u − log(1 + u)) with u = excess / count, never negative: how far the mean lies from the count. The
    /// excess is mean − count, passed on its own because the caller knows it without rounding.
    /// </summary>
    public static double Deviance(double count, double mean, double excess)
    {
        var u = excess / count;
        return u is < -0.6 or > 1.2 ? excess - count * Math.Log(mean / count) : count * LogDeficit(u);
    }

    /// <summary>u − log(1 + u) for moderate u: with r = u / (2 + u), log(1 + u) = 2 (r + r³/3 + r⁵/5 + …).</summary>
    private static double LogDeficit(double u)
    {
        var r = u / (2 + u);
        return r * (u - 2 * r * r * OddSeries(r * r));
    }

    /// <summary>(z + ½) log((z + 1) / z) − 1, the fall in Stirling's error from z to z + 1.</summary>
    private static double StirlingStep(double z)
    {
        if (z < 1)
            return (z + 0.5) * (SpecialFunctions.Log1p(z) - Math.Log(z)) - 1;
        var r = 1 / (2 * z + 1);
        return r * r * OddSeries(r * r);
    }

    /// <summary>1/3 + s/5 + s²/7 + …</summary>
    private static double OddSeries(double s)
    {
        var sum = 1.0 / 3;
        var power = s;
        for (var k = 5; ; k += 2, power *= s)
        {
            var next = sum + power / k;
            // Negated, so that a NaN ends it too.
            if (!(next > sum))
                return next;
            sum = next;
        }
    }
}
