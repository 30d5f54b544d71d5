using System.Text.RegularExpressions;
using Virker.Evidence.Bank;

namespace Virker.Evidence.JobEffects;

/// <summary>A result that enters, with every weight but that of several results from one study.</summary>
internal sealed record Hit(JobEffectResult Result, bool IsPartial, IReadOnlyList<WeightFactor> Factors)
{
    /// <summary>The product of the factors so far.</summary>
    public decimal Base => Factors.Aggregate(1m, (product, f) => product * f.Weight);

    /// <summary>+1, 0 or -1: a result that is not significant is no effect (CHOICE C-09); one whose significance was
    /// not read keeps its described direction (CHOICE C-15).</summary>
    public int Direction =>
        Result.Significant == YesNoUnknown.No
            ? 0
            : Result.Direction switch
            {
                Bank.Direction.Positive => 1,
                Bank.Direction.Negative => -1,
                Bank.Direction.None or Bank.Direction.Mixed or Bank.Direction.Unknown => 0,
            };

    public static Hit Of(
        JobEffectResult result,
        CellMatch intervention,
        CellMatch group,
        string edition,
        JobEffectRules rules
    )
    {
        WeightFactor Factor(string component, string code) =>
            WeightFactors.From(rules.Weight(edition, component, code));
        return new Hit(
            result,
            edition == Editions.Current && group.Relation == Relation.Child,
            [
                Factor("quality", result.Quality!),
                Factor("method", result.Method),
                Factor("geography", result.Geography),
                Factor("publication", result.Publication),
                Factor("combination", Combination(intervention, group, edition)),
            ]
        );
    }

    private static string Combination(CellMatch intervention, CellMatch group, string edition)
    {
        if (edition == Editions.Current)
        {
            return (intervention.IsComposite, group.IsComposite) switch
            {
                (true, true) => "both",
                (true, false) => "intervention",
                (false, true) => "target_group",
                _ => "none",
            };
        }
        // In 2019 a subdivision counted like a combination.
        var ofIntervention = intervention.IsComposite || intervention.Relation == Relation.Child;
        var ofGroup = group.IsComposite || group.Relation == Relation.Child;
        if (ofIntervention && ofGroup)
            return "both";
        return ofIntervention || ofGroup ? "either" : "none";
    }
}

internal static partial class WeightFactors
{
    public static WeightFactor From(Weight weight) => From(weight, weight.Value);

    /// <summary>The choice a weight rests on stands in its note.</summary>
    public static WeightFactor From(Weight weight, decimal value) =>
        new(
            weight.Component,
            weight.Code,
            weight.Label,
            value,
            weight.Status == "choice" && ChoiceId().Match(weight.Note.En) is { Success: true } id ? id.Value : null
        );

    [GeneratedRegex("C-[0-9]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChoiceId();
}
