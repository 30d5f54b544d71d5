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
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(
                new Text($"Filen {path} kan ikke læses.", $"The file {path} cannot be read.")
            );
        }
    }

    /// <summary>Before anything else is opened or made: is there a file, or a folder, at all?</summary>
    /// <exception cref="InvalidInputException">There is not.</exception>
    public static void Require(string path)
    {
        if (path != "-" && !File.Exists(path) && !Directory.Exists(path))
            throw new InvalidInputException(new Text($"Filen {path} findes ikke.", $"The file {path} does not exist."));
    }

    /// <summary>What messages call the file.</summary>
    public static string NameOf(string path) => path == "-" ? "stdin" : Path.GetFileName(path);
}
