using System.Text.Json;

namespace Virker.Cli.Tests;

public sealed class Survival_tests
{
    private static readonly JsonElement R = StoredR.Read("survival.json");

    private static Task<Answered> Lung(params string[] arguments) =>
        Cli.Run(["survival", Cli.Reference("lung.csv"), "--time", "time", "--event", "died", .. arguments]);

    [Fact]
    public async Task Curves_and_their_comparison_agree_with_R()
    {
        var ours = (await Lung("--group", "sex", "--at", "100,300,600", "--format", "json")).Json();

        var theirs = R.GetProperty("curves");
        var curves = ours.GetProperty("curves").EnumerateArray().ToList();
        Assert.Equal(["1", "2"], curves.Select(curve => curve.GetProperty("group").GetString()));
        var points = curves.SelectMany(curve => curve.GetProperty("at").EnumerateArray()).ToList();
        foreach (string field in new[] { "survival", "se", "ci_low", "ci_high", "at_risk" })
            StoredR.Near(theirs.GetProperty(field), points.Select(point => point.GetProperty(field)), field);

        foreach (string field in new[] { "rmst", "rmst_se", "median" })
            StoredR.Near(theirs.GetProperty(field), curves.Select(curve => curve.GetProperty(field)), field);

        StoredR.Near(R.GetProperty("logrank"), ours.GetProperty("logrank"));
        Assert.False(ours.TryGetProperty("cox", out _));
    }

    [Fact]
    public async Task Cox_agrees_with_R()
    {
        var ours = (await Lung("--covariates", "sex,age", "--format", "json")).Json().GetProperty("cox");

        Same(R.GetProperty("cox"), ours, ["estimate", "se", "statistic", "p", "proportional_p"]);
        Assert.False(ours.GetProperty("coefficients")[0].TryGetProperty("robust_se", out _));
    }

    [Fact]
    public async Task Strata_and_clusters_agree_with_R()
    {
        var ours = (
            await Lung(
                "--group",
                "sex",
                "--strata",
                "ecog",
                "--cluster",
                "inst",
                "--covariates",
                "sex,age",
                "--format",
                "json"
            )
        ).Json();

        StoredR.Near(R.GetProperty("stratified"), ours.GetProperty("logrank"));
        Same(
            R.GetProperty("robust"),
            ours.GetProperty("cox"),
            ["estimate", "se", "robust_se", "statistic", "p", "proportional_p"]
        );
    }

    [Fact]
    public async Task Without_groups_and_times_there_is_one_curve_with_every_time_of_the_file()
    {
        var answered = await Cli.RunWith(
            "weeks,job\n1,1\n2,0\n2,TRUE\n4,0\n",
            "survival",
            "-",
            "--time",
            "weeks",
            "--event",
            "job",
            "--format",
            "json"
        );

        var curve = answered.Json().GetProperty("curves")[0];
        Assert.Equal(
            [1.0, 2, 4],
            curve.GetProperty("at").EnumerateArray().Select(p => p.GetProperty("time").GetDouble())
        );
        // By hand: 3/4, then 3/4 · 2/3.
        Assert.Equal(0.5, curve.GetProperty("at")[1].GetProperty("survival").GetDouble(), 15);
        Assert.Equal(1 + 0.75 + 2 * 0.5, curve.GetProperty("rmst").GetDouble(), 15);
    }

    [Theory]
    [InlineData("t,e\n1,2\n", "række 2, kolonne e, \"2\": der skal stå 1")]
    [InlineData("t,e\n1,1\n-1,0\n", "række 3, kolonne t, \"-1\": tallet skal være mindst 0")]
    [InlineData("t,e\n1,1\n,0\n", "række 3, kolonne t: 1 af 2 rækker mangler en værdi")]
    [InlineData("t,f\n1,1\n", "kolonne e: kolonnen mangler; filen har t, f")]
    [InlineData("t,e,e\n1,1,1\n", "to gange")]
    [InlineData("", "tom")]
    public async Task Wrong_data_is_refused_with_the_place_and_what_was_expected(string csv, string message)
    {
        var answered = await Cli.RunWith(csv, "survival", "-", "--time", "t", "--event", "e");

        Assert.Equal(1, answered.ExitCode);
        Assert.Equal("", answered.Output);
        Assert.Contains(message, answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_estimate_is_said_without_a_stack_trace()
    {
        var answered = await Cli.RunWith(
            "t,e,x\n1,1,2\n2,1,2\n3,0,2\n",
            "survival",
            "-",
            "--time",
            "t",
            "--event",
            "e",
            "--covariates",
            "x"
        );

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("\"x\" er ens for alle", answered.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answered.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", answered.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("survival", "a.csv", "--time", "t")]
    [InlineData("survival", "a.csv", "--time", "t", "--event", "e", "--at", "13,x")]
    [InlineData("survival", "a.csv", "--time", "t", "--event", "e", "--at", "-1")]
    [InlineData("survival", "a.csv", "--time", "t", "--event", "e", "--horizon", "0")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments)
    {
        var answered = await Cli.Run(arguments);

        Assert.Equal(2, answered.ExitCode);
        Assert.NotEqual("", answered.Errors);
    }

    private static void Same(JsonElement theirs, JsonElement ours, string[] fields)
    {
        foreach (string field in fields)
        {
            StoredR.Near(
                theirs.GetProperty(field),
                ours.GetProperty("coefficients").EnumerateArray().Select(c => c.GetProperty(field)),
                field
            );
        }

        foreach (string field in new[] { "loglik", "n", "events" })
            StoredR.Near(theirs.GetProperty(field).GetDouble(), ours.GetProperty(field).GetDouble(), field);
    }
}
