using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>How the number of missing studies is estimated.</summary>
public enum TrimAndFillEstimator
{
    /// <summary>From the sum of signed ranks, linearly: the default.</summary>
    L0,

    /// <summary>From the run of the largest ranks on one side; it also gives a test.</summary>
    R0,

    /// <summary>From the sum of signed ranks, by a square root.</summary>
    Q0,
}

/// <summary>The side of the funnel on which studies seem to be missing.</summary>
public enum FunnelSide
{
    /// <summary>Low effects are missing.</summary>
    Left,

    /// <summary>High effects are missing.</summary>
    Right,
}

/// <summary>A pooled effect after mirror images of unmatched studies were filled in.</summary>
/// <param name="Missing">The estimated number of missing studies, k₀.</param>
/// <param name="MissingStandardError">Its standard error.</param>
/// <param name="P">With R0: p value that no study is missing; else NaN.</param>
/// <param name="Side">The side on which they are missing.</param>
/// <param name="Filled">The filled-in effects, which are no data; empty when none is missing.</param>
/// <param name="Result">The analysis with the filled-in effects after the others.</param>
public sealed record TrimAndFillResult(
    int Missing,
    double MissingStandardError,
    double P,
    FunnelSide Side,
    IReadOnlyList<Effect> Filled,
    MetaResult Result
);

/// <summary>
/// Trim and fill: Duval and Tweedie (2000), Biometrics 56, 455–463, as metafor 3.8-1's <c>trimfill</c>. A sensitivity
/// analysis of how much asymmetry could matter, not a better estimate.
/// </summary>
public static class TrimAndFill
{
    private const int MaximumRounds = 100;

    /// <summary>
    /// Trims the studies without a counterpart until their number settles, then fills in their mirror images.
    /// Unlike metafor 3.8-1, which tests the filled analysis by z at 95 %, the options hold there, too.
    /// </summary>
    /// <param name="effects">The effects, at least two.</param>
    /// <param name="options">The choices of the analysis.</param>
    /// <param name="estimator">The estimator of the number of missing studies.</param>
    /// <param name="side">
    /// The side; if left out, left unless a regression on the standard errors slopes downwards (needs three studies).
    /// </param>
    /// <exception cref="ArgumentException">Too few effects, or equal standard errors and no side given.</exception>
    /// <exception cref="InvalidOperationException">The number of missing studies does not settle.</exception>
    public static TrimAndFillResult Of(
        IReadOnlyList<Effect> effects,
        MetaOptions? options = null,
        TrimAndFillEstimator estimator = TrimAndFillEstimator.L0,
        FunnelSide? side = null
    )
    {
        options ??= new MetaOptions();
        Require.Studies(effects, 2, "Trim and fill");
        var missingOn = side ?? SideOf(effects, options);
        // The algorithm is written for studies missing on the left; the other case is its mirror image.
        var sign = missingOn == FunnelSide.Right ? -1 : 1;
        Effect[] sorted =
        [
            .. effects.Select(e => e with { Estimate = sign * e.Estimate }).OrderBy(effect => effect.Estimate),
        ];
        var k = sorted.Length;
        var (missing, before, error, centre) = (0, -1, 0.0, 0.0);
        for (var round = 0; missing != before; round++)
        {
            if (round == MaximumRounds)
            {
                throw new InvalidOperationException(
                    $"Trim and fill did not settle on a number of missing studies in {MaximumRounds} rounds."
                );
            }
            before = missing;
            centre = RandomEffects.Fit(sorted[..(k - missing)], options).Estimate;
            (missing, error) = Missing([.. sorted.Select(effect => effect.Estimate - centre)], estimator);
        }
        Effect[] filled =
        [
            .. sorted[(k - missing)..].Select(e => e with { Estimate = sign * (2 * centre - e.Estimate) }),
        ];
        return new(
            missing,
            error,
            estimator == TrimAndFillEstimator.R0 ? Math.Pow(0.5, missing + 1) : double.NaN,
            missingOn,
            filled,
            RandomEffects.Fit([.. effects, .. filled], options)
        );
    }

    private static FunnelSide SideOf(IReadOnlyList<Effect> effects, MetaOptions options) =>
        EggerTest.MixedEffects(effects, options).Slope < 0 ? FunnelSide.Right : FunnelSide.Left;

    private static (int Missing, double StandardError) Missing(double[] deviations, TrimAndFillEstimator estimator)
    {
        double k = deviations.Length;
        // Ranks of the distances; ties go by position.
        var ranked = deviations.OrderBy(Math.Abs).Select((deviation, i) => (deviation, Rank: i + 1)).ToList();
        double ranks = ranked.Where(r => r.deviation > 0).Sum(r => r.Rank);
        var largestBelow = ranked.LastOrDefault(r => r.deviation < 0).Rank;
        var missing = estimator switch
        {
            TrimAndFillEstimator.L0 => (4 * ranks - k * (k + 1)) / (2 * k - 1),
            TrimAndFillEstimator.R0 => largestBelow == 0 ? 0 : k - largestBelow - 1,
            TrimAndFillEstimator.Q0 => k - 0.5 - Math.Sqrt(2 * k * k - 4 * ranks + 0.25),
        };
        var error = estimator switch
        {
            TrimAndFillEstimator.L0 => 4 * Math.Sqrt(VarianceOfRanks(k, missing)) / (2 * k - 1),
            TrimAndFillEstimator.R0 => Math.Sqrt(2 * Math.Max(0, missing) + 2),
            TrimAndFillEstimator.Q0 => 2
                * Math.Sqrt(VarianceOfRanks(k, missing))
                / Math.Sqrt((k - 0.5) * (k - 0.5) - missing * (2 * k - missing - 1)),
        };
        return ((int)Math.Max(0, Math.Round(missing, MidpointRounding.ToEven)), error);
    }

    private static double VarianceOfRanks(double k, double k0) =>
        (
            k * (k + 1) * (2 * k + 1)
            + 10 * k0 * k0 * k0
            + 27 * k0 * k0
            + 17 * k0
            - 18 * k * k0 * k0
            - 18 * k * k0
            + 6 * k * k * k0
        ) / 24;
}
