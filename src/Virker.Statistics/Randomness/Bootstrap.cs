namespace Virker.Statistics.Randomness;

/// <summary>An interval from resampling.</summary>
public readonly record struct Band(double Low, double High);

/// <summary>The percentile bootstrap: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.</summary>
public static class Bootstrap
{
    /// <summary>A number computed from the rows drawn (with replacement, so that rows repeat).</summary>
    public delegate double Statistic(ReadOnlySpan<int> rows);

    /// <summary>
    /// Draws as many rows as there are, with replacement, many times; the band runs between the statistic's
    /// (1 − level)/2 and (1 + level)/2 quantiles (R's type 7). NaN when a sample gives the statistic no value.
    /// </summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="statistic">The statistic of a sample of rows.</param>
    /// <param name="seed">The same seed gives the same band.</param>
    /// <param name="resamples">The number of samples.</param>
    /// <param name="level">The level of the band, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No rows, no samples, or a level outside 0–1.</exception>
    public static Band Percentile(
        int count,
        Statistic statistic,
        ulong seed,
        int resamples = 2000,
        double level = 0.95
    ) => Percentiles(count, rows => [statistic(rows)], seed, resamples, level)[0];

    /// <summary>Bands of several statistics from the same samples.</summary>
    internal static Band[] Percentiles(int count, Several statistics, ulong seed, int resamples, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        Guard.Level(level);
        var source = new SeededSource(seed);
        var rows = new int[count];
        var samples = new double[resamples][];
        for (var i = 0; i < resamples; i++)
        {
            for (var j = 0; j < count; j++)
                rows[j] = source.Below(count);
            samples[i] = statistics(rows);
        }
        return
        [
            .. Enumerable
                .Range(0, samples[0].Length)
                .Select(k =>
                {
                    double[] values = [.. samples.Select(sample => sample[k])];
                    Array.Sort(values);
                    return new Band(Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2));
                }),
        ];
    }

    /// <summary>R's quantile of type 7 of at least one value, in ascending order as <c>Array.Sort</c> leaves them.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double p)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        // NaN sorts first.
        if (double.IsNaN(sorted[0]))
            return double.NaN;
        var at = p * (sorted.Count - 1);
        var below = (int)at;
        return below + 1 < sorted.Count
            ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below])
            : sorted[below];
    }

    internal delegate double[] Several(ReadOnlySpan<int> rows);
}
