using Virker.Statistics.Distributions;
using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.Diagnostics;

/// <summary>Kendall's rank correlation between effects and their variances.</summary>
/// <param name="Tau">Kendall's τ-b, from −1 to 1; NaN when either side has one value only.</param>
/// <param name="P">Two-sided p value; NaN with <paramref name="Tau"/>.</param>
/// <param name="IsExact">Whether P is exact (no ties) or from the normal distribution.</param>
public sealed record RankCorrelationResult(double Tau, double P, bool IsExact);

/// <summary>
/// The rank correlation test of funnel plot asymmetry: Begg and Mazumdar (1994), Biometrics 50, 1088–1101, as
/// metafor 3.8-1's <c>ranktest</c>: exact unless there are ties, and then normal without continuity correction.
/// </summary>
public static class RankCorrelation
{
    /// <summary>Correlates (yᵢ − ȳ)/√(vᵢ − 1/Σvⱼ⁻¹), ȳ the common effect, with vᵢ.</summary>
    /// <exception cref="ArgumentException">Fewer than two effects, or one that is not valid.</exception>
    public static RankCorrelationResult Of(IReadOnlyList<Effect> effects)
    {
        Require.Studies(effects, 2, "A rank correlation");
        var precision = effects.Sum(effect => 1 / effect.Variance);
        var mean = effects.Sum(effect => effect.Estimate / effect.Variance) / precision;
        var rounding = 1e-15 * effects.Max(effect => Math.Abs(effect.Estimate));
        double[] deviates = [.. effects.Select(Deviate)];
        return Kendall(deviates, [.. effects.Select(effect => effect.Variance)]);

        double Deviate(Effect effect)
        {
            var distance = effect.Estimate - mean;
            // What is only rounding must not be ranked.
            return Math.Abs(distance) <= rounding ? 0 : distance / Math.Sqrt(effect.Variance - 1 / precision);
        }
    }

    private static RankCorrelationResult Kendall(double[] x, double[] y)
    {
        var n = x.Length;
        long s = 0;
        for (var i = 1; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                s += x[i].CompareTo(x[j]) * y[i].CompareTo(y[j]);
        }
        var pairs = n * (n - 1L) / 2;
        var (tiesX, tiesY) = (Ties.In(x), Ties.In(y));
        var tau = s / Math.Sqrt((double)(pairs - tiesX.Pairs) * (pairs - tiesY.Pairs));
        if (double.IsNaN(tau))
            return new(double.NaN, double.NaN, IsExact: false);
        if (tiesX.Pairs == 0 && tiesY.Pairs == 0)
        {
            // |S| is as far out as the number of discordant (or concordant) pairs that is the smaller is low.
            return new(tau, Math.Min(1, 2 * FewInversions(n, (pairs - Math.Abs(s)) / 2)), IsExact: true);
        }
        double m = n;
        var variance =
            (m * (m - 1) * (2 * m + 5) - tiesX.Third - tiesY.Third) / 18
            + 2.0 * tiesX.Pairs * tiesY.Pairs / (m * (m - 1))
            + (n > 2 ? tiesX.Triples * tiesY.Triples / (9 * m * (m - 1) * (m - 2)) : 0);
        return new(tau, 2 * Normal.Upper(Math.Abs(s) / Math.Sqrt(variance)), IsExact: false);
    }

    /// <summary>
    /// The probability that a random order of n has at most so many inversions. Adding one element to an order of m − 1
    /// adds 0 to m − 1 inversions with equal probability; the sums run over the lower half only, where nothing cancels.
    /// </summary>
    private static double FewInversions(int n, long most)
    {
        var probability = new double[most + 1];
        var next = new double[most + 1];
        probability[0] = 1;
        for (var m = 2; m <= n; m++)
        {
            var window = 0.0;
            for (var q = 0; q <= most; q++)
            {
                window += probability[q];
                if (q >= m)
                    window -= probability[q - m];
                next[q] = window / m;
            }
            (probability, next) = (next, probability);
        }
        return probability.Sum();
    }

    // Sums over groups of t tied values: t(t − 1)/2, t(t − 1)(2t + 5) and t(t − 1)(t − 2).
    private readonly record struct Ties(long Pairs, double Third, double Triples)
    {
        public static Ties In(double[] values)
        {
            var ties = new Ties(0, 0, 0);
            foreach (var group in values.GroupBy(value => value))
            {
                long t = group.Count();
                ties = new(
                    ties.Pairs + t * (t - 1) / 2,
                    ties.Third + t * (t - 1) * (2.0 * t + 5),
                    ties.Triples + t * (t - 1) * (t - 2.0)
                );
            }
            return ties;
        }
    }
}
