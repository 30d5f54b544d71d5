// The house drawn from its references and usings: dotnet run docs/house.cs [a checkout]
// Lines and files a project, what it refers to, and the folders inside it that use each other in a circle. It reads text
// only, so that it draws any commit: git worktree add ../then COMMIT && dotnet run docs/house.cs ../then
using System.Globalization;
using System.Xml.Linq;

string src = Path.Combine(args.FirstOrDefault() ?? ".", "src");
var projects = Directory
    .EnumerateFiles(src, "*.csproj", SearchOption.AllDirectories)
    .Order(StringComparer.Ordinal)
    .Select(path =>
    {
        var references = XDocument
            .Load(path)
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))
            .ToList();
        return (
            Name: Path.GetFileNameWithoutExtension(path),
            Folder: Path.GetDirectoryName(path)!,
            References: references
        );
    })
    .ToList();

int Height(string name) =>
    projects.First(p => p.Name == name).References.Select(r => 1 + Height(r)).DefaultIfEmpty(0).Max();

foreach (var project in projects.OrderByDescending(p => Height(p.Name)).ThenBy(p => p.Name, StringComparer.Ordinal))
{
    var files = Sources(project.Folder, "*.cs").ToList();
    var views = Sources(project.Folder, "*.cshtml").ToList();
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{project.Name, -27}{Lines(files), 7} lines {files.Count, 4} files{(views.Count > 0 ? $" + {Lines(views)} of views" : "")}"
                + $"{(project.References.Count > 0 ? "  → " + string.Join(' ', project.References.Select(r => r["Virker.".Length..])) : "")}"
        )
    );
    foreach (var circle in Circles(FolderUses(project.Folder, files)))
        Console.WriteLine($"    circle of {circle.Count}: {string.Join(", ", circle)}");
}

static IEnumerable<string> Sources(string folder, string pattern) =>
    Directory
        .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(f => !f.Replace('\\', '/').Split('/').Any(part => part is "obj" or "bin" or "node_modules"));

static int Lines(IEnumerable<string> files) => files.Sum(f => File.ReadLines(f).Count());

// Storage apart, and what puts a project together.
static HashSet<(string From, string To)> FolderUses(string project, List<string> files)
{
    var read = files
        .Where(f => !f.EndsWith("Services.cs", StringComparison.Ordinal) && Path.GetFileName(f) is not "VirkerSite.cs")
        .Select(f => (Folder: Folder(f), Lines: File.ReadLines(f).Where(l => l.EndsWith(';')).ToList()))
        .Select(f =>
            (f.Folder, f.Lines, Space: f.Lines.Select(l => After("namespace ", l)).FirstOrDefault(n => n != ""))
        )
        .Where(f => f.Space is not null)
        .ToList();
    var folderOf = read.GroupBy(f => f.Space!)
        .ToDictionary(g => g.Key, g => g.Select(f => f.Folder).Distinct().ToList());
    return
    [
        .. from file in read
        from line in file.Lines
        let space = After("using ", line).Replace("static ", "", StringComparison.Ordinal)
        where folderOf.ContainsKey(space) && folderOf[space].Count == 1
        let to = folderOf[space][0]
        where to != file.Folder && to != "Storage" && file.Folder != "Storage"
        select (file.Folder, to),
    ];

    static string After(string word, string line) =>
        line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..^1] : "";

    string Folder(string file) => Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/');
}

static IEnumerable<List<string>> Circles(HashSet<(string From, string To)> uses)
{
    var next = uses.ToLookup(u => u.From, u => u.To);
    var all = uses.SelectMany(u => new[] { u.From, u.To }).Distinct().ToDictionary(f => f, Reached);
    return all
        .Keys.Where(f => all[f].Contains(f))
        .GroupBy(f => string.Join(' ', all[f].Where(o => all[o].Contains(f)).Order(StringComparer.Ordinal)))
        .Select(g => g.Order(StringComparer.Ordinal).ToList());

    HashSet<string> Reached(string from)
    {
        HashSet<string> reached = [];
        Stack<string> open = new(next[from]);
        while (open.TryPop(out var to))
        {
            if (!reached.Add(to))
                continue;
            foreach (var further in next[to])
                open.Push(further);
        }

        return reached;
    }
}
