namespace Virker.Statistics.Survival;

/// <summary>The share that has left by each way at a time.</summary>
/// <param name="Time">The time asked for.</param>
/// <param name="Way">The way out, or <see cref="WaysOut.Still"/> for those who have not left.</param>
/// <param name="Share">The probability of having left by it.</param>
/// <param name="StandardError">The infinitesimal jackknife's.</param>
/// <param name="CiLow">Lower end; not a number where the scale of the interval has no value.</param>
/// <param name="CiHigh">Upper end.</param>
public sealed record WayOutShare(
    double Time,
    string Way,
    double Share,
    double StandardError,
    double CiLow,
    double CiHigh
);

/// <summary>Which way out comes first, when each shuts the others: Aalen and Johansen (1978).</summary>
public static class AalenJohansen
{
    /// <summary>
    /// F_j(t) = Σ S(s−) d_j/n over event times s up to t. It is not 1 less a Kaplan–Meier curve that calls the other
    /// ways censoring: that curve answers for a world where the other ways are shut.
    /// </summary>
    /// <param name="times">Time of leaving or censoring, finite and not negative.</param>
    /// <param name="ways">The way out, or null for a censored row.</param>
    /// <exception cref="ArgumentException">
    /// Wrong columns, or a way with the name of <see cref="WaysOut.Still"/>.
    /// </exception>
    public static WaysOut Fit(IReadOnlyList<double> times, IReadOnlyList<string?> ways)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(ways);
        Follow.Check(times, ways.Count);
        string[] names = [.. ways.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Array.IndexOf(names, WaysOut.Still) >= 0)
            throw new ArgumentException($"A way out cannot be called '{WaysOut.Still}'.", nameof(ways));
        var number = names.Select((w, j) => (w, j)).ToDictionary(w => w.w, w => w.j, StringComparer.Ordinal);
        using var order = new TimeOrder(Follow.Array(times), [.. ways.Select(way => way is not null)]);
        var rows = order.Rows;
        double[] sorted = [.. Enumerable.Range(0, order.Count).Select(order.Time)];
        var distinct = sorted.Distinct().ToArray();
        var count = names.Length;
        // One state more, the last: still there.
        var states = count + 1;
        var (shares, variances) = (new double[distinct.Length * states], new double[distinct.Length * states]);
        var sums = new Influence[states];
        var (survival, hazard) = (1.0, 0.0);
        var (share, slope, left) = (new double[states], new double[states], new int[states]);
        for (int i = 0, k = 0; k < distinct.Length; k++)
        {
            double n = sorted.Length - i;
            Array.Clear(left);
            for (; i < sorted.Length && sorted[i] == distinct[k]; i++)
                left[ways[rows[i]] is { } way ? number[way] : count]++;
            var happened = 0;
            for (var j = 0; j < count; j++)
                happened += left[j];
            // Before: S(s−), and what one more of those still there would have done to log S.
            var (before, pull) = (survival, hazard);
            var ends = happened == n;
            survival *= (n - happened) / n;
            hazard += ends ? 0 : happened / (n * (n - happened));
            for (var j = 0; j < count; j++)
            {
                share[j] += before * left[j] / n;
                slope[j] += before * left[j] / n * (pull - 1 / n);
            }
            share[count] = survival;
            // S is its own slope: ∂S = S·∂log S.
            slope[count] = survival * hazard;
            for (var state = 0; state < states; state++)
            {
                for (var exit = 0; exit < states; exit++)
                {
                    if (left[exit] == 0)
                        continue;
                    var own =
                        exit < count && !ends ? hazard - 1 / (n - happened)
                        : ends ? 0
                        : hazard;
                    var influence =
                        state == count ? survival * own
                        : exit == state ? slope[state] + before / n
                        : slope[state];
                    sums[state].Add(left[exit], influence - own * share[state], own);
                }
                var still = sorted.Length - i;
                shares[k * states + state] = share[state];
                variances[k * states + state] = still * slope[state] * slope[state] + sums[state].At(share[state]);
            }
        }
        return new(names, distinct, shares, variances);
    }

    /// <summary>
    /// Σ (a + bF)² over those who have left: each one's influence on F goes on changing with F, so three sums are
    /// enough for all of them.
    /// </summary>
    private struct Influence
    {
        private double _aa;
        private double _ab;
        private double _bb;

        public void Add(int count, double a, double b)
        {
            _aa += count * a * a;
            _ab += count * a * b;
            _bb += count * b * b;
        }

        public readonly double At(double share) => Math.Max(_aa + 2 * _ab * share + _bb * share * share, 0);
    }
}
