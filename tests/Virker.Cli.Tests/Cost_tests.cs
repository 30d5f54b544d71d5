using System.Text.Json;

namespace Virker.Cli.Tests;

[Collection("bank")]
public sealed class Cost_tests
{
    private const string Head = "line,kind,year,payer,price,kr,source,units,weeks_before,finding\n";
    private static readonly string[] Ips = ["--who", "X.SMI", "--what", "X.IPS", "--start", "2024-01-01"];

    [Fact]
    public async Task The_example_can_be_written_out_changed_and_calculated()
    {
        var example = await Cli.Run("cost", "--example");

        var answered = await Cli.RunWith(example.Output, ["cost", "-", .. Ips, "--citizens", "10", "--format", "json"]);

        Assert.Equal((0, 0), (example.ExitCode, answered.ExitCode));
        var result = JsonDocument.Parse(answered.Output).RootElement;
        Assert.Equal("admissible", result.GetProperty("admissibility").GetString());
        Assert.Equal(53_000, result.GetProperty("parts").GetProperty("mechanical").GetDecimal());
        // Eight weeks of 12,326 · 12/52 kroner for each of ten citizens.
        const decimal Saved = 10 * 8 * 12_326m * 12 / 52;
        Near(-Saved, result.GetProperty("parts").GetProperty("behaviour").GetDecimal());
        Assert.Equal(0, result.GetProperty("parts").GetProperty("return_flow").GetDecimal());
        var state = result
            .GetProperty("budgets")
            .EnumerateArray()
            .Single(b => b.GetProperty("budget").ValueEquals("state"));
        Near(-Saved / 5, state.GetProperty("kr").GetDecimal());
        Assert.Contains("Christensen", answered.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,mechanical,1,municipality,ips_service,,,1,,", "price", "i kr, og hvor det kommer fra, i source")]
    [InlineData("a,mechanical,1,municipality,kontanthjaelp_raised,,,1,,", "price", "ukendt")]
    [InlineData("a,mechanical,1,municipality,dummy,,,1,,", "price", "kontanthjaelp_30")]
    [InlineData("a,mechanical,1,municipality,,100,,1,,", "source", "hvor")]
    [InlineData("a,mechanical,1,municipality,,,,1,,", "kr", "price")]
    [InlineData("a,mechanical,0,municipality,,100,mig,1,,", "year", "mindst 1")]
    [InlineData("a,mechanical,1,kommunen,,100,mig,1,,", "payer", "municipality")]
    [InlineData("a,mechanical,1,municipality,,100,mig,,,", "units", "udfyldes")]
    [InlineData("a,mechanical,1,refund,kontanthjaelp_30,,,1,,", "weeks_before", "ugerne")]
    [InlineData("a,mechanical,1,refund,,100,mig,1,60,", "price", "ydelser")]
    [InlineData("a,behaviour,1,municipality,,100,mig,-1,,", "finding", "IPS-christensen2019")]
    [InlineData("a,behaviour,1,municipality,,100,mig,-1,,job-effect", "finding", "IPS-christensen2019")]
    [InlineData("a,behaviour,1,municipality,,100,mig,-1,,IPS-drake1996", "finding", "effect")]
    [InlineData("a,behaviour,1,municipality,,100,mig,-1,,IPS-davis2018", "finding", "X.SMI")]
    public async Task A_wrong_line_is_named_by_file_row_column_and_what_was_expected(
        string row,
        string column,
        string expected
    )
    {
        string file = Cli.Write("pris.csv", Head + row + "\n");

        var answered = await Cli.Run(["cost", file, .. Ips]);

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains($"pris.csv, række 2, kolonne {column}", answered.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, answered.Errors, StringComparison.Ordinal);
        Assert.Equal("", answered.Output);
    }

    [Fact]
    public async Task A_price_of_another_day_is_refused_with_the_days_there_are()
    {
        string file = Cli.Write("dag.csv", Head + "a,mechanical,1,municipality,kontanthjaelp_30,,,1,,\n");

        var answered = await Cli.Run("cost", file, "--who", "X.SMI", "--what", "X.IPS", "--start", "2026-01-01");

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("2024-01-01–2024-12-31", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_is_not_settled_gives_no_behaviour_and_says_so()
    {
        string file = Cli.Write(
            "uafklaret.csv",
            Head.TrimEnd() + ",effect\nb,behaviour,1,municipality,,100,mig,-1,,CF099,0.1\n"
        );

        string[] cell =
        [
            "cost",
            file,
            "--who",
            "FAR.ALL",
            "--what",
            "X.PARALLEL",
            "--start",
            "2024-01-01",
            "--format",
            "json",
        ];
        var answered = await Cli.Run(cell);
        var all = await Cli.Run([.. cell, "--all-evidence"]);

        var result = JsonDocument.Parse(answered.Output).RootElement;
        Assert.Equal("not_admissible", result.GetProperty("admissibility").GetString());
        Assert.Equal(0, result.GetProperty("public").GetProperty("kr").GetDecimal());
        Assert.Equal("b", result.GetProperty("left_out")[0].GetProperty("line").GetString());
        Assert.Equal(
            -1000,
            JsonDocument.Parse(all.Output).RootElement.GetProperty("public").GetProperty("kr").GetDecimal()
        );
    }

    [Fact]
    public async Task The_published_72_000_stands_line_by_line_and_prices_with_their_source()
    {
        var published = await Cli.Run("cost", "--published", "--format", "json");
        var prices = await Cli.Run("cost", "--prices", "--format", "csv");

        var ips = JsonDocument.Parse(published.Output).RootElement[0];
        decimal sum = ips.GetProperty("lines")
            .EnumerateArray()
            .Where(l => l.GetProperty("status").GetString() is "published" or "rest")
            .Sum(l => l.GetProperty("oere").GetDecimal());
        Assert.Equal(-7_200_000, sum);
        Assert.Contains("unknown", prices.Output, StringComparison.Ordinal);
        Assert.Contains("https://bm.dk/satser/satser-for-2023/", prices.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_or_with_half_a_proposal_the_usage_is_wrong()
    {
        var none = await Cli.Run("cost");
        var half = await Cli.Run("cost", "x.csv", "--who", "X.SMI");
        var nobody = await Cli.Run(["cost", "-", .. Ips, "--citizens", "0"]);
        var unknown = await Cli.RunWith(
            Head,
            "cost",
            "-",
            "--who",
            "NOBODY",
            "--what",
            "X.IPS",
            "--start",
            "2024-01-01"
        );

        Assert.Equal([2, 2, 2, 1], new[] { none, half, nobody, unknown }.Select(a => a.ExitCode));
        Assert.Contains("NOBODY", unknown.Errors, StringComparison.Ordinal);
    }

    // The file's units have ten decimals.
    private static void Near(decimal expected, decimal found) =>
        Assert.InRange(found, expected - 0.05m, expected + 0.05m);
}
