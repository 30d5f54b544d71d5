using Virker.Cli.Options;

namespace Virker.Cli.Tests;

/// <summary>Runs many commands in this process, one after another: what they say goes to the console of all.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class OneConsole;

internal static class InProcess
{
    public static async Task<Answered> Run(params string[] arguments)
    {
        var (output, errors) = (Console.Out, Console.Error);
        await using var said = new StringWriter();
        await using var complained = new StringWriter();
        string? folder = Environment.GetEnvironmentVariable("Virker__Directory");
        try
        {
            Environment.SetEnvironmentVariable("Virker__Directory", Cli.Folder.FullName);
            Console.SetOut(said);
            Console.SetError(complained);
            int code = await Program.Main(arguments);
            return new Answered(code, said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
            Environment.SetEnvironmentVariable("Virker__Directory", folder);
        }
    }

    /// <summary>The root of every command, in Danish.</summary>
    public static System.CommandLine.RootCommand Root()
    {
        Language.Choose(["--lang", "da"]);
        return Program.Root();
    }
}
