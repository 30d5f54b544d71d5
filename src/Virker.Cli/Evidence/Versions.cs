using System.CommandLine;
using Virker.Cli.Options;

namespace Virker.Cli.Evidence;

/// <summary>The version of the knowledge bank that is asked.</summary>
internal static class Versions
{
    public static Option<int?> Option() =>
        Typed.Whole(
            "--version-number",
            new(
                "En version af vidensbanken; den nyeste, hvis intet siges",
                "A version of the bank; the newest unless told otherwise"
            ),
            1
        );
}
