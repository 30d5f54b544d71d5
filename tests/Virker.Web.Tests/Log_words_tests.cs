using System.Text.RegularExpressions;
using Virker.Casework.Conversations;
using Virker.Platform;
using Virker.Tests;
using Virker.Web.Pages.Log;

namespace Virker.Web.Tests;

/// <summary>Every code the room can write in the log, read from its own source, has words the citizen can read.</summary>
public sealed partial class Log_words_tests
{
    /// <summary>What is written of firms and of the municipality itself: no citizen's extract holds it.</summary>
    private static readonly string[] AboutNoCitizen = ["company.", "workplace.", "balance.", "demo."];

    [Fact]
    public void Each_code_about_a_citizen_has_words()
    {
        string[] folders = ["Virker.Casework", "Virker.Web"];
        var codes = folders
            .SelectMany(folder =>
                Directory.EnumerateFiles(
                    Path.Combine(Repository.Root, "src", folder),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            )
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(found => found.Groups["code"].Value)
            .Where(code => !AboutNoCitizen.Any(code.StartsWith))
            .Distinct()
            .ToList();

        Assert.True(codes.Count > 50);
        Assert.All(codes, code => Assert.True(LogWords.Has(code), code));
    }

    /// <summary>What became of a conversation is written as a code of its own.</summary>
    [Fact]
    public void Each_end_of_a_conversation_has_words() =>
        Assert.All(
            Enum.GetValues<ConversationState>().Where(state => state != ConversationState.Planned),
            state => Assert.True(LogWords.Has("conversation." + state.Code()), $"{state}")
        );

    /// <summary>A code is a word, a dot and what was done; so is the name of a file, but for its end.</summary>
    [GeneratedRegex(
        """
            "(?<code>[a-z]+\.(?!(css|csv|db|html|json|key|md|pdf|svg|txt)")[a-z_-]+)"
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Code();
}
