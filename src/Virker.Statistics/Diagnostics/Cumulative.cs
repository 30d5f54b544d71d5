using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>The pooled effect as it stood after each study: Lau et al. (1992), NEJM 327, 248–254.</summary>
public static class Cumulative
{
    /// <summary>Result i is the analysis of the first i + 1 effects, in the order given (metafor's <c>cumul</c>).</summary>
    /// <exception cref="ArgumentException">As for <see cref="RandomEffects.Fit"/>.</exception>
    public static IReadOnlyList<MetaResult> Of(IReadOnlyList<Effect> effects, MetaOptions? options = null)
    {
        Require.Studies(effects, 1, "A cumulative analysis");
        return [.. Enumerable.Range(1, effects.Count).Select(n => RandomEffects.Fit([.. effects.Take(n)], options))];
    }
}
