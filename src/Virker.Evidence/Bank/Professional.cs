using Virker.Platform;

namespace Virker.Evidence.Bank;

/// <summary>A quality assessment of a study by a person in a named role; replaces the provisional one.</summary>
public sealed record Assessment
{
    public required string StudyId { get; init; }

    /// <summary>A quality code of the weights: good, satisfactory, not_satisfactory.</summary>
    public required string Quality { get; init; }
    public required string AssessedByRole { get; init; }
    public DateOnly AssessedOn { get; init; }
    public Text Reason { get; init; }
}

/// <summary>What professionals conclude, in their words, with its basis.</summary>
public sealed record ProfessionalConclusion
{
    public required string Id { get; init; }
    public int Order { get; init; }
    public required Codes TargetGroups { get; init; }
    public required Codes Interventions { get; init; }
    public Text Heading { get; init; }
    public Text Text { get; init; }
    public Text Advice { get; init; }

    /// <summary>strong, moderate, indication or another word of the source.</summary>
    public string Strength { get; init; } = "";
    public Text ConcludedBy { get; init; }

    /// <summary>A day, month or year as the source gives it: 2025-10-01, 2025-10 or 2025.</summary>
    public string ConcludedOn { get; init; } = "";
    public YesNoUnknown MayEnterImpactCalculations { get; init; }
    public Text ImpactNote { get; init; }
    public Text DiffersNote { get; init; }
    public required Codes BasisStudies { get; init; }
    public Text SourceNote { get; init; }
    public string SourceUrl { get; init; } = "";
}

/// <summary>In the order they are shown.</summary>
public enum CueKind
{
    /// <summary>What must be in place.</summary>
    Precondition,

    /// <summary>What makes the effort work better.</summary>
    Cue,

    /// <summary>What to beware of.</summary>
    Caution,
}

/// <summary>A piece of practice knowledge about an intervention.</summary>
public sealed record PracticeCue
{
    public required string Id { get; init; }
    public CueKind Kind { get; init; }
    public required Codes Interventions { get; init; }
    public required Codes TargetGroups { get; init; }
    public Text Text { get; init; }
    public required Codes BasisStudies { get; init; }
    public string SourceUrl { get; init; } = "";
    public string Confidence { get; init; } = "";
}

/// <summary>Something that is not known, said plainly.</summary>
public sealed record OpenQuestion
{
    public required string Id { get; init; }
    public required Codes TargetGroups { get; init; }
    public required Codes Interventions { get; init; }
    public Text Text { get; init; }
    public string SourceUrl { get; init; } = "";
}

/// <summary>What happens to people like these without the intervention: so many of 100 within so many months.</summary>
public sealed record Baseline
{
    public required string Id { get; init; }
    public required Codes TargetGroups { get; init; }
    public required Codes Interventions { get; init; }
    public required string Outcome { get; init; }

    /// <summary>Of 100 people, from 0 to 100.</summary>
    public decimal Percent { get; init; }
    public decimal? Months { get; init; }
    public Text Text { get; init; }
    public string SourceUrl { get; init; } = "";
}

public enum PoolKind
{
    MetaAnalysis,
    SingleTrial,
    Descriptive,
    Association,
}

/// <summary>A pooled effect printed in somebody else's review, shown beside our own.</summary>
public sealed record PublishedPool
{
    public required string Id { get; init; }
    public required string Review { get; init; }
    public int? Year { get; init; }
    public PoolKind Kind { get; init; }
    public required Codes TargetGroups { get; init; }
    public required Codes Interventions { get; init; }
    public int? Trials { get; init; }
    public string Model { get; init; } = "";
    public Measure Measure { get; init; }

    /// <summary>The measure in the review's own words.</summary>
    public string MeasureOriginal { get; init; } = "";
    public decimal? Estimate { get; init; }
    public decimal? CiLow { get; init; }
    public decimal? CiHigh { get; init; }
    public decimal? I2 { get; init; }
    public Text Note { get; init; }
    public string SourceUrl { get; init; } = "";
}
