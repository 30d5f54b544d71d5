using Virker.Statistics.Distributions;

namespace Virker.Statistics.Monitoring;

/// <summary>
/// Where the share of a unit would lie by chance alone, were it like all the others: θ ± z √(θ(1 − θ)/n), within 0 and
/// 1. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, section 2.2. People who are alike within a unit make
/// the truth wider.
/// </summary>
public static class FunnelLimits
{
    /// <param name="share">θ, the share of all units together.</param>
    /// <param name="people">n, in the unit.</param>
    /// <param name="level">Of the region: 0.95 and 0.998 are the customary two.</param>
    /// <exception cref="ArgumentException">A share outside 0 to 1, nobody in the unit, or a level outside 0 to 1.</exception>
    public static (double Low, double High) Of(double share, double people, double level)
    {
        Guard.Level(level);
        if (!(share >= 0 && share <= 1 && people > 0))
        {
            throw new ArgumentException(
                $"A share from 0 to 1 of at least one is needed, not {share} of {people}.",
                nameof(share)
            );
        }
        var half = Normal.Quantile(0.5 + (level / 2)) * Math.Sqrt(share * (1 - share) / people);
        return (Math.Max(0, share - half), Math.Min(1, share + half));
    }
}
