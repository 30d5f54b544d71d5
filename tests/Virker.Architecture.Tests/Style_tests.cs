using System.Text.RegularExpressions;
using Virker.Tests;

namespace Virker.Architecture.Tests;

/// <summary>What of the house's manner neither the formatter nor the analyzers hold.</summary>
public sealed partial class Style_tests
{
    private const int Widest = 200;

    [Fact]
    public void No_line_of_a_page_is_over_two_hundred_characters()
    {
        var pages = Files("src", "*.cshtml").ToList();

        Assert.True(pages.Count > 100, $"only {pages.Count} pages found");
        Assert.Empty(pages.SelectMany(file => Long(File.ReadAllLines(file)).Select(n => $"{Short(file)}:{n}")));
    }

    [Fact]
    public void Braces_stand_only_where_a_statement_or_its_head_runs_over_lines()
    {
        var files = Files("src", "*.cs").Concat(Files("tests", "*.cs")).Concat(Files("bench", "*.cs")).ToList();

        Assert.True(files.Count > 900, $"only {files.Count} files found");
        Assert.Empty(files.SelectMany(file => Needless(File.ReadAllLines(file)).Select(n => $"{Short(file)}:{n}")));
    }

    [Fact]
    public void Tests_stand_in_classes_and_files_that_say_so()
    {
        var tests = Files("tests", "*.cs").Where(file => Fact().IsMatch(File.ReadAllText(file))).ToList();

        Assert.True(tests.Count > 150, $"only {tests.Count} files with tests found");
        Assert.Empty(
            tests
                .Where(file => !IsNamedAsTests(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
                .Select(Short)
        );
    }

    [Theory]
    [InlineData("if (a)|{|    Go();|}", 1)]
    [InlineData("foreach (var a in b)|{|    Go();|}", 1)]
    [InlineData("if (a)|{|    Go();|}|else|{|    Stop();|}", 1)]
    [InlineData("if (a)|    Go();|else|{|    Stop();|}", 1)]
    [InlineData("if (a)|{|    Go();|}|else|{|    Go();|    Stop();|}", 0)]
    [InlineData("if (a)|{|    Go();|    Stop();|}|else if (b)|{|    Go();|}", 0)]
    [InlineData("if (|    a|)|{|    Go();|}", 0)]
    [InlineData("if (a)|{|    // Why.|    Go();|}", 0)]
    [InlineData("if (a)|{|    Go(|        b|    );|}", 0)]
    [InlineData("if (a)|{|    return;|}|Go();|if (b)|{|    Go();|    Stop();|}", 1)]
    [InlineData("while (a)|{|    var b = Go();|}", 0)]
    [InlineData("if (a)|{|    Go();|}|// Why.|else|{|    Go();|    Stop();|}", 0)]
    [InlineData("try|{|    Go();|}", 0)]
    public void A_planted_brace_is_seen(string code, int needless) =>
        Assert.Equal(needless, Needless(code.Split('|')).Count());

    [Fact]
    public void A_planted_long_line_and_a_planted_name_are_seen()
    {
        Assert.Equal([2], Long(["<p>", new string('x', Widest + 1), new string('x', Widest)]));
        Assert.False(IsNamedAsTests("HoursTests", "public sealed class HoursTests"));
        Assert.False(IsNamedAsTests("Hours_tests", "public sealed class Other_tests"));
        Assert.True(IsNamedAsTests("Hours_tests", "public sealed class Hours_tests(TheSite site)"));
    }

    private static IEnumerable<string> Files(string folder, string shape) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), shape, SearchOption.AllDirectories)
            .Where(file => !Apart().IsMatch(file));

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file);

    private static IEnumerable<int> Long(string[] lines) =>
        Enumerable.Range(1, lines.Length).Where(n => lines[n - 1].Length > Widest);

    private static bool IsNamedAsTests(string name, string text) =>
        name.EndsWith("_tests", StringComparison.Ordinal)
        && Regex.IsMatch(text, $@"class {Regex.Escape(name)}\b", RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>The first line of every statement with braces that none of its branches needs. The formatter has laid the
    /// code out: a brace stands alone on its line.</summary>
    private static IEnumerable<int> Needless(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (!Head().IsMatch(lines[i]))
                continue;
            bool braced = false;
            bool needed = false;
            for (int head = i; head >= 0; head = Else(lines, head))
            {
                int first = AfterHead(lines, head);
                bool opens = first < lines.Length && lines[first].Trim() == "{";
                braced |= opens;
                needed |= first > head + 1 || (opens && !IsOneStatement(lines, first));
            }

            if (braced && !needed)
                yield return i + 1;
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    /// <summary>Where the statement's body begins: after the line that ends its head.</summary>
    private static int AfterHead(string[] lines, int head)
    {
        int depth = 0;
        for (int i = head; i < lines.Length; i++)
        {
            depth += lines[i].Count(c => c is '(' or '[') - lines[i].Count(c => c is ')' or ']');
            if (depth <= 0)
                return i + 1;
        }

        return lines.Length;
    }

    private static bool IsOneStatement(string[] lines, int brace) =>
        brace + 2 < lines.Length
        && lines[brace + 2].Trim() == "}"
        && lines[brace + 1].EndsWith(';')
        && !Declaration().IsMatch(lines[brace + 1]);

    /// <returns>The line of the branch that follows, or −1.</returns>
    private static int Else(string[] lines, int head)
    {
        int indent = Indent(lines[head]);
        int i = AfterHead(lines, head);
        bool opens = i < lines.Length && lines[i].Trim() == "{";
        for (; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (
                line.Length > 0
                && Indent(lines[i]) == indent
                && !(opens && line is "{" or "}")
                && !line.StartsWith("//", StringComparison.Ordinal)
            )
            {
                break;
            }
        }

        return i < lines.Length && Regex.IsMatch(lines[i], @"^\s*else\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            ? i
            : -1;
    }

    [GeneratedRegex(@"^\s*(await )?(if|for|foreach|while|using|lock) \(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(
        @"^\s*(?!return |throw |yield |goto )(await )?(using )?(var|const|[A-Za-z][\w<>?,\[\] .]*) \w+( =.*)?;$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*\[(Fact|Theory)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fact();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules|Migrations)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apart();
}
