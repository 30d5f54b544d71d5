using Virker.Cli.Options;
using Virker.Platform;

namespace Virker.Cli.Output;

/// <summary>A file or folder a command writes; looked at before anything is computed, and written whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="WrongUsageException">It cannot be written there.</exception>
    public static void RequireFile(string option, string path, string ending)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        Usage.Require(
            path.EndsWith(ending, StringComparison.OrdinalIgnoreCase),
            $"{option}: ventet en fil, der ender på {ending}, ikke \"{path}\"",
            $"{option}: expected a file that ends in {ending}, not \"{path}\""
        );
        Usage.Require(
            Directory.Exists(folder) && !Directory.Exists(path),
            $"{option}: der kan ikke skrives i \"{path}\"; mappen skal findes",
            $"{option}: \"{path}\" cannot be written; its folder must be there"
        );
    }

    public static Task WriteAsync(string path, string text, CancellationToken stop) =>
        WriteAsync(path, System.Text.Encoding.UTF8.GetBytes(text), stop);

    public static async Task WriteAsync(string path, byte[] content, CancellationToken stop)
    {
        string partial = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(partial, content, stop);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(partial);
            throw CannotWrite(path);
        }
    }

    /// <summary>Makes a folder unless it is there.</summary>
    public static void Folder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path);
        }
    }

    private static InvalidInputException CannotWrite(string path) =>
        new(new($"Der kan ikke skrives i {path}.", $"{path} cannot be written."));
}
