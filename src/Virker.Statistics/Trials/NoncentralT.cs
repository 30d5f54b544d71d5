using Virker.Statistics.Distributions;

namespace Virker.Statistics.Trials;

/// <summary>Student's t when the effect is not 0: T = (Z + δ)/S with S² a chi-square over its degrees of freedom.</summary>
internal static class NoncentralT
{
    /// <summary>
    /// P(T &gt; t) = ∫ P(Z &gt; t·s − δ) f(s) ds by the trapezoidal rule in log s, whose error falls off exponentially in
    /// the number of points; dividing by the rule's own ∫ f leaves no constant to be known.
    /// </summary>
    public static double Upper(double t, double df, double shift)
    {
        var spread = 1 / Math.Sqrt(2 * df);
        var step = Math.Min(spread, 1 / (1 + Math.Abs(shift))) / 4;
        var (sum, total) = (0.0, 0.0);
        // On the left f falls off as s^df, on the right as a normal tail or faster.
        for (
            var i = -(int)Math.Ceiling((12 * spread + 40 / df) / step);
            i <= (int)Math.Ceiling(12 * spread / step);
            i++
        )
        {
            var x = i * step;
            var weight = Math.Exp(df * (x - SpecialFunctions.Expm1(2 * x) / 2));
            total += weight;
            sum += weight * Normal.Upper(t * Math.Exp(x) - shift);
        }
        return sum / total;
    }
}
