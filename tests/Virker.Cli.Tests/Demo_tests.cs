using System.Text.Json;

namespace Virker.Cli.Tests;

[Collection("bank")]
public sealed class Demo_tests
{
    [Fact]
    public async Task A_municipality_is_made_once_and_anew_only_when_asked()
    {
        var made = await Cli.Run("demo", "create", "--citizens", "60", "--seed", "1", "--format", "json");
        var again = await Cli.Run("demo", "create", "--citizens", "60", "--seed", "1");
        var anew = await Cli.Run("demo", "create", "--citizens", "70", "--seed", "2", "--replace", "--format", "json");

        Assert.Equal(0, made.ExitCode);
        Assert.Equal(60, Citizens(made));
        Assert.Equal("", made.Errors);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("--replace", again.Errors, StringComparison.Ordinal);
        Assert.Equal(70, Citizens(anew));
    }

    [Fact]
    public async Task A_municipality_of_nobody_is_wrong_usage()
    {
        var answered = await Cli.Run("demo", "create", "--citizens", "0");

        Assert.Equal(2, answered.ExitCode);
    }

    private static int Citizens(Answered answered) =>
        JsonDocument.Parse(answered.Output).RootElement.GetProperty("rows").GetProperty("citizens").GetInt32();
}
