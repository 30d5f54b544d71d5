using System.CommandLine;
using Virker.Cli.Options;

namespace Virker.Cli.Output;

internal enum Format
{
    Table,
    Json,
    Csv,
}

internal static class FormatOption
{
    public static Option<Format> Create() =>
        Typed.Name("--format", new("Hvordan resultatet skrives", "How the result is written"), Format.Table);
}
