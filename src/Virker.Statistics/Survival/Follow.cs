namespace Virker.Statistics.Survival;

/// <summary>Checks the columns of a follow-up, naming the row (counted from 1), and sorts them.</summary>
internal static class Follow
{
    public static void Check(IReadOnlyList<double> times, int ends)
    {
        if (times.Count == 0)
        {
            throw new ArgumentException("There are no rows: at least one is needed.", nameof(times));
        }
        SameLength(times.Count, ends, "events");
        for (var i = 0; i < times.Count; i++)
        {
            if (!(times[i] >= 0 && double.IsFinite(times[i])))
            {
                throw new ArgumentException(
                    $"Row {i + 1}: the time is {times[i]}; it must be a finite number, 0 or above.",
                    nameof(times)
                );
            }
        }
    }

    public static void SameLength(int rows, int values, string what)
    {
        if (rows != values)
        {
            throw new ArgumentException($"There are {rows} times but {values} {what}.", nameof(values));
        }
    }

    /// <summary>A copy of the times in ascending order, with the row each came from.</summary>
    public static (double[] Times, int[] Rows) Sorted(IReadOnlyList<double> times)
    {
        double[] sorted = [.. times];
        var rows = new int[sorted.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }
        Array.Sort(sorted, rows);
        return (sorted, rows);
    }

    /// <summary>The index of the last of some ascending times that is not after a time; −1 before the first.</summary>
    public static int LastAt(double[] times, double time)
    {
        var found = Array.BinarySearch(times, time);
        return found >= 0 ? found : ~found - 1;
    }
}
