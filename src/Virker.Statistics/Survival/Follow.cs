using System.Numerics;

namespace Virker.Statistics.Survival;

/// <summary>Checks the columns of a follow-up, naming the row (counted from 1).</summary>
internal static class Follow
{
    public static void Check(IReadOnlyList<double> times, int ends)
    {
        if (times.Count == 0)
        {
            throw new NoEstimateException(
                NoEstimateReason.TooFew,
                "There are no rows: at least one is needed.",
                found: 0,
                needed: 1
            );
        }

        SameLength(times.Count, ends, "events");
        var values = Array(times);
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= 0 && values[i] < double.PositiveInfinity))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the time is {values[i]}; it must be a finite number, 0 or above.",
                    nameof(times)
                );
            }
        }
    }

    /// <summary>The sum of a column; not finite when one of its numbers is not.</summary>
    public static double Sum(ReadOnlySpan<double> column)
    {
        var (sums, i) = (Vector<double>.Zero, 0);
        for (; i + Vector<double>.Count <= column.Length; i += Vector<double>.Count)
            sums += new Vector<double>(column[i..]);
        var sum = Vector.Sum(sums);
        for (; i < column.Length; i++)
            sum += column[i];
        return sum;
    }

    public static void SameLength(int rows, int values, string what)
    {
        if (rows != values)
            throw new ArgumentException($"There are {rows} times but {values} {what}.", nameof(values));
    }

    /// <summary>The column itself where it is an array already.</summary>
    public static T[] Array<T>(IReadOnlyList<T> column) => column as T[] ?? [.. column];

    /// <summary>The index of the last of some ascending times that is not after a time; −1 before the first.</summary>
    public static int LastAt(double[] times, double time)
    {
        var found = System.Array.BinarySearch(times, time);
        return found >= 0 ? found : ~found - 1;
    }
}
