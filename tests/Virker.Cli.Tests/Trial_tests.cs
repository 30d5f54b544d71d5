using System.Text.Json;

namespace Virker.Cli.Tests;

public sealed class Trial_tests
{
    private static readonly JsonElement R = StoredR.Read("trial.json");
    private static readonly JsonElement Power = StoredR.Read("power.json");

    private static Task<Answered> Analyse(params string[] arguments) =>
        Cli.Run([
            "trial",
            "analyse",
            Cli.Reference("trial.csv"),
            "--outcome",
            "hours",
            "--arm",
            "arm",
            "--control",
            "usual",
            .. arguments,
        ]);

    [Fact]
    public async Task Every_estimator_agrees_with_R()
    {
        var ours = (
            await Analyse("--block", "town", "--covariates", "wish,age", "--received", "took", "--format", "json")
        ).Json();

        foreach (string estimator in new[] { "difference", "adjusted", "blocked", "fixed_effects" })
            StoredR.Near(R.GetProperty(estimator), ours.GetProperty(estimator));

        Assert.False(ours.TryGetProperty("cluster", out _));
        Assert.InRange(ours.GetProperty("randomisation").GetProperty("p").GetDouble(), 1e-6, 0.2);
    }

    [Fact]
    public async Task The_complier_effect_agrees_with_R()
    {
        var ours = (await Analyse("--received", "took", "--format", "json")).Json().GetProperty("complier");

        StoredR.Near(R.GetProperty("complier"), ours.GetProperty("effect"));
        Assert.Equal("interval", ours.GetProperty("anderson_rubin").GetProperty("shape").GetString());
    }

    [Fact]
    public async Task Clusters_give_CR2_and_no_shuffling_of_people_and_it_is_said()
    {
        var answered = await Analyse("--cluster", "worker", "--covariates", "wish,age", "--format", "json");

        var ours = answered.Json();
        StoredR.Near(R.GetProperty("cluster"), ours.GetProperty("cluster"));
        StoredR.Near(R.GetProperty("adjusted_cluster"), ours.GetProperty("adjusted"));
        StoredR.Near(R.GetProperty("difference"), ours.GetProperty("difference"));
        Assert.False(ours.TryGetProperty("randomisation", out _));
        Assert.Contains("klynger trak lod", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_and_csv_name_the_estimators()
    {
        var table = await Analyse("--block", "town", "--covariates", "wish");
        var csv = await Analyse("--block", "town", "--covariates", "wish", "--format", "csv");

        foreach (string name in new[] { "difference", "adjusted", "blocked", "fixed_effects", "randomisation" })
        {
            Assert.Contains(name, table.Output, StringComparison.Ordinal);
            Assert.Contains(name, csv.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("y,arm\n1,a\n2,b\n3,c\n", "der skal være to arme; kolonnen har a, b, c")]
    [InlineData("y,arm\n1,b\n2,b\n", "kontrolgruppen a findes ikke; kolonnen har b")]
    [InlineData("y,arm\nx,a\n2,b\n", "række 2, kolonne y, \"x\": der skal stå et tal")]
    [InlineData("y,arm\n1,\n2,b\n", "række 2, kolonne arm")]
    [InlineData("y,group\n1,a\n", "kolonne arm: kolonnen mangler; filen har y, group")]
    [InlineData("y,arm\n1,a\n2,b\n", "det kan ikke regnes")]
    public async Task Wrong_data_is_refused_with_the_place_and_what_was_expected(string csv, string message)
    {
        var answered = await Cli.RunWith(
            csv,
            "trial",
            "analyse",
            "-",
            "--outcome",
            "y",
            "--arm",
            "arm",
            "--control",
            "a"
        );

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains(message, answered.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Size_and_power_agree_with_R()
    {
        await Field("shares", "exact", "--control", "0.2", "--treated", "0.25");
        await Field("shares_power", "power", "--control", "0.2", "--treated", "0.25", "--people", "1000");
        await Field("means", "power", "--difference", "5", "--sd", "10", "--people", "128");
        await Field("detectable", "effect", "--sd", "10", "--people", "128");

        static async Task Field(string theirs, string ours, params string[] arguments)
        {
            var answered = await Cli.Run(["trial", "power", .. arguments, "--format", "json"]);
            StoredR.Near(Power.GetProperty(theirs).GetDouble(), answered.Json().GetProperty(ours).GetDouble(), theirs);
        }
    }

    [Fact]
    public async Task Clusters_cost_their_design_effect()
    {
        string[] effect = ["--control", "0.2", "--treated", "0.3", "--format", "json"];

        var alone = (await Cli.Run(["trial", "power", .. effect])).Json();
        var together = (await Cli.Run(["trial", "power", .. effect, "--cluster-size", "30", "--icc", "0.05"])).Json();

        Assert.Equal(1 + 29 * 0.05, together.GetProperty("design_effect").GetDouble(), 12);
        StoredR.Near(
            alone.GetProperty("exact").GetDouble() * (1 + 29 * 0.05),
            together.GetProperty("exact").GetDouble(),
            "exact"
        );
        Assert.Equal(0, together.GetProperty("people").GetDouble() % 30);
    }

    [Fact]
    public async Task Lots_are_drawn_evenly_in_every_block_and_the_seed_repeats_them()
    {
        string people = "id,town\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},t{i % 2}\n"));
        string[] command = ["trial", "randomise", "-", "--block", "town", "--multiples", "1", "--format", "csv"];

        var first = await Cli.RunWith(people, [.. command, "--seed", "7"]);
        var again = await Cli.RunWith(people, [.. command, "--seed", "7"]);
        var secret = await Cli.RunWith(people, command);

        Assert.Equal(first.Output, again.Output);
        Assert.NotEqual(first.Output, secret.Output);
        string[] lines = first.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("id,town,arm", lines[0]);
        foreach (string town in new[] { "t0", "t1" })
        {
            string[] arms = [.. lines.Where(l => l.Contains($",{town},", StringComparison.Ordinal))];
            // Blocks of two: after every second citizen the arms are even.
            Assert.All(
                arms.Chunk(2),
                pair => Assert.Single(pair, l => l.EndsWith(",treated", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public async Task One_towns_newcomers_do_not_move_anothers_lots()
    {
        string people = "id,town\n1,a\n2,b\n3,b\n4,b\n5,b\n";
        string[] command = ["trial", "randomise", "-", "--block", "town", "--seed", "3", "--format", "csv"];

        var few = await Cli.RunWith(people, command);
        var many = await Cli.RunWith(people + "6,a\n7,a\n8,a\n", command);

        Assert.StartsWith(few.Output, many.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lots_are_drawn_once()
    {
        var answered = await Cli.RunWith("id,arm\n1,control\n", "trial", "randomise", "-");

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("kun én gang", answered.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trial", "analyse", "a.csv", "--outcome", "y", "--arm", "a")]
    [InlineData("trial", "analyse", "a.csv", "--outcome", "y", "--arm", "a", "--control", "c", "--draws", "0")]
    [InlineData("trial", "power")]
    [InlineData("trial", "power", "--control", "0.2", "--sd", "3")]
    [InlineData("trial", "power", "--control", "0.2")]
    [InlineData("trial", "randomise", "a.csv", "--arms", "one")]
    [InlineData("trial", "randomise", "a.csv", "--ratio", "1,2,3")]
    [InlineData("trial", "randomise", "a.csv", "--ratio", "1,1.5")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments)
    {
        var answered = await Cli.Run(arguments);

        Assert.Equal(2, answered.ExitCode);
        Assert.NotEqual("", answered.Errors);
    }
}
