using Virker.Statistics.Distributions;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>What one study does to a pooled effect. "Deleted" is the analysis without it.</summary>
/// <param name="StudentizedResidual">The study's distance from the deleted mean ÷ the standard error of that distance.</param>
/// <param name="Dffits">The move of the mean, in standard errors of the fitted value.</param>
/// <param name="CooksDistance">The squared move of the mean ÷ the mean's variance.</param>
/// <param name="CovarianceRatio">The mean's variance deleted ÷ not deleted; below 1, leaving the study out is more precise.</param>
/// <param name="Tau2Deleted">τ² deleted.</param>
/// <param name="QDeleted">Cochran's Q deleted.</param>
/// <param name="Hat">The study's leverage: its share of the weights, from 0 to 1.</param>
/// <param name="Weight">The same in percent.</param>
/// <param name="Dfbetas">The move of the mean, in standard errors of the mean at the deleted τ².</param>
/// <param name="IsInfluential">
/// |DFFITS| &gt; 3√(1/(k − 1)), or Cook's distance above the median of χ²₁, or hat &gt; 3/k, or |DFBETAS| &gt; 1.
/// </param>
public sealed record StudyInfluence(
    double StudentizedResidual,
    double Dffits,
    double CooksDistance,
    double CovarianceRatio,
    double Tau2Deleted,
    double QDeleted,
    double Hat,
    double Weight,
    double Dfbetas,
    bool IsInfluential
);

/// <summary>
/// Which studies the pooled effect hangs on: Viechtbauer and Cheung (2010), Research Synthesis Methods 1, 112–125,
/// as metafor 3.8-1's <c>influence</c>. Each of the k refits is a few passes over the studies.
/// </summary>
public static class Influence
{
    /// <summary>One record a study, in the order of the effects.</summary>
    /// <exception cref="ArgumentException">Fewer than two effects, or as for <see cref="RandomEffects.Fit"/>.</exception>
    public static IReadOnlyList<StudyInfluence> Of(IReadOnlyList<Effect> effects, MetaOptions? options = null)
    {
        options ??= new MetaOptions();
        Require.Studies(effects, 2, "Influence");
        var k = effects.Count;
        var deleted = new DeletedFits(effects, options);
        var full = deleted.Full;
        var halfCook = ChiSquare.Quantile(0.5, 1);
        var result = new StudyInfluence[k];
        for (var i = 0; i < k; i++)
        {
            var (y, v) = (effects[i].Estimate - deleted.Centre, effects[i].Variance);
            var without = deleted.Without(i);
            var residual = y - without.Mean;
            if (Math.Abs(residual) < 100 * MachineEpsilon)
                residual = 0;
            var hat = 1 / (v + full.Tau2) / full.SumOfWeights;
            var move = full.Mean - without.Mean;
            var dffits = move / Math.Sqrt(without.Scale * hat * (v + without.Tau2));
            var cook = move * move / full.Variance;
            // The variance the mean of all studies would have at the deleted τ².
            var dfbetas = move / Math.Sqrt(without.Scale / (without.SumOfWeights + 1 / (v + without.Tau2)));
            result[i] = new(
                residual / Math.Sqrt(without.Scale * (v + without.Tau2) + without.Variance),
                dffits,
                cook,
                without.Variance / full.Variance,
                without.Tau2,
                without.Q,
                hat,
                100 * hat,
                dfbetas,
                Math.Abs(dffits) > 3 * Math.Sqrt(1.0 / (k - 1))
                    || cook > halfCook
                    || hat > 3.0 / k
                    || Math.Abs(dfbetas) > 1
            );
        }
        return result;
    }

    private const double MachineEpsilon = 2.220446049250313e-16;
}
