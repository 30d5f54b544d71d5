using System.Text.RegularExpressions;
using Virker.Tests;

namespace Virker.Cli.Tests;

/// <summary>Every command a document shows is one, whatever its options are.</summary>
public sealed partial class Documented_commands_tests
{
    private static string Script => File.ReadAllText(Path.Combine(Repository.Root, "virker"));

    public static TheoryData<string> Commands =>
        [
            .. Directory
                .GetFiles(Repository.Root, "*.md")
                .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
                .SelectMany(file => Shown().Matches(File.ReadAllText(file)))
                .Select(shown => shown.Groups["words"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_in_the_documents_is_one(string words) =>
        Assert.True(await IsCommand(words), $"virker {words} is no command");

    [Theory]
    [InlineData("nowhere")]
    [InlineData("municipality nowhere")]
    public async Task A_planted_command_is_seen(string words) => Assert.False(await IsCommand(words));

    private static async Task<bool> IsCommand(string words)
    {
        if (Script.Contains($"\n    {words.Split(' ')[0]}) shift; ", StringComparison.Ordinal))
            return true;
        var help = await Cli.Run([.. words.Split(' '), "--help"]);
        return help.ExitCode == 0
            && Regex.IsMatch(
                help.Output,
                $@"virker(-cli)? {words}( |$)",
                RegexOptions.Multiline,
                TimeSpan.FromSeconds(1)
            );
    }

    /// <summary>A command has one word or two; what follows in another shape is its arguments.</summary>
    [GeneratedRegex(@"\./virker (?<words>[a-z][a-z-]+( [a-z][a-z-]+(?![\w./]))?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();
}
