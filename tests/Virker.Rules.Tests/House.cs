namespace Virker.Rules.Tests;

/// <summary>The shipped rule book and the folders tests read from.</summary>
internal static class House
{
    public static string Repository { get; } = FindRepository();
    public static string DataDirectory => Path.Combine(Repository, "data");
    public static RuleBook Book { get; } = RuleBook.Load(DataDirectory);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Virker.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the repository was not found");
    }
}
