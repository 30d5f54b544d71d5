using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.Diagnostics;

internal static class Require
{
    public static void Studies(IReadOnlyList<Effect> effects, int least, string what)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (effects.Count < least)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                $"{what} needs at least {least} studies; there are {effects.Count}.",
                found: effects.Count,
                needed: least
            );
        }
        EffectCheck.All(effects);
    }
}
