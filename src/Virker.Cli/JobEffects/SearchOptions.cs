using System.CommandLine;
using Virker.Evidence.JobEffects;

namespace Virker.Cli.JobEffects;

/// <summary>The options that say what is searched for.</summary>
internal sealed class SearchOptions
{
    private readonly Option<string> _targetGroup = new("--target-group")
    {
        Description = "Code of the target group",
        Required = true,
    };
    private readonly Option<string> _intervention = new("--intervention")
    {
        Description = "Code of the intervention",
        Required = true,
    };
    private readonly Option<string?> _outcome = new("--outcome")
    {
        Description = "Code of the outcome; the primary outcomes unless told otherwise",
    };
    private readonly Option<string?> _effectType = new("--effect-type")
    {
        Description = "Code of the effect type; all unless told otherwise",
    };
    private readonly Option<string> _edition = new("--edition")
    {
        Description = "current or 2019",
        DefaultValueFactory = _ => Editions.Current,
    };
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Leave out results whose significance was not read",
    };

    public void AddTo(Command command)
    {
        _edition.AcceptOnlyFromAmong(Editions.Current, Editions.Of2019);
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
