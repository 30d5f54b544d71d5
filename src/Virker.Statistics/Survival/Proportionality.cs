using Virker.Statistics.Distributions;
using Virker.Statistics.LinearAlgebra;

namespace Virker.Statistics.Survival;

/// <summary>The scale of time on which an effect might grow or fade.</summary>
public enum TimeScale
{
    /// <summary>1 − the overall Kaplan–Meier curve just before the time: R's default.</summary>
    KaplanMeier,

    /// <summary>Time itself.</summary>
    Identity,

    /// <summary>The average rank of the time among all times.</summary>
    Rank,

    /// <summary>log time: times above 0.</summary>
    Log,
}

/// <summary>A test of whether an effect is the same all along.</summary>
public sealed record ProportionalityTest(string Name, double ChiSquare, int Df, double P);

public sealed partial class CoxFit
{
    /// <summary>The name of the test of all predictors at once.</summary>
    public const string All = "all";

    /// <summary>
    /// Score tests of adding x·g(t) for each predictor, and for all of them at once (the last one): Grambsch and
    /// Therneau (1994), with the exact information of survival 3's cox.zph, one column at a time (terms = FALSE).
    /// </summary>
    public IReadOnlyList<ProportionalityTest> TestProportionality(TimeScale scale = TimeScale.KaplanMeier)
    {
        using var rows = new CoxRows(_times, _events, _predictors, _options);
        var p = rows.Columns;
        var g = Scale(rows, scale);
        var square = Array.ConvertAll(g, value => value * value);
        var once = new CoxPass(rows, [.. Estimates], _pass.Ties, g);
        var twice = new CoxPass(rows, [.. Estimates], _pass.Ties, square);
        return [.. Names.Select((name, j) => One(name, [j])), One(All, [.. Enumerable.Range(0, p)])];

        ProportionalityTest One(string name, int[] columns)
        {
            var size = p + columns.Length;
            var (matrix, u) = (new double[size * size], new double[size]);
            for (var a = 0; a < size; a++)
            {
                var i = a < p ? a : columns[a - p];
                u[a] = a < p ? 0 : once.Score[i];
                for (var b = 0; b < size; b++)
                {
                    var source = (a < p, b < p) switch
                    {
                        (true, true) => _pass,
                        (false, false) => twice,
                        _ => once,
                    };
                    matrix[a * size + b] = source.Information[i * p + (b < p ? b : columns[b - p])];
                }
            }
            Cholesky.Factor(matrix, size);
            Cholesky.SolveLower(matrix, size, u);
            var chiSquare = u.Sum(value => value * value);
            return new(name, chiSquare, columns.Length, ChiSquare.Upper(chiSquare, columns.Length));
        }
    }

    // g at each event time, centred by its mean over the events, as cox.zph does.
    private double[] Scale(CoxRows rows, TimeScale scale)
    {
        if (scale == TimeScale.Log && _times.Any(time => time <= 0))
            throw new ArgumentException("The log of time needs times above 0.", nameof(scale));
        double[] sorted = [.. _times.Order()];
        Func<double, double> value = scale switch
        {
            TimeScale.Identity => time => time,
            TimeScale.Log => Math.Log,
            TimeScale.Rank => time => (1 + Below(sorted, time, false) + Below(sorted, time, true)) / 2.0,
            TimeScale.KaplanMeier => Overall(sorted),
        };
        var g = Array.ConvertAll(Enumerable.Range(0, rows.First.Length).ToArray(), k => value(rows.EventTime(k)));
        var (sum, count) = (g.Select((one, k) => one * rows.Deaths(k)).Sum(), EventCount);
        return Array.ConvertAll(g, one => one - sum / count);
    }

    private Func<double, double> Overall(double[] sorted)
    {
        double[] starts = [.. (_options.Starts ?? []).Order()];
        double[] ends = [.. _times.Where((_, i) => _events[i]).Order()];
        var at = new List<double>();
        // The share left just before each of them.
        var before = new List<double>();
        var share = 1.0;
        for (var i = 0; i < ends.Length; )
        {
            var (time, from) = (ends[i], i);
            for (; i < ends.Length && ends[i] == time; i++) { }
            at.Add(time);
            before.Add(share);
            double n = sorted.Length - Below(sorted, time, false);
            n -= starts.Length - Below(starts, time, false);
            share *= (n - (i - from)) / n;
        }
        return time => 1 - before[at.BinarySearch(time)];
    }

    // How many of some ascending numbers lie below a number, or at or below it.
    private static int Below(double[] sorted, double number, bool orAt)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) =
                sorted[middle] < number || (orAt && sorted[middle] == number) ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
