using System.Text.RegularExpressions;
using Virker.Tests;

namespace Virker.Architecture.Tests;

/// <summary>What the documents name is there.</summary>
public sealed partial class Docs_tests
{
    private static readonly IReadOnlyList<string> Documents =
    [
        .. Directory.GetFiles(Repository.Root, "*.md"),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Fact]
    public void Every_path_a_document_names_is_there()
    {
        var named = Documents.SelectMany(file => Paths(File.ReadAllText(file)).Select(path => (file, path))).ToList();

        Assert.True(named.Count > 60, $"only {named.Count} paths found: the documents are read wrongly");
        Assert.Empty(named.Where(n => !IsThere(n.path)).Select(n => $"{Short(n.file)}: `{n.path}`"));
    }

    [Fact]
    public void Every_link_within_the_repository_lands()
    {
        var links = Documents
            .SelectMany(file =>
                Link()
                    .Matches(File.ReadAllText(file))
                    .Select(m => (file, to: Path.Combine(Path.GetDirectoryName(file)!, m.Groups["to"].Value)))
            )
            .ToList();

        Assert.True(links.Count > 100, $"only {links.Count} links found: the documents are read wrongly");
        Assert.Empty(links.Where(l => !Path.Exists(l.to)).Select(l => $"{Short(l.file)}: {Short(l.to)}"));
    }

    [Theory]
    [InlineData("`src/Virker.Web/Nowhere.cs` or `tests/No/*.R`", 2)]
    [InlineData("`src/Virker.Web/Site/Access.cs`, `tests/**/Reference/*.R` and `Effects/Nowhere`", 0)]
    public void A_planted_path_is_seen(string text, int missing) =>
        Assert.Equal(missing, Paths(text).Count(path => !IsThere(path)));

    private static IEnumerable<string> Paths(string text) => Quoted().Matches(text).Select(m => m.Groups["path"].Value);

    private static bool IsThere(string path)
    {
        int star = path.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return Path.Exists(Path.Combine(Repository.Root, path));
        string folder = Path.Combine(Repository.Root, path[..path.LastIndexOf('/', star)]);
        var shape = new Regex(
            $"^{Regex.Escape(Path.Combine(Repository.Root, path)).Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        return Directory.Exists(folder)
            && Directory
                .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Any(e => shape.IsMatch(e));
    }

    private static string Short(string file) => Path.GetRelativePath(Repository.Root, file);

    /// <summary>A path from the root, alone between backticks.</summary>
    [GeneratedRegex(@"`(?<path>(src|tests|docs|data|bench|\.ci)/[^\s`<>…:]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?<to>[^)#:\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
