using Virker.Platform;

namespace Virker.Cli.Output;

/// <summary>A file a command reads; <c>-</c> is standard input.</summary>
internal static class InputFile
{
    public static Stream Open(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();

        if (Directory.Exists(path))
        {
            throw new InvalidInputException(
                new Text($"{path} er en mappe; skriv navnet på en fil.", $"{path} is a folder; name a file.")
            );
        }

        if (!File.Exists(path))
            throw new InvalidInputException(new Text($"Filen {path} findes ikke.", $"The file {path} does not exist."));

        return File.OpenRead(path);
    }

    /// <summary>What messages call the file.</summary>
    public static string NameOf(string path) => path == "-" ? "stdin" : Path.GetFileName(path);
}
