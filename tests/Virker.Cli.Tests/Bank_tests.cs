using System.Text.Json;

namespace Virker.Cli.Tests;

[Collection("bank")]
public sealed class Bank_tests
{
    [Fact]
    public async Task The_answer_on_IPS_carries_the_pooled_effect_of_the_shipped_trials()
    {
        var answered = await Cli.Run(
            "answer",
            "--target-group",
            "X.SMI",
            "--intervention",
            "X.IPS",
            "--format",
            "json"
        );

        Assert.Equal(0, answered.ExitCode);
        var answer = JsonDocument.Parse(answered.Output).RootElement;
        var across = answer.GetProperty("pooled_across_groups");
        Assert.Equal(29, across.GetProperty("k").GetInt32());
        Assert.Equal(1.92, across.GetProperty("estimate").GetDouble(), 2);
        Assert.NotEmpty(answer.GetProperty("job_effect").GetProperty("contributions").EnumerateArray());
    }

    [Fact]
    public async Task An_unknown_code_is_named_and_is_wrong_data()
    {
        var answered = await Cli.Run("answer", "--target-group", "NOBODY", "--intervention", "X.IPS");

        Assert.Equal(1, answered.ExitCode);
        Assert.Contains("NOBODY", answered.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_published_worked_example_gives_a_fifth()
    {
        const string Csv =
            "study,quality,method,country,publication,target_groups,interventions,outcome,effect_type,direction\n"
            + "W01,satisfactory,econometric,Denmark,not_in_journal,FAR.ALL,ACT.BUS,EMP,net,1\n";

        var answered = await Cli.RunWith(
            Csv,
            "job-effect",
            "-",
            "--target-group",
            "FAR.ALL",
            "--intervention",
            "ACT.BUS",
            "--edition",
            "2019",
            "--format",
            "json"
        );

        Assert.Equal(0, answered.ExitCode);
        var effect = JsonDocument.Parse(answered.Output).RootElement;
        Assert.Equal(0.20m, effect.GetProperty("stock").GetDecimal());
        Assert.Equal("few_studies", effect.GetProperty("conclusion").GetString());
    }

    [Fact]
    public async Task Export_and_import_of_the_same_rows_change_nothing()
    {
        string folder = Path.Combine(Cli.Folder.FullName, "export");
        var exported = await Cli.Run("evidence", "export", folder);
        Assert.Equal(0, exported.ExitCode);

        var imported = await Cli.Run(
            "evidence",
            "import",
            folder,
            "--entered-by",
            "Anna",
            "--approved-by",
            "Bo",
            "--format",
            "json"
        );

        Assert.Equal(0, imported.ExitCode);
        Assert.All(
            JsonDocument.Parse(imported.Output).RootElement.GetProperty("files").EnumerateArray(),
            file => Assert.Equal(0, file.GetProperty("added").GetInt32() + file.GetProperty("changed").GetInt32())
        );
    }

    [Fact]
    public async Task One_person_cannot_both_enter_and_approve()
    {
        string file = Cli.Write("studies.csv", "study_id\nx\n");

        var answered = await Cli.Run("evidence", "import", file, "--entered-by", "Anna", "--approved-by", "Anna");

        Assert.Equal(1, answered.ExitCode);
        Assert.NotEqual("", answered.Errors);
    }
}
