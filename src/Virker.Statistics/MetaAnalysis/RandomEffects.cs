namespace Virker.Statistics.MetaAnalysis;

/// <summary>Pools effects under the random-effects model, or the equal-effects model with <see cref="HeterogeneityEstimator.FE"/>.</summary>
public static class RandomEffects
{
    /// <summary>Fits the model.</summary>
    public static MetaResult Fit(IReadOnlyList<Effect> effects, MetaOptions? options = null) =>
        throw new NotSupportedException();
}
