namespace Virker.Statistics.Distributions;

/// <summary>
/// The functions under the distributions. A NaN argument gives NaN; an argument outside the domain throws
/// <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public static class SpecialFunctions
{
    private const double OneMinusEuler = 0.42278433509846713939348790991760;

    // (ζ(k) − 1) / k for k = 2, 3, …: log Γ(2 + a) = (1 − γ) a + Σ (−1)^k a^k (ζ(k) − 1) / k, Abramowitz and Stegun 6.1.33.
    private static readonly double[] Zeta =
    [
        0.32246703342411321824,
        0.067352301053198095133,
        0.020580808427784547879,
        0.0073855510286739852663,
        0.0028905103307415232858,
        0.0011927539117032609771,
        0.00050966952474304242234,
        0.00022315475845357937976,
        0.000099457512781808533715,
        0.0000449262367381331417,
        0.000020507212775670691553,
        9.439488275268395904e-6,
        4.3748667899074878042e-6,
        2.0392157538013662368e-6,
        9.5514121304074198329e-7,
        4.4924691987645660433e-7,
        2.1207184805554665869e-7,
        1.0043224823968099609e-7,
        4.7698101693639805658e-8,
        2.271109460894316491e-8,
        1.0838659214896954091e-8,
        5.1834750419700466551e-9,
        2.4836745438024783172e-9,
        1.1921401405860912074e-9,
        5.7313672416788620133e-10,
        2.7595228851242331452e-10,
        1.3304764374244489481e-10,
        6.4229645638381000221e-11,
        3.1044247747322272762e-11,
    ];

    /// <summary>log(1 + x), with every digit also where x is small.</summary>
    public static double Log1p(double x)
    {
        var u = 1 + x;
        if (u == 1 || double.IsPositiveInfinity(u) || u <= 0)
            return u <= 0 ? Math.Log(u) : x;
        return Math.Log(u) - (u - 1 - x) / u;
    }

    /// <summary>exp(x) − 1, with every digit also where x is small (Kahan's quotient).</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 1)
            return Math.Exp(x) - 1;
        var u = Math.Exp(x);
        return u == 1 ? x : (u - 1) * x / Math.Log(u);
    }

    /// <summary>log Γ(x) for x &gt; 0.</summary>
    public static double LogGamma(double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x))
            return x;
        Require.Positive(x);
        if (x <= 0.5)
            return LogGamma1p(x) - Math.Log(x);
        if (x <= 1.5)
            return LogGamma1p(x - 1);
        if (x <= 2.5)
            return LogGamma2p(x - 2);
        if (x >= 12)
            return (x - 0.5) * (Math.Log(x) - 1) + (Saddle.HalfLog2Pi - 0.5) + Saddle.StirlingError(x);
        var product = 1.0;
        while (x > 2.5)
            product *= --x;
        return Math.Log(product) + LogGamma2p(x - 2);
    }

    /// <summary>log Γ(1 + a) for |a| ≤ ½, accurate relative to a.</summary>
    internal static double LogGamma1p(double a) => LogGamma2p(a) - Log1p(a);

    /// <summary>log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), for a, b &gt; 0.</summary>
    public static double LogBeta(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b))
            return double.NaN;
        Require.Positive(a);
        Require.Positive(b);
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        if (a <= 1)
            return LogGamma(a) - Saddle.LogGammaRatio(b, a);
        if (b < 12)
            return LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        var n = a + b;
        return Saddle.HalfLog2Pi
            - 0.5 * Math.Log(b)
            + (a - 0.5) * Math.Log(a / n)
            - b * Log1p(a / b)
            + Saddle.StirlingError(a)
            + Saddle.StirlingError(b)
            - Saddle.StirlingError(n);
    }

    /// <summary>2/√π ∫ exp(−t²) dt from 0 to x.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) >= 0.5)
            return x < 0 ? Erfc(-x) - 1 : 1 - Erfc(x);
        // exp(−x²) Σ 2^k x^(2k+1) / (1·3·5···(2k+1)): every term has the same sign.
        var term = x;
        var sum = x;
        for (var k = 3; Math.Abs(term) > Math.Abs(sum) * 1e-17; k += 2)
            sum += term *= 2 * x * x / k;
        return 1.12837916709551257389615890312 * Math.Exp(-x * x) * sum;
    }

    /// <summary>1 − erf(x), with full relative accuracy in the upper tail.</summary>
    public static double Erfc(double x) => x < 0 ? 2 - Erfc(-x) : 2 * Normal.TailFromSquare(x, Math.Sqrt(2) * x, 1);

    /// <summary>log Γ(2 + a) for |a| ≤ ½.</summary>
    private static double LogGamma2p(double a)
    {
        var sum = 0.0;
        for (var k = Zeta.Length - 1; k >= 0; k--)
            sum = Zeta[k] - a * sum;
        return a * (OneMinusEuler + a * sum);
    }
}
