using System.Text.Json;
using Virker.Platform.Import;

namespace Virker.Cli.Tests;

/// <summary>What a command writes: to be read, for programs, and what does not exist is not written.</summary>
[Collection("console")]
public sealed class Output_tests
{
    private const string Counts = "study,events_treated,n_treated,events_control,n_control\n";
    private const string Means = "study,mean_treated,sd_treated,n_treated,mean_control,sd_control,n_control\n";
    private const string Generic = "study,yi,vi\n";

    [Theory]
    [InlineData("pool", "bcg.csv")]
    [InlineData("pool", "bcg.csv", "--transform", "exp", "--subgroup", "alloc")]
    [InlineData("pool", "bcg.csv", "--moderators", "ablat,year", "--level", "0.9")]
    [InlineData("survival", "lung.csv", "--time", "time", "--event", "died", "--group", "sex", "--at", "100,300")]
    [InlineData("survival", "lung.csv", "--time", "time", "--event", "died", "--covariates", "sex")]
    [InlineData(
        "trial analyse",
        "trial.csv",
        "--outcome",
        "hours",
        "--arm",
        "arm",
        "--control",
        "usual",
        "--block",
        "town"
    )]
    public async Task A_table_fits_100_columns_and_csv_is_one_table(string command, string file, params string[] more)
    {
        string[] arguments = [.. command.Split(' '), Cli.Reference(file), .. more];

        var table = await InProcess.Run(arguments);
        var csv = await InProcess.Run([.. arguments, "--format", "csv"]);

        Assert.Equal((0, 0), (table.ExitCode, csv.ExitCode));
        Assert.All(table.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.DoesNotContain("-0 ", table.Output, StringComparison.Ordinal);
        var read = FileTable.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv.Output)), "csv");
        Assert.Empty(read.Errors);
        Assert.Equal("part", read.Header[0]);
        Assert.True(read.Rows.Select(row => row.Cells[0]).Distinct().Count() > 1 || more.Length == 0);
    }

    [Fact]
    public async Task A_pool_says_what_it_is()
    {
        var table = await InProcess.Run("pool", Cli.Reference("bcg.csv"), "--level", "0.9", "--lang", "en");
        var json = await InProcess.Run(
            "pool",
            Cli.Reference("bcg.csv"),
            "--level",
            "0.9",
            "--test",
            "knha",
            "--format",
            "json"
        );

        Assert.StartsWith(
            "Meta-analysis: log risk ratio, random effects (REML), k = 13",
            table.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("intervals: 90 %", table.Output, StringComparison.Ordinal);
        Assert.Contains("p < 0.0001", table.Output, StringComparison.Ordinal);
        var pool = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal("RR", pool.GetProperty("measure").GetString());
        Assert.Equal("iv", pool.GetProperty("method").GetString());
        Assert.Equal("REML", pool.GetProperty("tau2_method").GetString());
        Assert.Equal("knha", pool.GetProperty("test").GetString());
        Assert.Equal(90, pool.GetProperty("level").GetDouble());
        Assert.Equal("log", pool.GetProperty("scale").GetString());
        Assert.Equal(13, pool.GetProperty("studies").GetArrayLength());
    }

    [Fact]
    public async Task Ratios_stand_without_the_error_of_their_logarithm()
    {
        var csv = await InProcess.Run("pool", Cli.Reference("bcg.csv"), "--transform", "exp", "--format", "csv");

        string[][] lines = [.. csv.Output.Split('\n').Select(line => line.Split(','))];
        int se = Array.IndexOf(lines[0], "se");
        Assert.Equal("", lines[1][se]);
    }

    [Fact]
    public async Task The_figure_says_what_its_numbers_are()
    {
        string plain = Path.Combine(Cli.Folder.FullName, "plain.svg");
        string ratios = Path.Combine(Cli.Folder.FullName, "ratios.svg");

        await InProcess.Run("pool", Cli.Reference("bcg.csv"), "--figure", plain, "--lang", "en");
        await InProcess.Run("pool", Cli.Reference("bcg.csv"), "--figure", ratios, "--transform", "exp", "--lang", "en");

        Assert.Contains(
            "Log risk ratio",
            await File.ReadAllTextAsync(plain, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "og risk ratio",
            await File.ReadAllTextAsync(ratios, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "one subgroup",
        "study,yi,vi,g\nA,0.1,0.02,x\nB,0.2,0.03,x\n",
        "alle studier er i gruppen x",
        "GEN",
        "--subgroup",
        "g"
    )]
    [InlineData(
        "equal effects in a group",
        "study,yi,vi,g\nA,0.1,0.02,x\nB,0.1,0.03,x\nC,0.1,0.02,y\nD,0.4,0.03,y\n",
        "\"x\" er ens overalt",
        "GEN",
        "--subgroup",
        "g",
        "--test",
        "knha"
    )]
    [InlineData("no spread in either arm", Means + "A,1,0,20,2,0,20\nB,1,1,20,2,1,20\n", "række 2", "MD")]
    [InlineData("hardly any spread", Means + "A,1,1e-200,20,2,1e-200,20\nB,1,1,20,2,1,20\n", "række 2", "MD")]
    [InlineData("hardly any events", Counts + "A,1e-310,20,2,20\nB,1,20,2,20\n", "række 2", "RR")]
    [InlineData("variances that never end", Generic + "A,0.1,1e170\nB,0.2,1e170\n", "række 2", "GEN")]
    [InlineData("variances below what a double holds", Generic + "A,0.1,1e-320\nB,0.2,1e-320\n", "række 2", "GEN")]
    [InlineData("estimates above what a double holds", Generic + "A,1e200,0.1\nB,-1e200,0.1\n", "række 2", "GEN")]
    [InlineData(
        "ratios above what a double holds",
        Generic + "A,800,0.1\nB,-800,0.1\n",
        "udelad --transform exp",
        "GEN",
        "--transform",
        "exp"
    )]
    [InlineData(
        "as many studies as coefficients",
        "study,yi,vi,x\nA,0.1,0.1,1\nB,0.2,0.1,2\n",
        "for få",
        "GEN",
        "--moderators",
        "x"
    )]
    public async Task A_number_that_does_not_exist_is_one_line_and_exit_code_1(
        string what,
        string csv,
        string says,
        string measure,
        params string[] more
    )
    {
        string file = Cli.Write($"{what.Replace(' ', '-')}.csv", csv);
        string figure = Path.Combine(Cli.Folder.FullName, $"{what}.svg");
        string[] arguments = ["pool", file, "--measure", measure, .. more];
        if (!more.Contains("--moderators"))
            arguments = [.. arguments, "--figure", figure];

        var answered = await InProcess.Run([.. arguments, "--lang", "da"]);

        Assert.Equal((1, ""), (answered.ExitCode, answered.Output));
        Assert.Contains(says, answered.Errors.Split('\n')[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Fejl i programmet", answered.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(figure));
    }

    [Fact]
    public async Task Spread_in_one_arm_is_enough_for_a_difference_in_means()
    {
        string file = Cli.Write("one-arm.csv", Means + "A,2,0,20,1,1,20\nB,2,1,20,1,0,20\n");

        var answered = await InProcess.Run("pool", file, "--measure", "MD", "--format", "json");

        Assert.Equal(0, answered.ExitCode);
        Assert.Equal(1, JsonDocument.Parse(answered.Output).RootElement.GetProperty("estimate").GetDouble(), 12);
    }

    [Fact]
    public async Task Numbers_of_any_size_are_shown_with_the_digits_that_count()
    {
        string file = Cli.Write("small.csv", Generic + "A,4e-9,1e-17\nB,5e-9,2e-17\nC,-1e-9,1e-17\n");

        var answered = await InProcess.Run("pool", file, "--measure", "GEN", "--lang", "en");

        Assert.Equal(0, answered.ExitCode);
        Assert.Matches(@"\d\.\d+e-09", answered.Output);
        Assert.DoesNotContain(" -0 ", answered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_study_predicts_nothing()
    {
        string file = Cli.Write("one.csv", Generic + "A,0.4,0.02\n");

        var answered = await InProcess.Run("pool", file, "--measure", "GEN", "--format", "json");

        Assert.Equal(
            JsonValueKind.Null,
            JsonDocument.Parse(answered.Output).RootElement.GetProperty("pi_low").ValueKind
        );
    }

    [Fact]
    public async Task Json_and_csv_are_the_same_in_any_locale_but_for_words()
    {
        string[] question = ["answer", "--target-group", "X.SMI", "--intervention", "X.IPS", "--format"];

        var danish = await InProcess.Run([.. question, "json", "--lang", "da"]);
        var english = await InProcess.Run([.. question, "json", "--lang", "en"]);
        var csv = await InProcess.Run([.. question, "csv", "--lang", "da"]);

        Assert.Equal(danish.Output, english.Output);
        Assert.Contains("RR 1.", csv.Output, StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(danish.Output).RootElement.TryGetProperty("what_to_expect", out _));
    }
}
