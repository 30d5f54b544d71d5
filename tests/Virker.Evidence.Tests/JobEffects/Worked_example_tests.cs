using System.Globalization;
using Virker.Evidence.JobEffects;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Tests.JobEffects;

/// <summary>Every row of Reference/worked_examples.csv: published and derived numbers, with their source in the row.</summary>
public sealed class Worked_example_tests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Examples = Read();

    public static TheoryData<string> Contributions =>
        new(Examples.Values.Where(e => e["kind"] == "contribution").Select(e => e["example_id"]));

    public static TheoryData<string> Conclusions =>
        new(Examples.Values.Where(e => e["kind"] == "conclusion").Select(e => e["example_id"]));

    /// <summary>How many main and partial results the study of an example gives, which side is composite, and whether
    /// the number is of a partial result: the column "inputs" says it in words.</summary>
    private static readonly Dictionary<
        string,
        (int Main, int Partial, bool Effort, bool Group, bool OfPartial)
    > Shapes = new()
    {
        ["W01"] = (1, 0, false, false, false),
        ["W02"] = (0, 2, false, false, true),
        ["W03"] = (1, 0, false, false, false),
        ["W04"] = (1, 0, true, false, false),
        ["W05"] = (1, 0, true, true, false),
        ["W06"] = (1, 1, false, false, false),
        ["W07"] = (1, 1, false, false, true),
        ["W08"] = (0, 2, false, false, true),
        ["W09"] = (0, 4, false, false, true),
        ["W10"] = (4, 0, false, false, false),
        ["W11"] = (1, 0, false, false, false),
        ["W12"] = (1, 0, false, false, false),
        ["W13"] = (1, 0, true, false, false),
    };

    [Theory]
    [MemberData(nameof(Contributions))]
    public void Each_factor_and_the_contribution_are_as_published_or_derived(string id)
    {
        var example = Examples[id];
        var shape = Shapes[id];
        var results = Enumerable
            .Range(0, shape.Main + shape.Partial)
            .Select(i =>
                Cell.Result(
                    $"r{i}",
                    quality: CodeOf("quality", example["quality_weight"]),
                    method: CodeOf("method", example["method_weight"]),
                    geography: CodeOf("geography", example["geography_weight"]),
                    publication: CodeOf("publication", example["publication_weight"]),
                    groups: (i < shape.Main ? Cell.Group : Cell.PartialGroup) + (shape.Group ? ";SICK" : ""),
                    efforts: Cell.Effort + (shape.Effort ? ";ACT.EDU" : "")
                )
            );
        string? mode = example["mode"] == "none" ? null : example["mode"];

        var effect = Cell.Aggregate(
            new JobEffectQuery(Cell.Group, Cell.Effort, Edition: example["scheme"], Mode: mode),
            results
        );

        var contribution = effect.Contributions.First(c => c.IsPartial == shape.OfPartial);
        Assert.Equal(Number(example["expected_contribution"]), contribution.Contribution);
        Assert.Equal(
            Number(example["combination_factor"]),
            contribution.Factors.Single(f => f.Component == "combination").Weight
        );
        Assert.Equal(
            Number(example["multiple_results_weight"]),
            contribution.Factors.Single(f => f.Component == "multiple_results").Weight
        );
    }

    [Theory]
    [MemberData(nameof(Conclusions))]
    public void The_conclusion_and_the_level_follow_from_the_stock(string id)
    {
        var example = Examples[id];
        var parts = example["contributions_by_direction"]
            .Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(':'))
            .Select(part => (Direction: int.Parse(part[0], CultureInfo.InvariantCulture), Size: Number(part[1])))
            .ToList();
        var stock = new Stock(
            parts.Where(p => p.Direction == 1).Sum(p => p.Size),
            parts.Where(p => p.Direction == 0).Sum(p => p.Size),
            parts.Where(p => p.Direction == -1).Sum(p => p.Size)
        );

        var conclusion = JobEffectAlgorithm.Conclude(parts.Count, stock, Cell.Data.Rules);

        Assert.Equal(Number(example["expected_total_stock"]), stock.Total);
        Assert.Equal(example["expected_conclusion"], conclusion.Code());
        Assert.Equal(example["expected_level"], JobEffectAlgorithm.Level(conclusion, stock, Cell.Data.Rules).Code());
        if (example["expected_share"] != "")
        {
            decimal largest = new[] { stock.SharePositive, stock.ShareNone, stock.ShareNegative }.Max()!.Value;
            Assert.Equal(Number(example["expected_share"]), Math.Round(largest, 4));
        }
    }

    [Fact]
    public void No_row_is_left_out()
    {
        Assert.Equal(Examples.Count, Contributions.Count + Conclusions.Count);
        Assert.Equal(25, Examples.Count);
    }

    private static string CodeOf(string component, string weight) =>
        Cell
            .Data.Rules.Weights.First(w =>
                w.Scheme == "current" && w.Component == component && w.Value == Number(weight)
            )
            .Code;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reference", "worked_examples.csv"));
        var table = FileTable.Read(stream, "worked_examples.csv");
        return table
            .Rows.Select(row => table.Header.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second))
            .ToDictionary(row => row["example_id"]);
    }
}
