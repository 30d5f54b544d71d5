namespace Virker.Statistics.EffectSizes;

/// <summary>Refuses effects no formula can pool, naming the row (counted from 1).</summary>
internal static class EffectCheck
{
    public static void All(IReadOnlyList<Effect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (effects.Count == 0)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "There are no effects: at least one is needed.",
                found: 0,
                needed: 1
            );
        }

        for (var i = 0; i < effects.Count; i++)
        {
            if (!double.IsFinite(effects[i].Estimate))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the estimate is {effects[i].Estimate}, not a finite number.",
                    nameof(effects)
                );
            }
            if (!(effects[i].Variance > 0 && double.IsFinite(effects[i].Variance)))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the variance is {effects[i].Variance}; it must be finite and above 0.",
                    nameof(effects)
                );
            }
        }
    }
}
