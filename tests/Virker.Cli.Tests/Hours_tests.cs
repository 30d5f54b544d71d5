using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Installation;
using Virker.Platform.Municipalities;

namespace Virker.Cli.Tests;

[Collection("bank")]
public sealed class Hours_tests
{
    private const string Head = "cpr;cvr;month;hours;wage;estimated\n";

    [Fact]
    public async Task A_file_of_the_income_register_is_read_for_the_municipality_named()
    {
        await Municipality("cliby");

        var answered = await Cli.RunWith(
            Head + "3113800001;10000001;2026-09;43,5;;\n",
            "hours",
            "import",
            "-",
            "--municipality",
            "cliby",
            "--format",
            "json"
        );

        Assert.Equal(0, answered.ExitCode);
        var report = JsonDocument.Parse(answered.Output).RootElement;
        Assert.Equal(1, report.GetProperty("rows").GetInt32());
        Assert.Equal(1, report.GetProperty("unknown").GetInt32());
        Assert.Equal(0, report.GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task A_wrong_row_is_named_by_file_row_and_column_and_is_wrong_data()
    {
        await Municipality("cliby");
        string file = Cli.Write("timer.csv", Head + "3113800001;10000001;2026-09;mange;;\n");

        var answered = await Cli.Run("hours", "import", file, "--municipality", "cliby");

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("timer.csv, ", answered.Errors, StringComparison.Ordinal);
        Assert.Contains(" 2, ", answered.Errors, StringComparison.Ordinal);
        Assert.Contains("hours", answered.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("3113800001", answered.Errors + answered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_municipality_is_wrong_data_and_a_missing_one_wrong_usage()
    {
        string file = Cli.Write("tom.csv", Head);

        var unknown = await Cli.Run("hours", "import", file, "--municipality", "ukendt");
        var missing = await Cli.Run("hours", "import", file);

        Assert.Equal((1, 2), (unknown.ExitCode, missing.ExitCode));
        Assert.Contains("ukendt", unknown.Errors, StringComparison.Ordinal);
    }

    private static async Task Municipality(string code)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Virker:Directory", (string?)Cli.Folder.FullName)])
            .Build();
        await using var services = await Door.OpenAsync(settings, TestContext.Current.CancellationToken);
        var catalogue = services.GetRequiredService<MunicipalityCatalogue>();
        if (await catalogue.Find(code) is null)
            await catalogue.Add(code, "Cliby", madeUp: true);
    }
}
