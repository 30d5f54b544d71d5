using System.Buffers;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Survival;

/// <summary>
/// The rows of a Cox regression ordered by stratum and then time, events first among the tied, covariates centred, with
/// the distinct event times of each stratum. Its large arrays are borrowed, for memory asked for anew costs more time than
/// a pass over it.
/// </summary>
internal sealed class CoxRows : IDisposable
{
    // So few that what is reckoned about them stays in a core's nearest caches.
    private const int RowsAPiece = 1 << 11;

    private readonly TimeOrder _order;
    private readonly int _given;
    private readonly double[] _x;
    private readonly int[] _first;
    private readonly int[] _earlier;
    private readonly int _times;

    public CoxRows(IReadOnlyList<double> times, IReadOnlyList<bool> events, Predictor[] predictors, CoxOptions options)
    {
        var (ends, happened) = (Follow.Array(times), Follow.Array(events));
        var columns = Array.ConvertAll(predictors, predictor => Follow.Array(predictor.Values));
        var sums = Array.ConvertAll(columns, column => Follow.Sum(column));
        Check(ends, happened, predictors, sums, options);
        _given = ends.Length;
        Means = Array.ConvertAll(sums, sum => sum / _given);
        var strata = options.Strata;
        if (options.Starts is { } starts)
        {
            (ends, happened) = (
                [.. ends, .. starts.Select(start => Math.Max(start, 0))],
                [.. happened, .. new bool[_given]]
            );
            columns = Array.ConvertAll(columns, column => (double[])[.. column, .. column]);
            strata = strata is null ? null : [.. strata, .. strata];
        }
        (Count, Columns) = (ends.Length, columns.Length);
        _order = new TimeOrder(ends, happened);
        (StrataNames, Strata) = Stratify(strata);
        (_first, _earlier) = (ArrayPool<int>.Shared.Rent(Count + 1), ArrayPool<int>.Shared.Rent(Count + 1));
        Blocks = Index();
        this._times = Blocks[^1];
        _x = ArrayPool<double>.Shared.Rent(Columns * Count + RunningSums.Lanes);
        _x.AsSpan(Columns * Count).Clear();
        Centre(columns);
        Weights = Weigh(options.Weights, options.Starts);
        Pieces = Cut();
    }

    /// <summary>
    /// Event times in a row within a stratum, the rows from the first of them on and before the next, and those of the
    /// event times that are more than one's.
    /// </summary>
    public readonly record struct Piece(int From, int To, int Begin, int End, bool EndsStratum, int[] Tied);

    /// <summary>Rows, the entries among them.</summary>
    public int Count { get; }

    public int Columns { get; }

    public double[] Means { get; }

    /// <summary>
    /// Null when every weight is 1. An entry's is taken from 0; a row that is at risk at no event weighs 0.
    /// </summary>
    public double[]? Weights { get; }

    public string[] StrataNames { get; }

    /// <summary>For each stratum the first of its rows; one more at the end.</summary>
    public int[] Strata { get; }

    /// <summary>
    /// The first row at each event time, stratum after stratum: from it on all rows of the stratum are followed until the
    /// time or longer, and the first of them are those that had the event.
    /// </summary>
    public ReadOnlySpan<int> First => _first.AsSpan(0, _times);

    /// <summary>For each stratum the first of its event times; one more at the end.</summary>
    public int[] Blocks { get; }

    public Piece[] Pieces { get; }

    public double this[int row, int column] => _x[column * Count + row];

    /// <summary>Some rows' centred covariate; after the last of the rows any finite numbers may follow.</summary>
    public ReadOnlySpan<double> X(int column, int from, int length) => _x.AsSpan(column * Count + from, length);

    /// <summary>The given row that an ordered row came from.</summary>
    public int Given(int row) => _order.Rows[row] % _given;

    public ReadOnlySpan<ulong> Keys => _order.Keys;

    public bool Happened(int row) => TimeOrder.Happened(_order.Keys[row]);

    public double Weight(int row) => Weights is null ? 1 : Weights[row];

    public int EventCount => _earlier[_times];

    public double EventTime(int k) => _order.Time(_first[k]);

    /// <summary>How many had the event at an event time.</summary>
    public int Deaths(int k) => _earlier[k + 1] - _earlier[k];

    public double DeadWeight(int k)
    {
        var sum = 0.0;
        for (var i = _first[k]; i < _first[k] + Deaths(k); i++)
            sum += Weight(i);
        return sum;
    }

    public void Dispose()
    {
        _order.Dispose();
        ArrayPool<int>.Shared.Return(_first);
        ArrayPool<int>.Shared.Return(_earlier);
        ArrayPool<double>.Shared.Return(_x);
    }

    /// <summary>The largest distance of a covariate from its mean.</summary>
    public double Spread(int column) => Enumerable.Range(0, Count).Max(i => Math.Abs(this[i, column]));

    private (string[] Names, int[] Begins) Stratify(IReadOnlyList<string>? strata)
    {
        if (strata is null)
            return ([""], [0, Count]);
        string[] names = [.. strata.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var number = names.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);
        return (names, _order.Within([.. strata.Select(name => number[name])], names.Length));
    }

