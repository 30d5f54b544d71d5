using Virker.Statistics.Distributions;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Survival;

/// <summary>What a group saw and what it would have seen had the groups been alike.</summary>
public sealed record LogRankGroup(string Group, int Rows, double Observed, double Expected);

/// <summary>The log-rank test.</summary>
/// <param name="ChiSquare">(O − E)ᵀV⁻(O − E).</param>
/// <param name="Df">Groups with events expected, less one.</param>
/// <param name="P">Upper tail.</param>
/// <param name="Groups">The groups in ordinal order.</param>
public sealed record LogRankResult(double ChiSquare, int Df, double P, IReadOnlyList<LogRankGroup> Groups);

/// <summary>Do the groups' curves differ? Mantel (1966), Peto and Peto (1972); k groups, within strata if given.</summary>
public static class LogRank
{
    /// <param name="times">Time to event or censoring, finite and not negative.</param>
    /// <param name="events">Whether the time ended in the event.</param>
    /// <param name="groups">The group of each row: at least two.</param>
    /// <param name="strata">Rows are compared only within their stratum; null for one stratum.</param>
    /// <exception cref="ArgumentException">
    /// Wrong columns, fewer than two groups, or no event at which two groups were at risk: nothing is compared.
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static LogRankResult Test(
        IReadOnlyList<double> times,
        IReadOnlyList<bool> events,
        IReadOnlyList<string> groups,
        IReadOnlyList<string>? strata = null
    )
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(groups);
        Follow.Check(times, events.Count);
        Follow.SameLength(times.Count, groups.Count, "groups");
        Follow.SameLength(times.Count, strata?.Count ?? times.Count, "strata");
        string[] names = [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (names.Length < 2)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "There is one group: two are needed to compare.",
                found: 1,
                needed: 2
            );
        }

        var number = names.Select((name, g) => (name, g)).ToDictionary(x => x.name, x => x.g, StringComparer.Ordinal);
        var group = groups.Select(name => number[name]).ToArray();
        var (observed, expected) = (new double[names.Length], new double[names.Length]);
        var variance = new double[names.Length * names.Length];
        foreach (var rows in Enumerable.Range(0, times.Count).GroupBy(i => strata?[i], StringComparer.Ordinal))
            Add([.. rows.OrderByDescending(i => times[i])], times, events, group, observed, expected, variance);
        var (chiSquare, df) = Statistic(observed, expected, variance);
        return new(
            chiSquare,
            df,
            ChiSquare.Upper(chiSquare, df),
            [.. names.Select((name, g) => new LogRankGroup(name, group.Count(x => x == g), observed[g], expected[g]))]
        );
    }

    // Backwards in time, so that the number at risk only grows.
    private static void Add(
        int[] rows,
        IReadOnlyList<double> times,
        IReadOnlyList<bool> events,
        int[] group,
        double[] observed,
        double[] expected,
        double[] variance
    )
    {
        var count = observed.Length;
        var atRisk = new double[count];
        for (var i = 0; i < rows.Length; )
        {
            var time = times[rows[i]];
            var happened = 0;
            for (; i < rows.Length && times[rows[i]] == time; i++)
            {
                var g = group[rows[i]];
                atRisk[g]++;
                if (events[rows[i]])
                {
                    happened++;
                    observed[g]++;
                }
            }
            if (happened == 0)
                continue;
            double all = i;
            // Hypergeometric: with one at risk there is nothing to vary.
            var factor = all == 1 ? 0 : happened * (all - happened) / (all - 1);
            for (var g = 0; g < count; g++)
            {
                var share = atRisk[g] / all;
                expected[g] += happened * share;
                for (var h = 0; h < count; h++)
                    variance[g * count + h] += factor * share * ((g == h ? 1 : 0) - atRisk[h] / all);
            }
        }
    }

    // The differences sum to 0, so one group is left out; so are groups that could not have had an event.
    private static (double ChiSquare, int Df) Statistic(double[] observed, double[] expected, double[] variance)
    {
        int[] used = [.. Enumerable.Range(0, observed.Length).Where(g => expected[g] > 0).Skip(1)];
        var (matrix, solved) = (new double[used.Length * used.Length], new double[used.Length]);
        for (var a = 0; a < used.Length; a++)
        {
            solved[a] = observed[used[a]] - expected[used[a]];
            for (var b = 0; b < used.Length; b++)
                matrix[a * used.Length + b] = variance[used[a] * observed.Length + used[b]];
        }
        Cholesky.Factor(matrix, used.Length);
        Cholesky.SolveLower(matrix, used.Length, solved);
        var sum = solved.Sum(value => value * value);
        if (used.Length == 0 || !double.IsFinite(sum))
        {
            throw new NoEstimateException(
                NoEstimateReason.NothingToCompare,
                "The groups were never at risk together at an event that could have fallen on either: nothing is compared."
            );
        }
        return (sum, used.Length);
    }
}
