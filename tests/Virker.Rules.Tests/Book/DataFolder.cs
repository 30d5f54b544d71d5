using Virker.Tests;

namespace Virker.Rules.Tests.Book;

/// <summary>A copy of the shipped rule files that a test can spoil, gone when the test ends.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("virker-rules-");

    public DataFolder()
    {
        Directory.CreateDirectory(Practice);
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Repository.Data, "rules", "practice")))
            File.Copy(file, System.IO.Path.Combine(Practice, System.IO.Path.GetFileName(file)));
    }

    public string Path => _root.FullName;

    private string Practice => System.IO.Path.Combine(Path, "rules", "practice");

    public DataFolder Change(string file, Func<string, string> change)
    {
        var path = System.IO.Path.Combine(Practice, file);
        var (before, after) = (File.ReadAllText(path), change(File.ReadAllText(path)));
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
        return this;
    }

    public DataFolder Replace(string file, string old, string by) =>
        Change(file, text => text.Replace(old, by, StringComparison.Ordinal));

    public DataFolder Add(string file, string row) => Change(file, text => text + row + "\n");

    public DataFolder Remove(string file)
    {
        File.Delete(System.IO.Path.Combine(Practice, file));
        return this;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
