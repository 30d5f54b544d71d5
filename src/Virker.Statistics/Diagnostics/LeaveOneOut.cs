using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>The pooled effect again and again, each time without one of the studies.</summary>
public static class LeaveOneOut
{
    /// <summary>Result i is the analysis of all effects but effect i (metafor's <c>leave1out</c>).</summary>
    /// <exception cref="ArgumentException">Fewer than two effects, or as for <see cref="RandomEffects.Fit"/>.</exception>
    public static IReadOnlyList<MetaResult> Of(IReadOnlyList<Effect> effects, MetaOptions? options = null)
    {
        Require.Studies(effects, 2, "Leaving one study out");
        return
        [
            .. Enumerable
                .Range(0, effects.Count)
                .Select(left => RandomEffects.Fit([.. effects.Where((_, i) => i != left)], options)),
        ];
    }
}
