using System.Buffers;
using System.Runtime.Intrinsics;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Survival;

/// <summary>
/// The rows of a Cox regression ordered by stratum and then time, events first among the tied, covariates centred, with
/// the distinct event times of each stratum. Its large arrays are borrowed, for memory asked for anew costs more time than
/// a pass over it.
/// </summary>
internal sealed class CoxRows : IDisposable
{
    /// <summary>Covariates that are reckoned with together.</summary>
    public const int Lanes = 4;

    // About what a core's nearest caches hold.
    private const int RowsAPiece = 1 << 14;

    private readonly TimeOrder order;
    private readonly int[] first;
    private readonly int[] earlier;
    private readonly int times;

    public CoxRows(IReadOnlyList<double> times, IReadOnlyList<bool> events, Predictor[] predictors, CoxOptions options)
    {
        var (ends, happened) = (Follow.Array(times), Follow.Array(events));
        var columns = Array.ConvertAll(predictors, predictor => Follow.Array(predictor.Values));
        var sums = Array.ConvertAll(columns, column => Follow.Sum(column));
        Check(ends, happened, predictors, sums, options);
        (Count, Columns, Tiles) = (ends.Length, columns.Length, (columns.Length + Lanes - 1) / Lanes);
        Means = Array.ConvertAll(sums, sum => sum / Count);
        order = new TimeOrder(ends, happened);
        (StrataNames, Strata) = Stratify(options.Strata);
        (first, earlier) = (ArrayPool<int>.Shared.Rent(Count + 1), ArrayPool<int>.Shared.Rent(Count + 1));
        Blocks = Index();
        this.times = Blocks[^1];
        X = ArrayPool<double>.Shared.Rent(Tiles * Count * Lanes);
        Centre(columns);
        if (options.Weights is { } weights)
        {
            Weights = new double[Count];
            for (var i = 0; i < Count; i++)
            {
                Weights[i] = weights[Order[i]];
            }
        }
        if (options.Starts is { } starts)
        {
            (Before, Leaving) = Enter(starts);
        }
        Pieces = Cut();
        Observed = Events();
    }

    /// <summary>Event times in a row within a stratum, and the row after their last.</summary>
    public readonly record struct Piece(int From, int To, int End, bool EndsStratum);

    public int Count { get; }

    public int Columns { get; }

    /// <summary>Four columns each, the last with zeros where there are no more.</summary>
    public int Tiles { get; }

    /// <summary>The given row that each ordered row came from.</summary>
    public ReadOnlySpan<int> Order => order.Rows;

    /// <summary>Centred; tile after tile, and in each the rows with four numbers each.</summary>
    public double[] X { get; }

    public double[] Means { get; }

    /// <summary>Null when every weight is 1. A row that is at risk at no event weighs 0.</summary>
    public double[]? Weights { get; private set; }

    public string[] StrataNames { get; }

    /// <summary>For each stratum the first of its rows; one more at the end.</summary>
    public int[] Strata { get; }

    /// <summary>
    /// The first row at each event time, stratum after stratum: from it on all rows of the stratum are followed until the
    /// time or longer, and the first of them are those that had the event.
    /// </summary>
    public ReadOnlySpan<int> First => first.AsSpan(0, times);

    /// <summary>For each stratum the first of its event times; one more at the end.</summary>
    public int[] Blocks { get; }

    /// <summary>
    /// With entry times: the last event time of its stratum before each row came under observation, which it was not at
    /// risk at; −1 when there is none.
    /// </summary>
    public int[]? Before { get; }

    /// <summary>With entry times: the rows that have such an event time, the latest first.</summary>
    public int[] Leaving { get; } = [];

    public Piece[] Pieces { get; }

    /// <summary>Σ w·x over the events.</summary>
    public double[] Observed { get; }

    public double this[int row, int column] => X[(column / Lanes * Count + row) * Lanes + column % Lanes];

    public double Weight(int row) => Weights is null ? 1 : Weights[row];

    public double EventTime(int k) => order.Time(first[k]);

    /// <summary>How many had the event at an event time.</summary>
    public int Deaths(int k) => earlier[k + 1] - earlier[k];

    public double DeadWeight(int k)
    {
        var sum = 0.0;
        for (var i = first[k]; i < first[k] + Deaths(k); i++)
        {
            sum += Weight(i);
        }
        return sum;
    }

    /// <summary>Where the rows of two tiles begin in <see cref="X"/>, counted in fours.</summary>
    public (nuint A, nuint C) Begin((int A, int C) tile) => ((nuint)(tile.A * Count), (nuint)(tile.C * Count));

