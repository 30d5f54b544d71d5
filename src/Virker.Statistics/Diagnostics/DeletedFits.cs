using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>The pooled mean with all studies and without each of them, on effects centred at their plain mean.</summary>
internal sealed class DeletedFits
{
    private readonly MetaOptions _options;
    private readonly double[] _y;
    private readonly double[] _v;
    private readonly Effect[] _rest;
    private readonly ThinQr _ones;
    private readonly WarmTau2? _warm;

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
        this._options = options;
        var k = effects.Count;
        Centre = effects.Average(effect => effect.Estimate);
        _y = [.. effects.Select(effect => effect.Estimate - Centre)];
        _v = [.. effects.Select(effect => effect.Variance)];
        var tau2 = Heterogeneity.Estimate(new WeightedFit(effects, ThinQr.OfOnes(k)), options.Estimator).Value;
        Full = Pool(tau2, leftOut: -1);
        _rest = [.. effects.Skip(1)];
        _ones = ThinQr.OfOnes(k - 1);
        // With few studies the general way is fast enough, and it looks at the whole likelihood each time.
        var byLikelihood = options.Estimator is HeterogeneityEstimator.REML or HeterogeneityEstimator.ML;
        _warm =
            byLikelihood && k > 50
                ? new WarmTau2(_y, _v, tau2, options.Estimator == HeterogeneityEstimator.REML)
                : null;
    }

    /// <summary>What was subtracted from every effect.</summary>
    public double Centre { get; }

    /// <summary>With all studies.</summary>
    public Pooled Full { get; }

    /// <summary>Without study i; to be called for i = 0, 1, 2, … in turn.</summary>
    public Pooled Without(int i)
    {
        if (i > 0)
            _rest[i - 1] = new(_y[i - 1] + Centre, _v[i - 1]);
        var tau2 = _warm?.Without(i) ?? double.NaN;
        if (double.IsNaN(tau2))
        {
            tau2 =
                _rest.Length > 1 ? Heterogeneity.Estimate(new WeightedFit(_rest, _ones), _options.Estimator).Value : 0;
        }
        return Pool(tau2, i);
    }

    private Pooled Pool(double tau2, int leftOut)
    {
        var (sw, swy, sp, spy) = (0.0, 0.0, 0.0, 0.0);
        for (var j = 0; j < _y.Length; j++)
        {
            if (j == leftOut)
                continue;
            var w = 1 / (_v[j] + tau2);
            var precision = 1 / _v[j];
            sw += w;
            swy += w * _y[j];
            sp += precision;
            spy += precision * _y[j];
        }
        var (mean, common) = (swy / sw, spy / sp);
        var (squares, q) = (0.0, 0.0);
        for (var j = 0; j < _y.Length; j++)
        {
            if (j != leftOut)
            {
                squares += (_y[j] - mean) * (_y[j] - mean) / (_v[j] + tau2);
                q += (_y[j] - common) * (_y[j] - common) / _v[j];
            }
        }
        var df = _y.Length - (leftOut < 0 ? 1 : 2);
        var scale = _options.Test == TestMethod.KnappHartung && df > 0 ? squares / df : 1;
        return new(tau2, sw, mean, scale, df > 0 ? q : 0);
    }
}
