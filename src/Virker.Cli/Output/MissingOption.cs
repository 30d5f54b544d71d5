using System.CommandLine;

namespace Virker.Cli.Output;

/// <summary><c>--missing refuse|drop</c>: what is done with rows in which a cell is missing.</summary>
internal static class MissingOption
{
    public static Option<Missing> Create() =>
        new("--missing")
        {
            Description = "Rows in which a cell is missing (empty, NA, N/A or .): refuse the file, or drop them",
            DefaultValueFactory = _ => Missing.Refuse,
        };

    /// <summary>Says on standard error what was left out.</summary>
    public static void Tell(DataFile data)
    {
        if (data.LeftOut is { } said)
            Console.Error.WriteLine(said.ToString());
    }
}
