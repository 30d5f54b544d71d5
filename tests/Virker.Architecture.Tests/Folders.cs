using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Microsoft.EntityFrameworkCore;
using Assembly = System.Reflection.Assembly;

namespace Virker.Architecture.Tests;

/// <summary>One folder of a project uses another.</summary>
/// <param name="By">The types that do, as <c>user → used</c>.</param>
internal sealed record FolderUse(string From, string To, IReadOnlyList<string> By);

/// <summary>
/// The folders of one project, and which uses which: what the compiled types use, and what a file has a <c>using</c> for
/// (the compiler leaves no trace of a constant). A type's folder is where its file stands. Apart are storage, whose
/// context knows every table, the rows themselves, which any query may join, and what puts a project together.
/// </summary>
internal sealed partial class Folders
{
    private const string Storage = "Storage";
    private readonly Assembly _assembly;
    private readonly HashSet<string> _rows;
    private readonly Dictionary<string, string> _folderOf = [];
    private readonly Dictionary<string, string> _spaces = [];
    private readonly List<(string Folder, string File, string Space, string Used)> _usings = [];

    /// <param name="project">The project's folder.</param>
    public Folders(string project, Assembly assembly)
    {
        _assembly = assembly;
        _rows =
        [
            .. assembly
                .GetTypes()
                .Where(type => type.IsAssignableTo(typeof(DbContext)))
                .SelectMany(context => context.GetProperties())
                .Where(table => table.PropertyType.IsGenericType)
                .Select(table => table.PropertyType.GenericTypeArguments[0].FullName!),
        ];
        foreach (var file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/');
            if (folder.Split('/')[0] is "obj" or "bin")
                continue;
            string source = File.ReadAllText(file);
            string space = Namespace().Match(source).Groups["space"].Value;
            if (space == "")
                continue;
            if (Declaration().Matches(source) is { Count: > 0 } types)
                _spaces[space] = _spaces.GetValueOrDefault(space, folder) == folder ? folder : Several;
            else
                continue;
            foreach (Match type in types)
                _folderOf[$"{space}.{type.Groups["name"].Value}"] = folder;
            if (!types.All(type => IsRoot(type.Groups["name"].Value)))
            {
                _usings.AddRange(
                    Using()
                        .Matches(source)
                        .Select(u => (folder, Path.GetFileName(file), space, u.Groups["space"].Value))
                );
            }
        }
    }

    private const string Several = "";

    /// <summary>Namespaces, with the one folder of each; empty where several folders share it.</summary>
    public IReadOnlyDictionary<string, string> Spaces => _spaces;

    public IReadOnlyList<FolderUse> Uses() =>
        [
            .. Compiled()
                .Concat(
                    _usings
                        .Where(u => u.Used != u.Space && _spaces.GetValueOrDefault(u.Used) is not (null or Several))
                        .Select(u => (u.Folder, Other: _spaces[u.Used], By: $"{u.File} (using)"))
                )
                .Where(use => use.Folder != use.Other && use.Folder != Storage && use.Other != Storage)
                .GroupBy(use => (use.Folder, use.Other))
                .Select(use => new FolderUse(
                    use.Key.Folder,
                    use.Key.Other,
                    [.. use.Select(u => u.By).Distinct().Order(StringComparer.Ordinal)]
                ))
                .OrderBy(use => use.From, StringComparer.Ordinal)
                .ThenBy(use => use.To, StringComparer.Ordinal),
        ];

    private IEnumerable<(string Folder, string Other, string By)> Compiled() =>
        new ArchLoader()
            .LoadAssemblies(_assembly)
            .Build()
            .Types.Where(type => !IsRoot(Outer(type)))
            .SelectMany(type => type.GetTypeDependencies().Select(used => (From: type, To: used)))
            .Where(use => !_rows.Contains(Key(use.To)))
            .Select(use => (Of(use.From), Of(use.To), By: $"{Outer(use.From)} → {Outer(use.To)}"))
            .Where(use => use.Item1 is not null && use.Item2 is not null)
            .Select(use => (use.Item1!, use.Item2!, use.By));

    /// <summary>What puts a project together knows all of it: <c>CaseworkServices</c>, the site, the list of commands.</summary>
    private static bool IsRoot(string type) =>
        type.EndsWith("Services", StringComparison.Ordinal) || type is "VirkerSite" or "Program";

    /// <summary>Folders that use each other, directly or through others.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Circles(IReadOnlyCollection<(string From, string To)> uses)
    {
        var reach = uses.ToLookup(u => u.From, u => u.To);
        var seen = uses.SelectMany(u => new[] { u.From, u.To }).Distinct().ToDictionary(f => f, Reached);
        return
        [
            .. seen
                .Keys.Where(f => seen[f].Contains(f))
                .GroupBy(f => string.Join(' ', seen[f].Where(o => seen[o].Contains(f)).Order(StringComparer.Ordinal)))
                .Select(g => g.Order(StringComparer.Ordinal).ToList()),
        ];

        HashSet<string> Reached(string from)
        {
            var reached = new HashSet<string>();
            var next = new Stack<string>(reach[from]);
            while (next.TryPop(out var to))
            {
                if (reached.Add(to))
                {
                    foreach (var further in reach[to])
                        next.Push(further);
                }
            }

            return reached;
        }
    }

    private string? Of(IType type) => _folderOf.GetValueOrDefault(Key(type)) ?? View(type);

    /// <summary>What Razor makes of <c>Pages/Team/Belief.cshtml</c> is <c>Pages_Team_Belief</c>.</summary>
    private static string? View(IType type) =>
        type.FullName.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal)
            ? string.Join('/', Outer(type).Split('_')[..^1]).TrimEnd('/')
            : null;

    private static string Key(IType type) => $"{type.Namespace?.FullName}.{Outer(type)}";

    /// <summary>The name as the file declares it: without what it stands in or is made for.</summary>
    private static string Outer(IType type)
    {
        string space = type.Namespace?.FullName ?? "";
        string name = type.FullName.StartsWith(space + ".", StringComparison.Ordinal)
            ? type.FullName[(space.Length + 1)..]
            : type.FullName;
        return name.Split('+', '/', '`', '<')[0];
    }

    [GeneratedRegex(
        @"^using (static )?(\w+ = )?(?<space>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace (?<space>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|readonly|partial|ref) )*(?:class|record struct|record|struct|enum|interface|delegate [\w<>?]+) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();
}
