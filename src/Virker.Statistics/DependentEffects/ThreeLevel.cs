using Virker.Statistics.Distributions;
using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.DependentEffects;

/// <summary>
/// Pools effects that come in clusters (several effects from one source) under the three-level model
/// yᵢⱼ = μ + uⱼ + wᵢⱼ + eᵢⱼ, u ~ N(0, between), w ~ N(0, within), e ~ N(0, vᵢⱼ): Konstantopoulos (2011), Research
/// Synthesis Methods 2, 61–76. The same as metafor's <c>rma.mv</c> with <c>random = ~ 1 | cluster/effect</c>; the work
/// grows in proportion to the number of effects. The sampling errors eᵢⱼ are taken to be independent; when they are not
/// (the same people measured twice), use <see cref="ClusterRobust"/> on top.
/// </summary>
public static class ThreeLevel
{
    /// <summary>Fits the model.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="clusters">The id of each effect's cluster, in the order of the effects.</param>
    /// <param name="options">The choices; metafor's defaults if left out.</param>
    /// <exception cref="ArgumentException">
    /// No effects, an effect that is not finite or has a variance not above 0, ids that are not one for each effect, or
    /// a level outside (0, 1).
    /// </exception>
    public static ThreeLevelResult Fit(
        IReadOnlyList<Effect> effects,
        IReadOnlyList<string> clusters,
        ThreeLevelOptions? options = null
    )
    {
        options ??= new ThreeLevelOptions();
        EffectCheck.All(effects);
        Guard.Level(options.Level);
        var k = effects.Count;
        var rows = ClusterRows.Of(clusters, k);
        var likelihood = new ThreeLevelLikelihood(effects, rows, options.Method == Likelihood.Restricted);
        var freeBetween = rows.Length > 1;
        var freeWithin = rows.Length < k;
        var (between, within) = Maximise(likelihood, Spread(effects), freeBetween, freeWithin);

        var point = likelihood.At(between, within);
        var standardError = Math.Sqrt(1 / point.Precision);
        var df = options.Test == ThreeLevelTest.T && k > 1 ? k - 1 : double.NaN;
        var test = Wald.Of(point.Mean, standardError, df, options.Level);
        var half = Wald.Critical(df, options.Level) * Math.Sqrt(1 / point.Precision + between + within);
        var q = CochranQ(effects);
        return new ThreeLevelResult
        {
            K = k,
            Clusters = rows.Length,
            Estimate = point.Mean,
            StandardError = standardError,
            Statistic = test.Statistic,
            Df = df,
            P = test.P,
            CiLow = test.CiLow,
            CiHigh = test.CiHigh,
            PiLow = point.Mean - half,
            PiHigh = point.Mean + half,
            Between = between,
            Within = within,
            Separable = freeBetween && freeWithin,
            LogLikelihood = point.Value,
            Q = q,
            QDf = k - 1,
            QP = k > 1 ? ChiSquare.Upper(q, k - 1) : 1,
            Options = options,
            Effects = effects,
            ClusterIds = clusters,
        };
    }

    // A coarse grid chooses the hill; Newton's method climbs it, with Fisher scoring where the hill is not yet concave,
    // on the variances that are above 0 or want to be.
    private static (double Between, double Within) Maximise(
        ThreeLevelLikelihood likelihood,
        double spread,
        bool freeBetween,
        bool freeWithin
    )
    {
        double[] grid = [0, 0.1, 0.3, 1];
        var (b, w) = grid.Where(share => freeBetween || share == 0)
            .SelectMany(_ => grid.Where(share => freeWithin || share == 0), (x, y) => (x * spread, y * spread))
            .MaxBy(start => likelihood.At(start.Item1, start.Item2).Value);
        for (var iteration = 0; iteration < 500; iteration++)
        {
            var here = likelihood.At(b, w);
            var (stepB, stepW) = Step(
                here,
                freeBetween && (b > 0 || here.Score.Between > 0),
                freeWithin && (w > 0 || here.Score.Within > 0),
                b,
                w
            );
            // No further than to the nearest border, where that variance becomes exactly 0.
            var reachB = stepB < 0 ? -b / stepB : double.PositiveInfinity;
            var reachW = stepW < 0 ? -w / stepW : double.PositiveInfinity;
            var length = Math.Min(1, Math.Min(reachB, reachW));
            var improved = false;
            for (var halving = 0; halving < 60 && !improved; halving++, length /= 2)
            {
                var nextB = length == reachB ? 0 : b + length * stepB;
                var nextW = length == reachW ? 0 : w + length * stepW;
                // Rounding in the likelihood must not stop the last steps, which only the gradient can see.
                improved = likelihood.At(nextB, nextW).Value >= here.Value - 1e-13 * (1 + Math.Abs(here.Value));
                if (improved)
                {
                    var moved = Math.Max(Math.Abs(nextB - b), Math.Abs(nextW - w));
                    (b, w) = (nextB, nextW);
                    if (moved <= 1e-11 * (b + w))
                        return (b, w);
                }
            }
            if (!improved)
                break;
        }
        return (b, w);
    }

    private static (double Between, double Within) Step(
        ThreeLevelLikelihood.Point at,
        bool moveBetween,
        bool moveWithin,
        double between,
        double within
    )
    {
        var (b, w) = at.Score;
        if (moveBetween && moveWithin)
        {
            var (bb, bw, ww) = at.Observed;
            if (!(bb > 0 && bb * ww - bw * bw > 1e-8 * bb * Math.Abs(ww)))
                (bb, bw, ww) = at.Expected;
            var determinant = bb * ww - bw * bw;
            var (stepB, stepW) = ((ww * b - bw * w) / determinant, (bb * w - bw * b) / determinant);
            if (between == 0 && stepB < 0)
                moveBetween = false;
            else if (within == 0 && stepW < 0)
                moveWithin = false;
            else
                return (stepB, stepW);
        }
        return (
            moveBetween ? b / (at.Observed.Bb > 0 ? at.Observed.Bb : at.Expected.Bb) : 0,
            moveWithin ? w / (at.Observed.Ww > 0 ? at.Observed.Ww : at.Expected.Ww) : 0
        );
    }

    private static double Spread(IReadOnlyList<Effect> effects)
    {
        var mean = effects.Average(effect => effect.Estimate);
        return effects.Sum(effect => Math.Pow(effect.Estimate - mean, 2)) / effects.Count;
    }

    private static double CochranQ(IReadOnlyList<Effect> effects)
    {
        var mean =
            effects.Sum(effect => effect.Estimate / effect.Variance) / effects.Sum(effect => 1 / effect.Variance);
        return effects.Sum(effect => Math.Pow(effect.Estimate - mean, 2) / effect.Variance);
    }
}
