using System.Diagnostics;

namespace Virker.Cli.Tests;

/// <summary>What a command answered.</summary>
internal sealed record Answered(int ExitCode, string Output, string Errors);

/// <summary>Runs the command line tool as a person would: as a process of its own.</summary>
internal static class Cli
{
    public static Task<Answered> Run(params string[] arguments) => RunWith("", arguments);

    /// <param name="input">What stands on standard input.</param>
    public static Task<Answered> RunWith(string input, params string[] arguments) =>
        Run(Folder.FullName, input, arguments);

    /// <summary>With an installation of its own.</summary>
    public static Task<Answered> RunIn(DirectoryInfo folder, params string[] arguments) =>
        Run(folder.FullName, "", arguments);

    private static async Task<Answered> Run(string folder, string input, string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "virker-cli.dll"), .. arguments]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
            WorkingDirectory = Folder.FullName,
        };
        start.Environment["Virker__Directory"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Answered(process.ExitCode, await output, await errors);
    }

    /// <summary>Where the tool keeps its knowledge bank during the tests.</summary>
    public static DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("virker-cli-");

    public static string Reference(string file) => Path.Combine(AppContext.BaseDirectory, "Reference", file);

    public static string Write(string name, string text)
    {
        string path = Path.Combine(Folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
