using Virker.Evidence.Bank;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>The search a job effect answers.</summary>
/// <param name="TargetGroup">Code of the searched target group.</param>
/// <param name="Intervention">Code of the searched intervention.</param>
/// <param name="Outcome">Null: the primary outcomes.</param>
/// <param name="EffectType">Null: all types, also listed apart (CHOICE C-10).</param>
/// <param name="Edition"><c>current</c> or <c>2019</c>.</param>
/// <param name="Strict">Leaves out results whose significance was not read (CHOICE C-15).</param>
/// <param name="Mode">Null: as CHOICE C-01 says; otherwise <c>category_with_ceiling</c> or <c>strict_budget</c>.</param>
public sealed record JobEffectQuery(
    string TargetGroup,
    string Intervention,
    string? Outcome = null,
    string? EffectType = null,
    string Edition = Editions.Current,
    bool Strict = false,
    string? Mode = null
)
{
    /// <summary>Further interventions of a combination the search asks for.</summary>
    public Codes WithInterventions { get; init; } = Codes.None;

    /// <summary>Null: results across both genders, all ages and unspecified education.</summary>
    public string? Gender { get; init; }
    public string? Age { get; init; }
    public string? Education { get; init; }
}

public static class Editions
{
    public const string Current = "current";
    public const string Of2019 = "2019";
}

public static class MultipleResultModes
{
    public const string CategoryWithCeiling = "category_with_ceiling";
    public const string StrictBudget = "strict_budget";
}

public enum JobEffectConclusion
{
    NoStudies,
    FewStudies,
    Positive,
    Negative,
    None,
    Conflicting,
}

/// <summary>The project's own evidence level (CHOICE C-06), not Jobeffekter's stars.</summary>
public enum EvidenceLevel
{
    None,
    Indication,
    Moderate,
    Strong,
}

/// <summary>A result as the algorithm sees it. Codes are those of the weights and the taxonomy.</summary>
/// <param name="Quality">Null when nobody has assessed the study: listed, does not enter (CHOICE C-13).</param>
/// <param name="QualityIsProvisional">The assessment is the published rule's, not a researcher's.</param>
/// <param name="KeptOutBecause">A reason known beforehand why the result may not enter; null for none.</param>
public sealed record JobEffectResult(
    string Id,
    string StudyId,
    string? Quality,
    string Method,
    string Geography,
    string Publication,
    Codes TargetGroups,
    Codes Interventions,
    string Outcome,
    string EffectType,
    Direction Direction,
    YesNoUnknown Significant = YesNoUnknown.Yes,
    bool QualityIsProvisional = false,
    Text? KeptOutBecause = null,
    string Gender = "both",
    string Age = "all",
    string Education = "unspecified",
    int? Year = null
);

/// <summary>One of the factors whose product is a contribution.</summary>
/// <param name="Component">quality, method, geography, publication, combination or multiple_results.</param>
/// <param name="Code">The code whose weight it is.</param>
/// <param name="Choice">The CHOICE the weight rests on, or null when it was read.</param>
public sealed record WeightFactor(string Component, string Code, Text Label, decimal Weight, string? Choice);

/// <summary>A result's contribution to the stock of knowledge (vidensbidrag), 0 to 1, with every factor.</summary>
/// <param name="Direction">+1, 0 or -1.</param>
/// <param name="IsPartial">Concerns a subgroup of the searched target group.</param>
/// <param name="SignificanceNotRead">Enters with the described direction only (CHOICE C-15).</param>
/// <param name="Warning">The study lies outside Jobeffekter's scope (CHOICE C-11); null when it does not.</param>
public sealed record JobEffectContribution(
    string ResultId,
    string StudyId,
    int Direction,
    decimal Contribution,
    IReadOnlyList<WeightFactor> Factors,
    string EffectType,
    bool IsPartial,
    bool IsProvisional,
    bool SignificanceNotRead,
    Text? Warning
);

/// <summary>A result on the searched cell that does not enter, and why.</summary>
public sealed record JobEffectKeptOut(string ResultId, string StudyId, Text Reason);

/// <summary>The stock of knowledge (vidensmængde) by direction; shares are null when there is none. Totals and shares
/// are rounded at the 15th decimal, where only the noise of divisions lies, so that three thirds are exactly 1.</summary>
public sealed record Stock(decimal Positive, decimal None, decimal Negative)
{
    public decimal Total => Round(Sum);
    public decimal? SharePositive => Share(Positive);
    public decimal? ShareNone => Share(None);
    public decimal? ShareNegative => Share(Negative);

    public static Stock Of(IEnumerable<JobEffectContribution> contributions)
    {
        var sums = contributions.ToLookup(c => c.Direction, c => c.Contribution);
        return new Stock(sums[1].Sum(), sums[0].Sum(), sums[-1].Sum());
    }

    private decimal Sum => Positive + None + Negative;

    // Of the sum as it is: of a rounded small one the shares would not add up.
    private decimal? Share(decimal part) => Total > 0 ? Round(part / Sum) : null;

    private static decimal Round(decimal number) => Math.Round(number, 15) / 1.0000000000000000000000000000m;
}

/// <summary>A CHOICE the computation rests on, with the value used.</summary>
public sealed record JobEffectChoice(string Id, string Value, Text Rule, Text Reason, string SourceUrl);

/// <summary>The job effect of a search, with everything it was computed from.</summary>
public sealed record JobEffect(
    JobEffectQuery Query,
    string Mode,
    JobEffectConclusion Conclusion,
    EvidenceLevel Level,
    Stock Stock,
    IReadOnlyDictionary<string, Stock> StockByEffectType,
    IReadOnlyList<JobEffectContribution> Contributions,
    IReadOnlyList<JobEffectKeptOut> KeptOut,
    IReadOnlyList<JobEffectChoice> Choices
)
{
    /// <summary>At least one contribution rests on the provisional assessment.</summary>
    public bool IsProvisional => Contributions.Any(c => c.IsProvisional);
}
