using System.Globalization;
using System.Runtime.CompilerServices;
using Virker.Statistics.Distributions;

namespace Virker.Statistics.Tests.Distributions;

/// <summary>
/// The stored grid: each row holds R's answer and the exact one (mpmath, 50 digits). We must be within 1e-12 of the
/// exact answer everywhere, and within 1e-12 of R wherever R itself is within 1e-12 of the exact answer.
/// </summary>
public class Reference_tests
{
    private const double Tolerance = 1e-12;

    private sealed record Row(
        string Line,
        string Family,
        string What,
        double X,
        double A,
        double B,
        double C,
        double R,
        double Exact
    );

    private static readonly Lazy<Row[]> Grid = new(() => [.. Read()]);

    public static TheoryData<string> Families =>
        ["Normal", "StudentT", "ChiSquare", "Gamma", "F", "Beta", "Binomial", "Hypergeometric", "Special"];

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_answer_is_exact_to_twelve_digits(string family) => Assert.Empty(Misses(family, row => row.Exact));

    [Theory]
    [MemberData(nameof(Families))]
    public void Every_answer_agrees_with_R_where_R_is_right(string family) =>
        Assert.Empty(Misses(family, row => IsClose(row, row.R, row.Exact) ? row.R : double.NaN));

    [Fact]
    public void The_grid_is_large_and_R_is_right_on_nearly_all_of_it()
    {
        var wrong = Grid.Value.Count(row => !IsClose(row, row.R, row.Exact));
        Assert.True(Grid.Value.Length > 12_000, $"{Grid.Value.Length} rows");
        Assert.True(wrong < 0.02 * Grid.Value.Length, $"R differs from the exact answer on {wrong} rows");
    }

    private static IEnumerable<string> Misses(string family, Func<Row, double> wanted) =>
        from row in Grid.Value
        where row.Family == family && !double.IsNaN(wanted(row))
        let ours = Evaluate.Of(row.Family, row.What, row.X, row.A, row.B, row.C)
        where !IsClose(row, ours, wanted(row))
        select string.Create(CultureInfo.InvariantCulture, $"{row.Line}: {ours:R}");

    /// <summary>
    /// Relative, with two exceptions: a log density near 0 is held to 1e-12 absolutely (that is 1e-12 of the density),
    /// and a quantile is not asked for more than its probability, itself a rounded number, decides.
    /// </summary>
    private static bool IsClose(Row row, double value, double wanted)
    {
        var size = row.What == "LogDensity" ? Math.Max(1, Math.Abs(wanted)) : Math.Abs(wanted);
        var allowed =
            Tolerance * Math.Max(1, row.What.StartsWith("Quantile", StringComparison.Ordinal) ? Blur(row) : 0);
        return value == wanted || Math.Abs(value - wanted) <= allowed * size;
    }

    /// <summary>By how many times 1e-12 the quantile moves when its probability moves by 32 roundings.</summary>
    private static double Blur(Row row)
    {
        if (row.Family is "Binomial" or "Hypergeometric" || row.Exact == 0)
            return 1;
        var smaller = Math.Min(row.X, 1 - row.X);
        var density = Evaluate.Of(row.Family, "Density", row.Exact, row.A, row.B, row.C);
        return 32 * 1.1e-16 * smaller / (density * Math.Abs(row.Exact)) / Tolerance;
    }

    private static IEnumerable<Row> Read([CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "..", "Reference", "distributions.csv");
        foreach (var line in File.ReadLines(file).Skip(2))
        {
            var cells = line.Split(',');
            yield return new(line, cells[0], cells[1], N(2), N(3), N(4), N(5), N(6), N(7));

            double N(int index) =>
                cells[index].Length == 0 ? double.NaN : double.Parse(cells[index], CultureInfo.InvariantCulture);
        }
    }
}