    /// <summary>The first of the leaving rows that is at risk at the event times before one.</summary>
    public int LeftFrom(int k)
    {
        var (low, high) = (0, Leaving.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Before![Leaving[middle]] >= k ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>Σ f·w·x over the events, with a factor f for each event time; null for 1.</summary>
    public double[] Events(double[]? time = null)
    {
        var found = new double[Pieces.Length][];
        Parallel.For(
            0,
            Pieces.Length,
            piece =>
            {
                var sum = found[piece] = new double[Tiles * Lanes];
                for (var tile = 0; tile < Tiles; tile++)
                {
                    var sums = Vector256<double>.Zero;
                    for (var k = Pieces[piece].From; k < Pieces[piece].To; k++)
                    {
                        for (var i = first[k]; i < first[k] + Deaths(k); i++)
                        {
                            var factor = Weight(i) * (time is null ? 1 : time[k]);
                            sums += factor * Vector256.LoadUnsafe(ref X[(tile * Count + i) * Lanes]);
                        }
                    }
                    sums.CopyTo(sum, tile * Lanes);
                }
            }
        );
        return [.. Enumerable.Range(0, Columns).Select(j => found.Sum(piece => piece[j]))];
    }

    public void Dispose()
    {
        order.Dispose();
        ArrayPool<int>.Shared.Return(first);
        ArrayPool<int>.Shared.Return(earlier);
        ArrayPool<double>.Shared.Return(X);
    }

    /// <summary>The largest distance of a covariate from its mean.</summary>
    public double Spread(int column) => Enumerable.Range(0, Count).Max(i => Math.Abs(this[i, column]));

    private (string[] Names, int[] Begins) Stratify(IReadOnlyList<string>? strata)
    {
        if (strata is null)
        {
            return ([""], [0, Count]);
        }
        string[] names = [.. strata.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var number = names.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);
        return (names, order.Within([.. strata.Select(name => number[name])], names.Length));
    }

    // A row is written where the next event time goes, and stays when it is one: no branch that cannot be foreseen.
    private int[] Index()
    {
        var keys = order.Keys;
        var blocks = new int[Strata.Length];
        var (k, events) = (0, 0);
        for (var s = 0; s + 1 < Strata.Length; s++)
        {
            blocks[s] = k;
            var last = ulong.MaxValue;
            for (var i = Strata[s]; i < Strata[s + 1]; i++)
            {
                var key = keys[i];
                (first[k], earlier[k]) = (i, events);
                var happened = TimeOrder.Happened(key) ? 1 : 0;
                events += happened;
                k += key == last ? 0 : happened;
                last = key;
            }
        }
        (blocks[^1], earlier[k]) = (k, events);
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
                // So few at a time that what is written stays near while the other columns come.
                const int AtATime = 256;
                var end = Math.Min(Count, (part + 1) * RowsAPiece);
                for (var from = part * RowsAPiece; from < end; from += AtATime)
                {
                    for (var j = 0; j < Tiles * Lanes; j++)
                    {
                        var (column, mean) = j < columns.Length ? (columns[j], Means[j]) : ([], 0);
                        var x = X.AsSpan((j / Lanes * Count + from) * Lanes + j % Lanes);
                        var own = Order[from..Math.Min(from + AtATime, end)];
                        for (var i = 0; i < own.Length; i++)
                        {
                            x[i * Lanes] = column.Length == 0 ? 0 : column[own[i]] - mean;
                        }
                    }
                }
            }
        );
    }

    private Piece[] Cut()
    {
        var pieces = new List<Piece>();
        for (var s = 0; s + 1 < Strata.Length; s++)
        {
            for (var from = Blocks[s]; from < Blocks[s + 1]; from = pieces[^1].To)
            {
                var next = Array.BinarySearch(first, from, Blocks[s + 1] - from, first[from] + RowsAPiece);
                var to = next < 0 ? ~next : next;
                var ends = to == Blocks[s + 1];
                pieces.Add(new(from, to, ends ? Strata[s + 1] : first[to], ends));
            }
        }
        return [.. pieces];
    }

    private (int[] Before, int[] Leaving) Enter(IReadOnlyList<double> starts)
    {
        Weights ??= [.. Enumerable.Repeat(1.0, Count)];
        var before = new int[Count];
        for (var s = 0; s + 1 < Strata.Length; s++)
        {
            double[] eventTimes = [.. Enumerable.Range(Blocks[s], Blocks[s + 1] - Blocks[s]).Select(EventTime)];
            for (var i = Strata[s]; i < Strata[s + 1]; i++)
            {
                var (start, last) = (
                    Follow.LastAt(eventTimes, starts[Order[i]]),
                    Follow.LastAt(eventTimes, order.Time(i))
                );
                before[i] = start < 0 ? -1 : Blocks[s] + start;
                if (start >= last)
                {
                    Weights[i] = 0;
                }
            }
        }
        return (before, [.. Enumerable.Range(0, Count).Where(i => before[i] >= 0).OrderByDescending(i => before[i])]);
    }

    private static void Check(double[] times, bool[] events, Predictor[] predictors, double[] sums, CoxOptions options)
    {
        Follow.Check(times, events.Length);
        Follow.SameLength(times.Length, options.Strata?.Count ?? times.Length, "strata");
        Follow.SameLength(times.Length, options.Starts?.Count ?? times.Length, "starts");
        Follow.SameLength(times.Length, options.Weights?.Count ?? times.Length, "weights");
        if (predictors.Length == 0)
        {
            throw new ArgumentException("There are no predictors: at least one is needed.", nameof(predictors));
        }
        foreach (var (predictor, sum) in predictors.Zip(sums))
        {
            Follow.SameLength(times.Length, predictor.Values.Count, $"values of '{predictor.Name}'");
            // One that is not finite makes the sum so too.
            if (!double.IsFinite(sum))
            {
                Regression.Columns.Finite(predictor.Values, predictor.Name);
            }
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
            throw new ArgumentException("There are no events: nothing can be estimated.", nameof(events));
        }
    }
}
