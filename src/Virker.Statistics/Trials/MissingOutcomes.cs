using Virker.Statistics.Randomness;

namespace Virker.Statistics.Trials;

/// <summary>The effect can lie anywhere from Low to High.</summary>
/// <param name="Low">The lowest effect that fits with what was observed.</param>
/// <param name="High">The highest.</param>
/// <param name="CiLow">Below Low by sampling error.</param>
/// <param name="CiHigh">Above High by sampling error.</param>
public sealed record EffectBounds(double Low, double High, double CiLow, double CiHigh);

/// <summary>What can be said about the effect when some outcomes are not known (null).</summary>
public static class MissingOutcomes
{
    /// <summary>
    /// Nothing is assumed: the missing had the worst outcome in one arm and the best in the other. Horowitz and Manski
    /// (2000), JASA 95, 77–84. The interval is Welch's at either end.
    /// </summary>
    /// <param name="outcome">Outcomes, null where unknown.</param>
    /// <param name="treated">The arm of every row.</param>
    /// <param name="least">The lowest possible outcome.</param>
    /// <param name="most">The highest possible outcome.</param>
    /// <param name="level">The level of the interval.</param>
    /// <exception cref="ArgumentException">Lengths that differ, an arm of fewer than two, outcomes outside the limits.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static EffectBounds WorstCase(
        IReadOnlyList<double?> outcome,
        IReadOnlyList<bool> treated,
        double least,
        double most,
        double level = 0.95
    )
    {
        Check(outcome, treated);
        if (outcome.Any(y => y is { } value && !(value >= least && value <= most)))
            throw new ArgumentException($"An outcome lies outside {least} to {most}.", nameof(outcome));
        var low = With(least, most);
        var high = With(most, least);
        return new(low.Estimate, high.Estimate, low.CiLow, high.CiHigh);

        DependentEffects.RobustCoefficient With(double ifTreated, double ifNot) =>
            TwoArms.DifferenceInMeans(Filled(true, ifTreated), Filled(false, ifNot), level);

        double[] Filled(bool arm, double value) =>
            [.. outcome.Where((_, i) => treated[i] == arm).Select(y => y ?? value)];
    }

    /// <summary>
    /// Lee's bounds: if the treatment changes who is observed in one direction only, the arm with more observed is
    /// trimmed at either end by the surplus (part of a person at the border, so that ties do not matter). They hold for
    /// those who would be observed in either arm. Lee (2009), Review of Economic Studies 76, 1071–1102. The interval
    /// runs from the bootstrap's lower quantile of the low bound to the upper quantile of the high one.
    /// </summary>
    /// <exception cref="ArgumentException">Lengths that differ, or an arm in which nothing was observed.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static EffectBounds Lee(
        IReadOnlyList<double?> outcome,
        IReadOnlyList<bool> treated,
        ulong seed = 1,
        int resamples = 1000,
        double level = 0.95
    )
    {
        Check(outcome, treated);
        Guard.Level(level);
        // Sorted once: a sample keeps the order when it is counted instead of copied.
        int[] order = [.. Enumerable.Range(0, outcome.Count).OrderBy(i => outcome[i] ?? double.NegativeInfinity)];
        double[] y = [.. order.Select(i => outcome[i] ?? double.NaN)];
        bool[] arm = [.. order.Select(i => treated[i])];
        var counts = new int[y.Length];
        Array.Fill(counts, 1);
        var bounds = Trimmed(y, arm, counts);
        if (double.IsNaN(bounds[0]))
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "In one arm no outcome was observed.",
                found: 0,
                needed: 1
            );
        }

        var bands = Bootstrap.Percentiles(
            y.Length,
            rows =>
            {
                Array.Clear(counts);
                foreach (var row in rows)
                    counts[row]++;
                return Trimmed(y, arm, counts);
            },
            seed,
            resamples,
            level
        );
        return new(bounds[0], bounds[1], bands[0].Low, bands[1].High);
    }

    // The two bounds of rows in ascending order, each counted so many times; NaN where an arm has nothing observed.
    private static double[] Trimmed(double[] y, bool[] arm, int[] counts)
    {
        var (people, observed) = (new double[2], new double[2]);
        for (var i = 0; i < y.Length; i++)
        {
            var k = arm[i] ? 1 : 0;
            people[k] += counts[i];
            observed[k] += double.IsNaN(y[i]) ? 0 : counts[i];
        }
        if (observed[0] == 0 || observed[1] == 0)
            return [double.NaN, double.NaN];
        var (none, one) = (observed[0] / people[0], observed[1] / people[1]);
        double[] keep = [Math.Min(1, one / none) * observed[0], Math.Min(1, none / one) * observed[1]];
        return [Mean(fromTop: false, 1) - Mean(fromTop: true, 0), Mean(fromTop: true, 1) - Mean(fromTop: false, 0)];

        double Mean(bool fromTop, int k)
        {
            var (left, sum) = (keep[k], 0.0);
            for (var j = 0; j < y.Length && left > 0; j++)
            {
                var i = fromTop ? y.Length - 1 - j : j;
                if (arm[i] == (k == 1) && !double.IsNaN(y[i]))
                {
                    var used = Math.Min(left, counts[i]);
                    sum += used * y[i];
                    left -= used;
                }
            }
            return sum / keep[k];
        }
    }

    private static void Check(IReadOnlyList<double?> outcome, IReadOnlyList<bool> treated)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Arms.Check([.. outcome.Select(y => y ?? 0)], treated);
    }
}
