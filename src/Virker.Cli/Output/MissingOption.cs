using System.CommandLine;
using Virker.Cli.Options;

namespace Virker.Cli.Output;

/// <summary><c>--missing refuse|drop</c>: what is done with rows in which a cell is missing.</summary>
internal static class MissingOption
{
    public static Option<Missing> Create() =>
        Typed.Name(
            "--missing",
            new(
                "Rækker, hvor en celle mangler (tom, NA, N/A eller .): afvis filen, eller udelad dem",
                "Rows in which a cell is missing (empty, NA, N/A or .): refuse the file, or drop them"
            ),
            Missing.Refuse
        );

    /// <summary>Says on standard error what was left out.</summary>
    public static void Tell(DataFile data)
    {
        if (data.LeftOut is { } said)
            Console.Error.WriteLine(said.ToString());
    }
}
