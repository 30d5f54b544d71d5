using System.Buffers;
using System.Numerics;

namespace Virker.Statistics.Survival;

/// <summary>
/// Rows of a follow-up in ascending order of time, the events first among those with the same time. Rows are spread over
/// even steps of time by counting, first over buckets of steps and then within each, on every core, and only those in the
/// same step are compared: about linear in the rows unless nearly all of them lie within a few steps.
/// </summary>
internal sealed class TimeOrder : IDisposable
{
    // Below this one core comparing is as fast; and a core should have as many rows to itself.
    private const int Few = 1 << 14;
    private const int RowsAStep = 2;

    // So few that they and their rows stay in a core's nearest caches.
    private const int StepsABucket = 1 << 10;

    private ulong[] _keys;
    private int[] _rows;

    /// <param name="times">Finite and not negative.</param>
    /// <param name="events">Whether each ended in the event.</param>
    public TimeOrder(double[] times, bool[] events)
    {
        var n = times.Length;
        Count = n;
        (_keys, _rows) = (ArrayPool<ulong>.Shared.Rent(n), ArrayPool<int>.Shared.Rent(n));
        if (n < Few)
        {
            for (var i = 0; i < n; i++)
                (_keys[i], _rows[i]) = (Key(times[i], events[i]), i);
            Array.Sort(_keys, _rows, 0, n);
            return;
        }
        var steps = new Steps(times);
        var parts = Math.Min(Environment.ProcessorCount, n / Few);
        var buckets = (steps.Count + StepsABucket - 1) / StepsABucket;
        var counts = new int[parts][];
        Parallel.For(
            0,
            parts,
            part =>
            {
                var own = counts[part] = new int[buckets];
                var (from, to) = Share(n, part, parts);
                for (var i = from; i < to; i++)
                    own[steps.Of(times[i]) / StepsABucket]++;
            }
        );
        var ends = new int[buckets];
        for (int bucket = 0, next = 0; bucket < ends.Length; bucket++)
        {
            foreach (var own in counts)
                (own[bucket], next) = (next, next + own[bucket]);
            ends[bucket] = next;
        }
        Parallel.For(
            0,
            parts,
            part =>
            {
                var own = counts[part];
                var (from, to) = Share(n, part, parts);
                for (var i = from; i < to; i++)
                {
                    var at = own[steps.Of(times[i]) / StepsABucket]++;
                    (_keys[at], _rows[at]) = (Key(times[i], events[i]), i);
                }
            }
        );
        Parallel.For(
            0,
            buckets,
            bucket =>
            {
                var begin = bucket == 0 ? 0 : ends[bucket - 1];
                Spread(begin, ends[bucket] - begin, bucket * StepsABucket, steps);
            }
        );
    }

    /// <summary>The given row that each ordered row came from.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    public int Count { get; }

    /// <summary>
    /// Ascending numbers, one a row: equal for rows with the same time that ended alike, and the event's one less than
    /// the censoring's at the same time.
    /// </summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    /// <summary>The key of an event at a time; that of a censoring is one more.</summary>
    public static ulong Key(double time, bool happened) =>
        // Numbers from 0 up are ordered as their bits are, and the sign's bit is free. Adding 0 makes −0 a 0.
        (BitConverter.DoubleToUInt64Bits(time + 0.0) << 1) | (happened ? 0UL : 1UL);

    public static double Time(ulong key) => BitConverter.UInt64BitsToDouble(key >> 1);

    public static bool Happened(ulong key) => (key & 1) == 0;

    public double Time(int i) => Time(_keys[i]);

    /// <summary>Puts the rows in order of their group, and of time within it.</summary>
    /// <param name="groups">The group of each given row, from 0.</param>
    /// <param name="count">The number of groups.</param>
    /// <returns>Where each group begins; one more at the end.</returns>
    public int[] Within(int[] groups, int count)
    {
        var begins = new int[count + 1];
        foreach (var group in groups)
            begins[group + 1]++;
        for (var group = 0; group < count; group++)
            begins[group + 1] += begins[group];
        var (next, oldKeys, oldRows) = (begins[..count], _keys, _rows);
        (_keys, _rows) = (ArrayPool<ulong>.Shared.Rent(Count), ArrayPool<int>.Shared.Rent(Count));
        for (var i = 0; i < Count; i++)
        {
            var at = next[groups[oldRows[i]]]++;
            (_keys[at], _rows[at]) = (oldKeys[i], oldRows[i]);
        }
        Return(oldKeys, oldRows);
        return begins;
    }

