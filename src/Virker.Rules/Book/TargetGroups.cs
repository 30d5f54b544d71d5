using Virker.Platform;

namespace Virker.Rules;

/// <summary>How close a target group is to the labour market, as the act and practice treat it.</summary>
public enum Closeness
{
    /// <summary>Expected to take an ordinary job or education now.</summary>
    Near,

    /// <summary>Other problems than unemployment; the effort is long.</summary>
    Far,

    /// <summary>Sick-listed, with or without a job to return to.</summary>
    Sick,

    /// <summary>A lasting limit on the capacity for work.</summary>
    ReducedCapacity,

    /// <summary>Under 18 or without benefit.</summary>
    Other,
}

/// <summary>What a person in the group lives on.</summary>
public enum BenefitKind
{
    UnemploymentBenefit,
    CashBenefit,
    EducationBenefit,
    SicknessBenefit,
    ResourceBenefit,
    FlexJobBenefit,
    RehabilitationBenefit,
    DisabilityPension,
    NoBenefit,
}

/// <summary>A target group (målgruppe) of LAB § 6: a row of <c>data/rules/practice/target_groups.csv</c>.</summary>
/// <param name="Code">As case systems write it: <c>6.3</c> is § 6, nr. 3.</param>
/// <param name="ShortName">For lists and tables.</param>
/// <param name="ValidTo">Last day anyone can be in the group; null while open.</param>
/// <param name="NewUntil">Last day a person could enter; running cases finish. Null while open.</param>
/// <param name="EvidenceGroup">The corresponding code in the evidence taxonomy; empty when there is none.</param>
public sealed record TargetGroup(
    string Code,
    Text Name,
    Text ShortName,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    DateOnly? NewUntil,
    Closeness Closeness,
    string EvidenceGroup,
    BenefitKind Benefit,
    string Reference,
    string SourceUrl,
    Confidence Confidence,
    Text Note
)
{
    public bool IsInForce(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>A person can enter the group on the day.</summary>
    public bool IsOpenToNew(DateOnly day) => IsInForce(day) && (NewUntil is null || day <= NewUntil);
}

/// <summary>The target groups through time. A code is never used again for another group.</summary>
public sealed class TargetGroups
{
    private readonly Dictionary<string, TargetGroup> _byCode;

    internal TargetGroups(IReadOnlyList<TargetGroup> all)
    {
        All = all;
        _byCode = all.ToDictionary(g => g.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<TargetGroup> All { get; }

    public TargetGroup? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The group of a code.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public TargetGroup Required(string code) =>
        Find(code)
        ?? throw new InvalidInputException(
            new($"målgruppen {code} kendes ikke", $"the target group {code} is not known")
        );

    /// <summary>The groups people can be in on a day, in the order of the act.</summary>
    public IEnumerable<TargetGroup> On(DateOnly day) => All.Where(g => g.IsInForce(day));

    /// <summary>The groups a person can enter on a day.</summary>
    public IEnumerable<TargetGroup> OpenToNew(DateOnly day) => All.Where(g => g.IsOpenToNew(day));
}