    // A row is written where the next event time goes, and stays when it is one: no branch that cannot be foreseen.
    private int[] Index()
    {
        var keys = _order.Keys;
        var blocks = new int[Strata.Length];
        var (k, events) = (0, 0);
        for (var s = 0; s + 1 < Strata.Length; s++)
        {
            blocks[s] = k;
            var last = ulong.MaxValue;
            for (var i = Strata[s]; i < Strata[s + 1]; i++)
            {
                var key = keys[i];
                (_first[k], _earlier[k]) = (i, events);
                var happened = TimeOrder.Happened(key) ? 1 : 0;
                events += happened;
                k += key == last ? 0 : happened;
                last = key;
            }
        }
        (blocks[^1], _earlier[k]) = (k, events);
        return blocks;
    }

    private void Centre(double[][] columns)
    {
        var parts = (Count + RowsAPiece - 1) / RowsAPiece;
        Parallel.For(
            0,
            parts,
            part =>
            {
                var (from, end) = (part * RowsAPiece, Math.Min(Count, (part + 1) * RowsAPiece));
                var own = _order.Rows[from..end];
                for (var j = 0; j < columns.Length; j++)
                {
                    var (column, mean) = (columns[j], Means[j]);
                    var to = _x.AsSpan(j * Count + from, own.Length);
                    for (var i = 0; i < own.Length; i++)
                        to[i] = column[own[i]] - mean;
                }
            }
        );
    }

    // By the last event time of the stratum that a row was followed to, and that it came after.
    private double[]? Weigh(IReadOnlyList<double>? weights, IReadOnlyList<double>? starts)
    {
        if (weights is null && starts is null)
            return null;
        var last = new int[Count];
        Array.Fill(last, -1);
        for (var s = 0; s + 1 < Strata.Length; s++)
        {
            for (var k = Blocks[s]; k < Blocks[s + 1]; k++)
            {
                foreach (var row in _order.Rows[_first[k]..(k + 1 < Blocks[s + 1] ? _first[k + 1] : Strata[s + 1])])
                    last[row] = k;
            }
        }
        var result = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            var (row, entry) = (Given(i), _order.Rows[i] >= _given);
            var entered = starts is null || starts[row] < 0 ? -1 : last[_given + row];
            var weight = weights is null ? 1 : weights[row];
            result[i] =
                last[row] == entered ? 0
                : !entry ? weight
                : entered < 0 ? 0
                : -weight;
        }
        return result;
    }

    private Piece[] Cut()
    {
        var pieces = new List<Piece>();
        for (var s = 0; s + 1 < Strata.Length; s++)
        {
            for (var from = Blocks[s]; from < Blocks[s + 1]; from = pieces[^1].To)
            {
                var next = Array.BinarySearch(_first, from, Blocks[s + 1] - from, _first[from] + RowsAPiece);
                var to = next < 0 ? ~next : next;
                var ends = to == Blocks[s + 1];
                pieces.Add(new(from, to, _first[from], ends ? Strata[s + 1] : _first[to], ends, []));
            }
        }
        var cut = pieces.ToArray();
        Parallel.For(0, cut.Length, i => cut[i] = cut[i] with { Tied = Tied(cut[i].From, cut[i].To) });
        return cut;
    }

    private int[] Tied(int from, int to)
    {
        var tied = new List<int>();
        for (var k = from; k < to; k++)
        {
            if (Deaths(k) > 1)
                tied.Add(k);
        }
        return [.. tied];
    }

    private static void Check(double[] times, bool[] events, Predictor[] predictors, double[] sums, CoxOptions options)
    {
        Follow.Check(times, events.Length);
        Follow.SameLength(times.Length, options.Strata?.Count ?? times.Length, "strata");
        Follow.SameLength(times.Length, options.Starts?.Count ?? times.Length, "starts");
        Follow.SameLength(times.Length, options.Weights?.Count ?? times.Length, "weights");
        if (predictors.Length == 0)
            throw new ArgumentException("There are no predictors: at least one is needed.", nameof(predictors));
        foreach (var (predictor, sum) in predictors.Zip(sums))
        {
            Follow.SameLength(times.Length, predictor.Values.Count, $"values of '{predictor.Name}'");
            // One that is not finite makes the sum so too.
            if (!double.IsFinite(sum))
                Regression.Columns.Finite(predictor.Values, predictor.Name);
        }
        for (var i = 0; options.Weights is { } weights && i < times.Length; i++)
        {
            if (!(weights[i] > 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the weight is {weights[i]}; it must be finite and above 0.",
                    nameof(options)
                );
            }
        }
        for (var i = 0; options.Starts is { } starts && i < times.Length; i++)
        {
            if (!(starts[i] < times[i]))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the start {starts[i]} is not before the time {times[i]}.",
                    nameof(options)
                );
            }
        }
        if (Array.IndexOf(events, true) < 0)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "There are no events: nothing can be estimated.",
                "events",
                found: 0,
                needed: 1
            );
        }
    }
}