    public void Dispose() => Return(_keys, _rows);

    /// <summary>The part of some items that is one of so many workers' own.</summary>
    public static (int From, int To) Share(int items, int part, int parts) =>
        ((int)((long)items * part / parts), (int)((long)items * (part + 1) / parts));

    private static void Return(ulong[] keys, int[] rows)
    {
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<int>.Shared.Return(rows);
    }

    // Puts the rows of a bucket in order, step by step.
    private void Spread(int begin, int count, int firstStep, Steps steps)
    {
        var (oldKeys, oldRows) = (ArrayPool<ulong>.Shared.Rent(count), ArrayPool<int>.Shared.Rent(count));
        Array.Copy(_keys, begin, oldKeys, 0, count);
        Array.Copy(_rows, begin, oldRows, 0, count);
        Span<int> next = stackalloc int[StepsABucket + 1];
        next.Clear();
        for (var i = 0; i < count; i++)
            next[steps.Of(Time(oldKeys[i])) - firstStep + 1]++;
        next[0] = begin;
        for (var step = 0; step < StepsABucket; step++)
            next[step + 1] += next[step];
        for (var i = 0; i < count; i++)
        {
            var at = next[steps.Of(Time(oldKeys[i])) - firstStep]++;
            (_keys[at], _rows[at]) = (oldKeys[i], oldRows[i]);
        }
        Return(oldKeys, oldRows);
        foreach (var end in next[..StepsABucket])
        {
            Sort(_keys.AsSpan(begin, end - begin), _rows.AsSpan(begin, end - begin));
            begin = end;
        }
    }

    private static void Sort(Span<ulong> keys, Span<int> rows)
    {
        if (keys.Length <= 4 * RowsAStep)
        {
            Insert(keys, rows);
            return;
        }
        var (ordered, tied) = (true, true);
        for (var i = 1; i < keys.Length; i++)
        {
            ordered &= keys[i - 1] <= keys[i];
            tied &= keys[i - 1] >> 1 == keys[i] >> 1;
        }
        if (ordered)
            return;
        if (!tied)
        {
            keys.Sort(rows);
            return;
        }
        // One time only: the events change places with the censorings before them.
        for (int low = 0, high = keys.Length - 1; ; low++, high--)
        {
            while (low < high && Happened(keys[low]))
                low++;
            while (low < high && !Happened(keys[high]))
                high--;
            if (low >= high)
                return;
            (keys[low], keys[high]) = (keys[high], keys[low]);
            (rows[low], rows[high]) = (rows[high], rows[low]);
        }
    }

    private static void Insert(Span<ulong> keys, Span<int> rows)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, row, at) = (keys[i], rows[i], i);
            for (; at > 0 && keys[at - 1] > key; at--)
                (keys[at], rows[at]) = (keys[at - 1], rows[at - 1]);
            (keys[at], rows[at]) = (key, row);
        }
    }

    private readonly struct Steps
    {
        private readonly double _first;
        private readonly double _perTime;

        public Steps(double[] times)
        {
            var (low, high, i) = (new Vector<double>(times), new Vector<double>(times), 0);
            for (; i + Vector<double>.Count <= times.Length; i += Vector<double>.Count)
            {
                var some = new Vector<double>(times, i);
                (low, high) = (Vector.MinNative(low, some), Vector.MaxNative(high, some));
            }
            (_first, var last) = (times[0], times[0]);
            for (var lane = 0; lane < Vector<double>.Count; lane++)
                (_first, last) = (Math.Min(_first, low[lane]), Math.Max(last, high[lane]));
            for (; i < times.Length; i++)
                (_first, last) = (Math.Min(_first, times[i]), Math.Max(last, times[i]));
            Count = times.Length / RowsAStep;
            // With one time only, or times too near 0 to divide by, all are in the first step.
            _perTime = Count / (last - _first);
            _perTime = double.IsFinite(_perTime) ? _perTime : 0;
        }

        public int Count { get; }

        public int Of(double time) => Math.Min((int)((time - _first) * _perTime), Count - 1);
    }
}
