using System.Globalization;
using System.Text.Json;

namespace Virker.Cli.Tests;

public sealed class Pool_tests
{
    private static readonly JsonElement R = JsonDocument.Parse(File.ReadAllText(Cli.Reference("bcg.json"))).RootElement;

    [Theory]
    [InlineData("rr_z", "RR", "z")]
    [InlineData("rr_knha", "RR", "knha")]
    [InlineData("or_z", "OR", "z")]
    [InlineData("rd_knha", "RD", "knha")]
    public async Task Every_field_agrees_with_metafor(string reference, string measure, string test)
    {
        var answered = await Cli.Run(
            "pool",
            Cli.Reference("bcg.csv"),
            "--measure",
            measure,
            "--test",
            test,
            "--format",
            "json"
        );

        Assert.Equal(0, answered.ExitCode);
        var ours = JsonDocument.Parse(answered.Output).RootElement;
        foreach (var field in R.GetProperty(reference).EnumerateObject())
            Near(field.Value.GetDouble(), ours.GetProperty(field.Name).GetDouble(), field.Name);
    }

    [Fact]
    public async Task Moderators_agree_with_metafor()
    {
        var answered = await Cli.Run(
            "pool",
            Cli.Reference("bcg.csv"),
            "--moderators",
            "ablat,year",
            "--format",
            "json"
        );

        var ours = JsonDocument.Parse(answered.Output).RootElement;
        var theirs = R.GetProperty("moderators");
        foreach (string field in new[] { "qm", "qm_df", "qm_p", "r2", "tau2" })
            Near(theirs.GetProperty(field).GetDouble(), ours.GetProperty(field).GetDouble(), field);

        var coefficients = ours.GetProperty("coefficients").EnumerateArray().ToList();
        Assert.Equal(["intercept", "ablat", "year"], coefficients.Select(c => c.GetProperty("name").GetString()));
        for (int i = 0; i < coefficients.Count; i++)
        {
            Near(
                theirs.GetProperty("estimate")[i].GetDouble(),
                coefficients[i].GetProperty("estimate").GetDouble(),
                $"b{i}"
            );
            Near(theirs.GetProperty("se")[i].GetDouble(), coefficients[i].GetProperty("se").GetDouble(), $"se{i}");
        }
    }

    [Fact]
    public async Task Standard_input_and_csv_give_the_same_numbers_at_full_precision()
    {
        var answered = await Cli.RunWith(
            await File.ReadAllTextAsync(Cli.Reference("bcg.csv")),
            "pool",
            "-",
            "--format",
            "csv"
        );

        string[] lines = answered.Output.Split('\n');
        int column = Array.IndexOf(lines[0].Split(','), "estimate");
        Near(
            R.GetProperty("rr_z").GetProperty("estimate").GetDouble(),
            double.Parse(lines[1].Split(',')[column], CultureInfo.InvariantCulture),
            "estimate"
        );
    }

    [Fact]
    public async Task Subgroups_and_a_figure_come_along()
    {
        string svg = Path.Combine(Cli.Folder.FullName, "forest.svg");

        var answered = await Cli.Run(
            "pool",
            Cli.Reference("bcg.csv"),
            "--subgroup",
            "alloc",
            "--transform",
            "exp",
            "--figure",
            svg,
            "--format",
            "json"
        );

        var groups = JsonDocument.Parse(answered.Output).RootElement.GetProperty("subgroups").GetProperty("groups");
        Assert.Equal(3, groups.GetArrayLength());
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(svg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_study_alone_has_no_prediction_and_that_is_null_in_json()
    {
        var answered = await Cli.RunWith(
            "study,yi,vi\nA,0.4,0.02\n",
            "pool",
            "-",
            "--measure",
            "GEN",
            "--format",
            "json"
        );

        Assert.Equal(0, answered.ExitCode);
        var ours = JsonDocument.Parse(answered.Output).RootElement;
        Assert.Equal(0.4, ours.GetProperty("estimate").GetDouble(), 12);
        Assert.False(ours.TryGetProperty("tau2_low", out var low) && low.ValueKind == JsonValueKind.Number);
    }

    [Theory]
    [InlineData("study,events_treated,n_treated,events_control\nA,1,2,3\n", "n_control")]
    [InlineData(
        "study,events_treated,n_treated,events_control,n_control\nA,-1,10,3,10\n",
        "række 2, kolonne events_treated"
    )]
    [InlineData(
        "study,events_treated,n_treated,events_control,n_control\nA,11,10,3,10\n",
        "flere hændelser end personer"
    )]
    [InlineData("study,events_treated,n_treated,events_control,n_control\nA,x,10,3,10\n", "helt tal")]
    [InlineData("study,events_treated,n_treated,events_control,n_control\nA,1,0,0,10\n", "et tal over 0")]
    [InlineData("study|events_treated|n_treated|events_control|n_control\nA|1|10|3|10\n", "kolonnen mangler")]
    [InlineData("study,events_treated,n_treated,events_control,n_control,n_control\nA,1,10,3,10,10\n", "to gange")]
    [InlineData("study,events_treated,n_treated,events_control,n_control\nA,1,10,3\n", "række 2")]
    [InlineData("", "tom")]
    [InlineData("study,events_treated,n_treated,events_control,n_control\n\"A,1,10,3,10\n", "række 2")]
    [InlineData("study,events_treated,n_treated,events_control,n_control\n=cmd(),1,10,3,10\n", "formel")]
    public async Task Wrong_data_is_refused_with_the_place_and_what_was_expected(string csv, string message)
    {
        var answered = await Cli.RunWith(csv, "pool", "-");

        Assert.Equal(1, answered.ExitCode);
        Assert.Equal("", answered.Output);
        Assert.Contains(message, answered.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_of_words_is_refused()
    {
        var answered = await Cli.Run("pool", Cli.Reference("bcg.csv"), "--moderators", "alloc");

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("række 2, kolonne alloc", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderators_that_follow_from_each_other_are_refused_without_a_stack_trace()
    {
        var answered = await Cli.RunWith(
            "study,yi,vi,a,b\nA,0.1,0.1,1,2\nB,0.2,0.1,2,4\nC,0.3,0.1,3,6\nD,0.1,0.2,4,8\n",
            "pool",
            "-",
            "--measure",
            "GEN",
            "--moderators",
            "a,b"
        );

        Assert.Equal(1, answered.ExitCode);
        Assert.DoesNotContain("   at ", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var answered = await Cli.Run("pool", "findes-ikke.csv");

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("findes-ikke.csv", answered.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pool")]
    [InlineData("pool", "a.csv", "--measure", "XX")]
    [InlineData("pool", "a.csv", "--level", "100")]
    [InlineData("nothing")]
    [InlineData("note", "--lang", "de", "--out", "x")]
    [InlineData("answer", "--target-group", "FAR.ALL")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments)
    {
        var answered = await Cli.Run(arguments);

        Assert.Equal(2, answered.ExitCode);
        Assert.NotEqual("", answered.Errors);
    }

    private static void Near(double expected, double actual, string field)
    {
        double scale = Math.Max(Math.Abs(expected), 1e-12);
        Assert.True(Math.Abs(expected - actual) <= 1e-8 * scale, $"{field}: {actual:R}, metafor has {expected:R}");
    }
}
