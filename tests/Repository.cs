namespace Virker.Tests;

/// <summary>Where the repository stands that the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The shipped data.</summary>
    public static string Data => Path.Combine(Root, "data");

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Virker.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Virker.slnx was not found above the tests.");
    }
}
