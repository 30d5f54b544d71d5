using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;

namespace Virker.Cli.Tests;

/// <summary>Every command there is, found from the root: a new one is in it by itself.</summary>
public sealed class Door_tests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-door-");

    /// <summary>Words that reach a command: <c>trial power</c>.</summary>
    public static TheoryData<string> Commands => [.. Leaves(Program.Root(), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_in_an_empty_folder_is_a_text_and_leaves_the_folder_empty(string command)
    {
        var answered = await Cli.RunIn(_folder, [.. command.Split(' '), "--help"]);

        Assert.Equal(0, answered.ExitCode);
        Assert.Equal("", answered.Errors);
        Assert.Contains($"virker {command}", answered.Output, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    /// <summary>A municipality of 2,000 is made below, smaller.</summary>
    public static TheoryData<string> Quick => [.. Leaves(Program.Root(), "").Where(one => one != "demo create")];

    [Theory]
    [MemberData(nameof(Quick))]
    public async Task In_an_empty_folder_and_without_a_word_more_it_does_its_work_or_says_what_it_lacks(string command)
    {
        var answered = await Cli.RunIn(_folder, command.Split(' '));

        Assert.InRange(answered.ExitCode, 0, 2);
        Assert.DoesNotContain("   at ", answered.Errors + answered.Output, StringComparison.Ordinal);
        if (answered.ExitCode != 0)
        {
            Assert.Equal("", answered.Output);
            Assert.Single(answered.Errors.TrimEnd('\n').Split('\n'));
            Assert.Empty(_folder.EnumerateFileSystemInfos());
        }
    }

    [Theory]
    [InlineData(0, "answer", "--target-group", "X.SMI", "--intervention", "X.IPS")]
    [InlineData(0, "evidence", "export", "OUT")]
    [InlineData(0, "cost", "--prices")]
    [InlineData(1, "municipality", "list")]
    [InlineData(1, "verify")]
    [InlineData(1, "backup", "OUT")]
    public async Task A_command_that_only_looks_makes_nothing_where_nothing_is(int code, params string[] arguments)
    {
        var answered = await Cli.RunIn(_folder, Out(arguments));

        Assert.True(code == answered.ExitCode, answered.Errors);
        Assert.Equal(code == 0, answered.Output != "");
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("answer", "--target-group", "X.SMI", "--intervention", "X.IPS")]
    [InlineData("evidence", "export", "OUT")]
    [InlineData("municipality", "list")]
    [InlineData("verify")]
    [InlineData("backup", "OUT")]
    [InlineData("note", "--out", "OUT")]
    public async Task A_command_that_only_looks_changes_nothing_in_an_installation(params string[] arguments)
    {
        Assert.Equal(0, (await Cli.RunIn(_folder, "municipality", "add", "proeve", "--name", "P")).ExitCode);
        var before = Files();

        var answered = await Cli.RunIn(_folder, Out(arguments));

        Assert.Equal(0, answered.ExitCode);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task The_note_is_two_paths_on_standard_output_and_nothing_else()
    {
        string to = Out(["OUT"])[0];

        var answered = await Cli.RunIn(_folder, "note", "--out", to, "--lang", "en");

        Assert.Equal(0, answered.ExitCode);
        Assert.Equal("", answered.Errors);
        Assert.Equal(
            [Path.Combine(to, "note.html"), Path.Combine(to, "note.pdf")],
            answered.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        string html = await File.ReadAllTextAsync(Path.Combine(to, "note.html"), TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("data:font/woff2;base64", html, StringComparison.Ordinal);
        byte[] pdf = await File.ReadAllBytesAsync(Path.Combine(to, "note.pdf"), TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_made_up_municipality_large_enough_for_a_trial_is_made_in_an_empty_folder()
    {
        var made = await Cli.RunIn(_folder, "demo", "create", "--citizens", "300", "--format", "json");

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        var rows = JsonDocument.Parse(made.Output).RootElement.GetProperty("rows");
        Assert.Equal(300, rows.GetProperty("citizens").GetInt32());
    }

    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0
            ? [path]
            : command.Subcommands.SelectMany(one => Leaves(one, $"{path} {one.Name}".TrimStart()));

    /// <summary>What is written goes elsewhere than the installation.</summary>
    private static string[] Out(string[] arguments) =>
        [
            .. arguments.Select(word =>
                word == "OUT" ? Path.Combine(Path.GetTempPath(), $"virker-out-{Guid.CreateVersion7():N}") : word
            ),
        ];

    private Dictionary<string, string> Files() =>
        _folder
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(_folder.FullName, file.FullName),
                file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)))
            );

    public void Dispose() => _folder.Delete(recursive: true);
}
