using Virker.Statistics.Distributions;

namespace Virker.Statistics.Trials;

/// <summary>A share with its interval.</summary>
public readonly record struct Share(double Estimate, double CiLow, double CiHigh);

/// <summary>Wilson's score interval of a share (1927, JASA 22, 209–212), without continuity correction.</summary>
public static class Wilson
{
    /// <summary>Always inside 0–1, also when no one or everyone had the event; all NaN when there is no one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More events than people, a count below 0, or a bad level.</exception>
    public static Share Of(int events, int count, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, count);
        Guard.Level(level);
        if (count == 0)
            return new(double.NaN, double.NaN, double.NaN);
        var z = Normal.QuantileUpper((1 - level) / 2);
        var share = (double)events / count;
        var centre = events + z * z / 2;
        var half = z * Math.Sqrt((double)events * (count - events) / count + z * z / 4);
        var total = count + z * z;
        return new(share, events == 0 ? 0 : (centre - half) / total, events == count ? 1 : (centre + half) / total);
    }
}
