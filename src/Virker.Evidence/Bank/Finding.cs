using Virker.Platform;

namespace Virker.Evidence.Bank;

/// <summary>Which way a result points, coded as good or bad for the citizen (CHOICE C-09).</summary>
public enum Direction
{
    Positive,
    None,
    Negative,
    Mixed,
    Unknown,
}

/// <summary>The scale of a published estimate; <see cref="NotGiven"/> when there is no number.</summary>
public enum Measure
{
    NotGiven,
    RR,
    OR,
    RD,
    SMD,
    MD,
    PCT,
    HR,
}

/// <summary>What part a result's numbers may play in a pooled effect.</summary>
public enum PoolRole
{
    NotSet,

    /// <summary>The one row of its trial that may be pooled.</summary>
    Main,

    /// <summary>Shares participants with a main row.</summary>
    Companion,

    /// <summary>Not comparable with the main rows.</summary>
    Sensitivity,

    /// <summary>Arm counts were not found.</summary>
    NoCounts,
}

/// <summary>Where the numbers of a result come from.</summary>
public enum Basis
{
    Printed,
    Derived,
    Reconstructed,
    Abstract,
    Secondary,
}

/// <summary>One result of a study: for whom, of what, on what, with which direction and, where published, how much.</summary>
public sealed record Finding
{
    public required string Id { get; init; }
    public required string StudyId { get; init; }
    public required Codes Interventions { get; init; }
    public string InterventionOriginal { get; init; } = "";
    public required Codes TargetGroups { get; init; }
    public string TargetGroupOriginal { get; init; } = "";
    public required string Outcome { get; init; }
    public string OutcomeOriginal { get; init; } = "";
    public required string EffectType { get; init; }
    public string FollowUp { get; init; } = "";
    public decimal? FollowUpMonths { get; init; }
    public string Gender { get; init; } = "both";
    public string Age { get; init; } = "all";
    public string Education { get; init; } = "unspecified";
    public Direction Direction { get; init; }
    public YesNoUnknown Significant { get; init; }
    public Measure Measure { get; init; }
    public decimal? Estimate { get; init; }
    public decimal? CiLow { get; init; }
    public decimal? CiHigh { get; init; }
    public decimal? Se { get; init; }
    public string EstimateUnit { get; init; } = "";
    public int? EventsTreated { get; init; }
    public int? NTreated { get; init; }
    public int? EventsControl { get; init; }
    public int? NControl { get; init; }
    public PoolRole Pool { get; init; }
    public string Comparator { get; init; } = "";
    public Basis Basis { get; init; }
    public Text BasisNote { get; init; }
    public string SourceUrl { get; init; } = "";
    public Text Note { get; init; }

    /// <summary>All four numbers of the 2×2 table are there.</summary>
    public bool HasCounts =>
        EventsTreated is not null && NTreated is not null && EventsControl is not null && NControl is not null;

    /// <summary>The result carries a number: counts or an estimate.</summary>
    public bool HasNumbers => HasCounts || Estimate is not null;
}
