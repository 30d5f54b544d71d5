using Virker.Statistics.Distributions;

namespace Virker.Statistics.Survival;

/// <summary>The scale on which the interval of a probability is symmetric.</summary>
public enum CurveInterval
{
    /// <summary>exp(log p ± z·se/p), cut at 1: R's default.</summary>
    Log,

    /// <summary>p ± z·se, cut at 0 and 1.</summary>
    Plain,

    /// <summary>exp(−exp(log(−log p) ± z·se/(p log p))): never outside 0 to 1.</summary>
    LogLog,
}

internal static class ProbabilityInterval
{
    /// <summary>
    /// From p and the standard error relative to it, se/p. Not a number where the scale has no value: p = 0 (log,
    /// log-log), p = 1 (log-log).
    /// </summary>
    public static (double Low, double High) Of(double p, double relative, CurveInterval type, double level)
    {
        var z = Normal.QuantileUpper((1 - level) / 2) * relative;
        return type switch
        {
            CurveInterval.Log => p == 0 ? None : (p * Math.Exp(-z), Math.Min(p * Math.Exp(z), 1)),
            CurveInterval.Plain => (Math.Max(p - z * p, 0), Math.Min(p + z * p, 1)),
            CurveInterval.LogLog => p is 0 or 1 ? None : OnLogLog(Math.Log(p), z),
        };
    }

    private static readonly (double, double) None = (double.NaN, double.NaN);

    // log p is negative, which turns the two around.
    private static (double, double) OnLogLog(double log, double z) =>
        (Math.Exp(-Math.Exp(Math.Log(-log) - z / log)), Math.Exp(-Math.Exp(Math.Log(-log) + z / log)));
}
