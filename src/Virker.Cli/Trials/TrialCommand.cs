using System.CommandLine;
using Virker.Cli.Options;

namespace Virker.Cli.Trials;

/// <summary><c>virker trial power | randomise | analyse</c>.</summary>
internal static class TrialCommand
{
    public static Command Create() =>
        new(
            "trial",
            Language.T(
                "Forsøg med lodtrækning: hvor mange, hvem, og virkede det",
                "Trials by lot: how many, who, and did it work"
            )
        )
        {
            PowerCommand.Create(),
            RandomiseCommand.Create(),
            AnalyseCommand.Create(),
        };
}
