using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>The pooled mean with all studies and without each of them, on effects centred at their plain mean.</summary>
internal sealed class DeletedFits
{
    private readonly MetaOptions options;
    private readonly double[] y;
    private readonly double[] v;
    private readonly Effect[] rest;
    private readonly ThinQr ones;
    private readonly WarmTau2? warm;

    /// <param name="Tau2">τ².</param>
    /// <param name="SumOfWeights">Σ 1/(vᵢ + τ²).</param>
    /// <param name="Mean">The weighted mean.</param>
    /// <param name="Scale">Knapp–Hartung's factor on the variance; 1 for z.</param>
    /// <param name="Q">Cochran's Q.</param>
    public readonly record struct Pooled(double Tau2, double SumOfWeights, double Mean, double Scale, double Q)
    {
        public double Variance => Scale / SumOfWeights;
    }

    public DeletedFits(IReadOnlyList<Effect> effects, MetaOptions options)
    {
        this.options = options;
        var k = effects.Count;
        Centre = effects.Average(effect => effect.Estimate);
        y = [.. effects.Select(effect => effect.Estimate - Centre)];
        v = [.. effects.Select(effect => effect.Variance)];
        var tau2 = Heterogeneity.Estimate(new WeightedFit(effects, ThinQr.OfOnes(k)), options.Estimator).Value;
        Full = Pool(tau2, leftOut: -1);
        rest = [.. effects.Skip(1)];
        ones = ThinQr.OfOnes(k - 1);
        // With few studies the general way is fast enough, and it looks at the whole likelihood each time.
        var byLikelihood = options.Estimator is HeterogeneityEstimator.REML or HeterogeneityEstimator.ML;
        warm =
            byLikelihood && k > 50 ? new WarmTau2(y, v, tau2, options.Estimator == HeterogeneityEstimator.REML) : null;
    }

    /// <summary>What was subtracted from every effect.</summary>
    public double Centre { get; }

    /// <summary>With all studies.</summary>
    public Pooled Full { get; }

    /// <summary>Without study i; to be called for i = 0, 1, 2, … in turn.</summary>
    public Pooled Without(int i)
    {
        if (i > 0)
        {
            rest[i - 1] = new(y[i - 1] + Centre, v[i - 1]);
        }
        var tau2 = warm?.Without(i) ?? double.NaN;
        if (double.IsNaN(tau2))
        {
            tau2 = rest.Length > 1 ? Heterogeneity.Estimate(new WeightedFit(rest, ones), options.Estimator).Value : 0;
        }
        return Pool(tau2, i);
    }

    private Pooled Pool(double tau2, int leftOut)
    {
        var (sw, swy, sp, spy) = (0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j < y.Length; j++)
        {
            if (j == leftOut)
            {
                continue;
            }
            var w = 1 / (v[j] + tau2);
            var precision = 1 / v[j];
            sw += w;
            swy += w * y[j];
            sp += precision;
            spy += precision * y[j];
        }
        var (mean, common) = (swy / sw, spy / sp);
        var (squares, q) = (0.0, 0.0);
        for (var j = 0; j < y.Length; j++)
        {
            if (j != leftOut)
            {
                squares += (y[j] - mean) * (y[j] - mean) / (v[j] + tau2);
                q += (y[j] - common) * (y[j] - common) / v[j];
            }
        }
        var df = y.Length - (leftOut < 0 ? 1 : 2);
        var scale = options.Test == TestMethod.KnappHartung && df > 0 ? squares / df : 1;
        return new(tau2, sw, mean, scale, df > 0 ? q : 0);
    }
}
