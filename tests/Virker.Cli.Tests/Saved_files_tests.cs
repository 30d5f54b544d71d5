using System.Text.Json;
using Virker.Tests;

namespace Virker.Cli.Tests;

/// <summary>A file as people save it gives the commands the same numbers, or one clear line.</summary>
public sealed class Saved_files_tests
{
    private static readonly string[] Ways =
    [
        "en, international, UTF-8",
        "en, danish, Windows-1252",
        "en, danish, mark",
        "en, danish, tab, UTF-16",
        "en, danish, empty rows after",
        "en, workbook",
    ];

    [Fact]
    public async Task Pool_reads_every_way_a_file_may_be_saved()
    {
        foreach (
            var (how, path) in Saved(
                ["study", "yi", "vi"],
                [
                    ["Østergård 2010", 0.30m, 0.010m],
                    ["Ærø 2012", 0.20m, 0.020m],
                    ["Bøgh 2015", 0.45m, 0.015m],
                ]
            )
        )
        {
            Assert.Equal(0.3230769231, await Estimate(how, "pool", path, "--measure", "GEN"), 9);
        }
    }

    [Fact]
    public async Task A_calculation_of_costs_reads_every_way_a_file_may_be_saved()
    {
        string? first = null;
        foreach (
            var (how, path) in Saved(
                ["line", "kind", "year", "payer", "price", "kr", "source", "units"],
                [
                    ["Indsats", "mechanical", 1, "municipality", null, 5_300.50m, "Egen; opgørelse", 1.5m],
                ]
            )
        )
        {
            var answer = await Cli.Run([
                "cost",
                path,
                "--who",
                "X.SMI",
                "--what",
                "X.IPS",
                "--start",
                "2024-01-01",
                "--format",
                "json",
            ]);
            Assert.True(answer.ExitCode == 0, how + answer.Errors);
            first ??= answer.Output;
            Assert.Equal(first, answer.Output);
        }

        Assert.Contains("795075", first!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study,events_treated,n_treated,events_control,n_control\nA,1,1.200,3,1200\n", "n_treated")]
    [InlineData("study;events_treated;n_treated;events_control;n_control\nA;1;1.200;3;1200\n", "n_treated")]
    [InlineData("study,events_treated,n_treated,events_control,n_control\nA,1,10.5,3,12\n", "n_treated")]
    public async Task A_number_of_people_is_never_a_fraction(string csv, string column)
    {
        var answer = await Cli.RunWith(csv, "pool", "-");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(column, Assert.Single(Lines(answer.Errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_a_Danish_file_are_thousands()
    {
        const string File =
            "study;mean_treated;sd_treated;n_treated;mean_control;sd_control;n_control\n"
            + "A;12,5;3;2.200;11;3;2.150\nB;12;3;150;11;3;140\n";
        string path = Cli.Write("thousands.csv", File);

        Assert.Equal(1.366008759, await Estimate("thousands", "pool", path, "--measure", "MD"), 8);
    }

    [Fact]
    public async Task Missing_cells_are_refused_with_their_number_and_the_remedy_and_dropped_when_asked()
    {
        string path = Cli.Write("missing.csv", "study,yi,vi\nA,0.30,0.01\nB,NA,0.02\nC,0.10,0.02\nD,,.\n,,\n");

        var refused = await Cli.Run("pool", path, "--measure", "GEN");
        var dropped = await Cli.Run("pool", path, "--measure", "GEN", "--missing", "drop", "--format", "json");

        Assert.Equal(1, refused.ExitCode);
        string line = Assert.Single(Lines(refused.Errors));
        Assert.Contains("yi 2, vi 1", line, StringComparison.Ordinal);
        Assert.Contains("--missing drop", line, StringComparison.Ordinal);
        Assert.Equal(0, dropped.ExitCode);
        Assert.Contains("yi 2, vi 1", Assert.Single(Lines(dropped.Errors)), StringComparison.Ordinal);
        Assert.Equal(0.225, Estimate(dropped.Output), 9);
    }

    [Fact]
    public async Task Ten_errors_are_shown_and_the_others_counted()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"s{i},x,0.01\n"));

        var answer = await Cli.RunWith("study,yi,vi\n" + rows, "pool", "-", "--measure", "GEN");

        var lines = Lines(answer.Errors);
        Assert.Equal(11, lines.Length);
        Assert.Contains("30", lines[10], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_heading_lacks_a_column_only_that_is_said()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"s{i},x\n"));

        var answer = await Cli.RunWith("study,yi\n" + rows, "pool", "-", "--measure", "GEN");

        Assert.Contains("vi", Assert.Single(Lines(answer.Errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        var answer = await Cli.Run("pool", Path.GetTempPath());

        Assert.Equal(1, answer.ExitCode);
        Assert.Single(Lines(answer.Errors));
    }

    private static IEnumerable<(string How, string Path)> Saved(string[] header, object?[][] rows)
    {
        var saved = SavedFile.InEveryWay(header, rows).Where(way => Ways.Contains(way.How)).ToList();
        Assert.Equal(Ways.Length, saved.Count);
        foreach (var (i, way) in saved.Index())
        {
            string path = Path.Combine(Cli.Folder.FullName, $"saved{header.Length}-{i}.txt");
            File.WriteAllBytes(path, way.Bytes);
            yield return (way.How, path);
        }
    }

    private static async Task<double> Estimate(string how, params string[] arguments)
    {
        var answer = await Cli.Run([.. arguments, "--format", "json"]);
        Assert.True(answer.ExitCode == 0, how + answer.Errors);
        return Estimate(answer.Output);
    }

    private static double Estimate(string json)
    {
        using var read = JsonDocument.Parse(json);
        return read.RootElement.GetProperty("estimate").GetDouble();
    }

    private static string[] Lines(string text) => text.TrimEnd().Split('\n');
}
