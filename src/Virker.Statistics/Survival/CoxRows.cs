using Virker.Statistics.Regression;

namespace Virker.Statistics.Survival;

/// <summary>How events at the same time share the risk.</summary>
public enum CoxTies
{
    /// <summary>The tied leave the risk set by equal parts: Efron (1977). R's default.</summary>
    Efron,

    /// <summary>All who are tied are at risk for all of it: Breslow (1974).</summary>
    Breslow,
}

/// <summary>What else is known about the rows of a Cox regression.</summary>
public sealed record CoxOptions
{
    /// <summary>How ties are treated.</summary>
    public CoxTies Ties { get; init; }

    /// <summary>When each row came under observation; at risk on (start, time]. Null: from the beginning.</summary>
    public IReadOnlyList<double>? Starts { get; init; }

    /// <summary>A baseline of its own for each stratum; null for one.</summary>
    public IReadOnlyList<string>? Strata { get; init; }

    /// <summary>Case weights, finite and above 0; null for 1 each.</summary>
    public IReadOnlyList<double>? Weights { get; init; }
}

/// <summary>
/// The rows of a Cox regression ordered by stratum and then time, covariates centred, with the distinct event times of
/// each stratum. One array a column, so that a pass over a million rows allocates nothing.
/// </summary>
internal sealed class CoxRows
{
    public CoxRows(IReadOnlyList<double> times, IReadOnlyList<bool> events, Predictor[] predictors, CoxOptions options)
    {
        Check(times, events, predictors, options);
        (Count, Columns) = (times.Count, predictors.Length);
        (var sorted, Order) = Follow.Sorted(times);
        string[] names = options.Strata is { } strata
            ? [.. strata.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [""];
        StrataNames = names;
        var stratum = new int[Count];
        if (options.Strata is not null)
        {
            var number = names.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);
            for (var i = 0; i < Count; i++)
            {
                stratum[i] = number[options.Strata[Order[i]]];
            }
            Order = [.. Enumerable.Range(0, Count).OrderBy(i => stratum[i]).Select(i => Order[i])];
            Array.Sort(stratum);
            sorted = Array.ConvertAll(Order, i => times[i]);
        }
        Times = sorted;
        (Happened, Weights, X, Means) = (
            new bool[Count],
            new double[Count],
            new double[Count * Columns],
            new double[Columns]
        );
        for (var j = 0; j < Columns; j++)
        {
            Means[j] = predictors[j].Values.Average();
            for (var i = 0; i < Count; i++)
            {
                X[i * Columns + j] = predictors[j].Values[Order[i]] - Means[j];
            }
        }
        for (var i = 0; i < Count; i++)
        {
            Happened[i] = events[Order[i]];
            Weights[i] = options.Weights?[Order[i]] ?? 1;
        }
        (Last, Before, Blocks, EventTimes) = Index(stratum, options.Starts);
    }

    public int Count { get; }

    public int Columns { get; }

    /// <summary>The given row that each ordered row came from.</summary>
    public int[] Order { get; }

    public double[] Times { get; }

    public bool[] Happened { get; }

    public double[] Weights { get; }

    /// <summary>Row-major n × p, centred.</summary>
    public double[] X { get; }

    public double[] Means { get; }

    public string[] StrataNames { get; }

    /// <summary>The event times, stratum after stratum.</summary>
    public double[] EventTimes { get; }

    /// <summary>For each stratum the first of its event times; one more at the end.</summary>
    public int[] Blocks { get; }

    /// <summary>The last event time that each row is at risk at; −1 when it is at risk at none.</summary>
    public int[] Last { get; }

    /// <summary>
    /// The last event time of its stratum before each row came under observation, which it was not at risk at; −1 when
    /// there is none.
    /// </summary>
    public int[] Before { get; }

    /// <summary>The largest distance of a covariate from its mean.</summary>
    public double Spread(int column)
    {
        var most = 0.0;
        for (var i = column; i < X.Length; i += Columns)
        {
            most = Math.Max(most, Math.Abs(X[i]));
        }
        return most;
    }

    private (int[] Last, int[] Before, int[] Blocks, double[] EventTimes) Index(
        int[] stratum,
        IReadOnlyList<double>? starts
    )
    {
        var (last, before, blocks) = (new int[Count], new int[Count], new int[StrataNames.Length + 1]);
        var found = new List<double>();
        for (int from = 0, s = 0; s < StrataNames.Length; s++)
        {
            var first = found.Count;
            blocks[s] = first;
            var to = from;
            for (; to < Count && stratum[to] == s; to++)
            {
                if (Happened[to] && (found.Count == first || found[^1] != Times[to]))
                {
                    found.Add(Times[to]);
                }
            }
            for (int i = from, k = first - 1; i < to; i++)
            {
                while (k + 1 < found.Count && found[k + 1] <= Times[i])
                {
                    k++;
                }
                var start = first - 1;
                if (starts is not null)
                {
                    var at = found.BinarySearch(first, found.Count - first, starts[Order[i]], null);
                    start = at >= 0 ? at : ~at - 1;
                }
                last[i] = k > start ? k : -1;
                before[i] = start >= first ? start : -1;
            }
            from = to;
        }
        blocks[^1] = found.Count;
        return (last, before, blocks, [.. found]);
    }

    private static void Check(
        IReadOnlyList<double> times,
        IReadOnlyList<bool> events,
        Predictor[] predictors,
        CoxOptions options
    )
    {
        Follow.Check(times, events.Count);
        Follow.SameLength(times.Count, options.Strata?.Count ?? times.Count, "strata");
        Follow.SameLength(times.Count, options.Starts?.Count ?? times.Count, "starts");
        Follow.SameLength(times.Count, options.Weights?.Count ?? times.Count, "weights");
        if (predictors.Length == 0)
        {
            throw new ArgumentException("There are no predictors: at least one is needed.", nameof(predictors));
        }
        foreach (var predictor in predictors)
        {
            Follow.SameLength(times.Count, predictor.Values.Count, $"values of '{predictor.Name}'");
            Regression.Columns.Finite(predictor.Values, predictor.Name);
        }
        for (var i = 0; i < times.Count; i++)
        {
            if (options.Weights is { } weights && !(weights[i] > 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the weight is {weights[i]}; it must be finite and above 0.",
                    nameof(options)
                );
            }
            if (options.Starts is { } starts && !(starts[i] < times[i]))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the start {starts[i]} is not before the time {times[i]}.",
                    nameof(options)
                );
            }
        }
        if (!events.Any(happened => happened))
        {
            throw new ArgumentException("There are no events: nothing can be estimated.", nameof(events));
        }
    }
}
