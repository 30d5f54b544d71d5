using Virker.Statistics.EffectSizes;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>
/// Pools effects under the random-effects model yᵢ = μ + uᵢ + eᵢ, u ~ N(0, τ²), e ~ N(0, vᵢ), or under the equal-effects
/// model with <see cref="HeterogeneityEstimator.FE"/>. Conventions are those of metafor 3.8-1's <c>rma</c>, <c>predict</c>
/// and <c>confint</c>; the work grows in proportion to the number of studies.
/// </summary>
public static class RandomEffects
{
    /// <summary>
    /// μ̂ = Σwᵢyᵢ / Σwᵢ with wᵢ = 1 / (vᵢ + τ²), variance 1 / Σwᵢ (times Σwᵢ(yᵢ − μ̂)² / (k − 1) with Knapp–Hartung),
    /// and prediction interval μ̂ ± c √(variance + τ²), c the same normal or t quantile as for the confidence interval.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// No effects, an estimate that is not finite, a variance that is not above 0 (the message names the row, from 1),
    /// or a level outside (0, 1).
    /// </exception>
    public static MetaResult Fit(IReadOnlyList<Effect> effects, MetaOptions? options = null)
    {
        options ??= new MetaOptions();
        EffectCheck.All(effects);
        Guard.Level(options.Level);
        var model = MixedModel.Fit(effects, ThinQr.OfOnes(effects.Count), options);
        var mean = model.Predict([1]);
        var test = model.Test("mean", mean.Estimate, mean.StandardError);
        var k = effects.Count;
        var restricted = options.Estimator == HeterogeneityEstimator.REML;
        var deviance = -2 * (restricted ? model.RestrictedLogLikelihood : model.LogLikelihood);
        var parameters = options.Estimator == HeterogeneityEstimator.FE ? 1 : 2;
        return new MetaResult
        {
            K = k,
            Estimate = mean.Estimate,
            StandardError = mean.StandardError,
            Statistic = test.Statistic,
            P = test.P,
            CiLow = mean.CiLow,
            CiHigh = mean.CiHigh,
            PiLow = mean.PiLow,
            PiHigh = mean.PiHigh,
            Df = model.Df,
            Tau2 = model.Tau2,
            Tau2StandardError = model.Tau2StandardError,
            Tau2Low = model.Tau2Low,
            Tau2High = model.Tau2High,
            I2 = model.I2,
            I2Low = model.Share(model.Tau2Low),
            I2High = model.Share(model.Tau2High),
            H2 = model.H2,
            Q = model.Q,
            QDf = k - 1,
            QP = model.QP,
            LogLikelihood = model.LogLikelihood,
            RestrictedLogLikelihood = model.RestrictedLogLikelihood,
            Aic = deviance + 2 * parameters,
            Bic = deviance + parameters * Math.Log(restricted ? k - 1 : k),
            Weights = Percent(model.Weights),
            Options = options,
            Effects = effects,
        };
    }

    private static double[] Percent(double[] weights)
    {
        var total = weights.Sum();
        return Array.ConvertAll(weights, weight => 100 * weight / total);
    }
}
