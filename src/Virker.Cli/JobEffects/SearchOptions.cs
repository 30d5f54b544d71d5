using System.CommandLine;
using Virker.Cli.Options;
using Virker.Evidence.JobEffects;

namespace Virker.Cli.JobEffects;

/// <summary>The options that say what is searched for.</summary>
internal sealed class SearchOptions
{
    private readonly Option<string> _targetGroup = Typed.Needed(
        "--target-group",
        new("Målgruppens kode", "Code of the target group"),
        new("KODE", "CODE")
    );
    private readonly Option<string> _intervention = Typed.Needed(
        "--intervention",
        new("Indsatsens kode", "Code of the intervention"),
        new("KODE", "CODE")
    );
    private readonly Option<string?> _outcome = Typed.Text(
        "--outcome",
        new(
            "Udfaldets kode; ellers de primære udfald",
            "Code of the outcome; the primary outcomes unless told otherwise"
        ),
        new("KODE", "CODE")
    );
    private readonly Option<string?> _effectType = Typed.Text(
        "--effect-type",
        new("Effekttypens kode; ellers alle", "Code of the effect type; all unless told otherwise"),
        new("KODE", "CODE")
    );
    private readonly Option<string> _edition = Typed.OneOf(
        "--edition",
        new("Hvilken udgave af algoritmen", "Edition of the algorithm"),
        [Editions.Current, Editions.Of2019],
        Editions.Current
    );
    private readonly Option<bool> _strict = Typed.Flag(
        "--strict",
        new("Udelad resultater, hvis signifikans ikke er læst", "Leave out results whose significance was not read")
    );

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _targetGroup, _intervention, _outcome, _effectType, _edition, _strict })
            command.Options.Add(option);
    }

    public JobEffectQuery Query(ParseResult parsed) =>
        new(
            parsed.GetValue(_targetGroup)!,
            parsed.GetValue(_intervention)!,
            parsed.GetValue(_outcome),
            parsed.GetValue(_effectType),
            parsed.GetValue(_edition)!,
            parsed.GetValue(_strict)
        );
}
