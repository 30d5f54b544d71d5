namespace Virker.Cli.Tests;

[Collection("bank")]
public sealed class Account_tests
{
    [Fact]
    public async Task A_municipality_and_its_first_administrator_are_made_by_command()
    {
        var added = await Cli.Run(
            "municipality",
            "add",
            "Bakkeby",
            "--name",
            "Bakkeby",
            "--made-up",
            "--format",
            "csv"
        );
        Assert.Equal(0, added.ExitCode);
        Assert.Contains("bakkeby,Bakkeby,true,", added.Output, StringComparison.Ordinal);

        var generated = await User("a@example.org", "--municipality", "bakkeby", "--role", "administrator");
        Assert.Equal(0, generated.ExitCode);
        Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}\n$", generated.Output);

        var again = await User("a@example.org", "--municipality", "bakkeby", "--role", "administrator");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("a@example.org", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_read_from_standard_input_and_never_from_the_command_line()
    {
        var read = await Cli.RunWith(
            "hest sadel grime tøjle\n",
            "user",
            "add",
            "editor@example.org",
            "--name",
            "Redaktør",
            "--role",
            "knowledge_editor",
            "--password",
            "-"
        );
        Assert.Equal(0, read.ExitCode);
        Assert.Equal("", read.Output);

        var told = await User("b@example.org", "--role", "knowledge_editor", "--password", "hest sadel grime tøjle");
        Assert.Equal(2, told.ExitCode);
    }

    [Fact]
    public async Task An_unknown_role_is_wrong_usage_and_an_unknown_municipality_wrong_data()
    {
        Assert.Equal(2, (await User("c@example.org", "--role", "konge")).ExitCode);
        var nowhere = await User("c@example.org", "--municipality", "ukendt", "--role", "caseworker");
        Assert.Equal(1, nowhere.ExitCode);
        Assert.Contains("ukendt", nowhere.Errors, StringComparison.Ordinal);
    }

    private static Task<Answered> User(string email, params string[] more) =>
        Cli.Run(["user", "add", email, "--name", "Nogen", .. more]);
}
