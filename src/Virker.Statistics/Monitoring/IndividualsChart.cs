namespace Virker.Statistics.Monitoring;

/// <summary>
/// A control chart of single values (XmR): the middle is the mean, and the limits are 3/1.128 mean moving ranges to
/// each side, where 1.128 is the mean range of two draws from a normal distribution. Montgomery, Introduction to
/// Statistical Quality Control, section 6.4. The variation is taken from the values themselves: the same people stand
/// in one quarter's share and the next's, which no binomial limit knows of.
/// </summary>
/// <param name="Middle">The mean.</param>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
public sealed record IndividualsChart(double Middle, double Low, double High)
{
    /// <summary>Fewer values give limits that say nothing.</summary>
    public const int Least = 6;

    // 2/√π: the mean of |X₁ − X₂| for two standard normal draws.
    private static readonly double MeanRange = 2 / Math.Sqrt(Math.PI);

    /// <param name="values">In the order of time.</param>
    /// <exception cref="ArgumentException">Fewer than <see cref="Least"/> values, or one that is not finite.</exception>
    public static IndividualsChart Of(IReadOnlyList<double> values)
    {
        if (values.Count < Least || values.Any(v => !double.IsFinite(v)))
            throw new ArgumentException($"At least {Least} finite values are needed.", nameof(values));
        var middle = values.Average();
        var half = 3 / MeanRange * values.Zip(values.Skip(1), (a, b) => Math.Abs(b - a)).Average();
        return new(middle, middle - half, middle + half);
    }
}
