using System.CommandLine;

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
        new("--format") { Description = "table, json or csv", DefaultValueFactory = _ => Format.Table };
}
