using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>What a visitor asks: does this work for these people?</summary>
public sealed record AnswerQuery(
    string TargetGroup,
    string Intervention,
    string? Outcome = null,
    string? EffectType = null,
    string Edition = Editions.Current,
    bool Strict = false
);

/// <summary>The five parts of an answer, side by side and never blended, from one version of the knowledge bank.</summary>
public sealed record Answer
{
    public required AnswerQuery Query { get; init; }
    public required BankVersion Version { get; init; }
    public required TaxonomyNode TargetGroup { get; init; }
    public required TaxonomyNode Intervention { get; init; }

    /// <summary>Null: the primary outcomes.</summary>
    public required TaxonomyNode? Outcome { get; init; }

    /// <summary>1. Jobeffekter's algorithm.</summary>
    public required JobEffect JobEffect { get; init; }

    /// <summary>The same with the other reading of C-15: strict where <see cref="JobEffect"/> is not, and the other way.</summary>
    public required JobEffect OtherReading { get; init; }

    /// <summary>2. The pooled effect of the cell; null when no two trials share a scale.</summary>
    public required PooledEffect? Pooled { get; init; }

    /// <summary>The same intervention over all target groups, where that is more trials than the cell.</summary>
    public required PooledEffect? PooledAcrossGroups { get; init; }

    /// <summary>What a caseworker may expect, computed from the trials; null without a pooled effect.</summary>
    public required Text? WhatToExpect { get; init; }

    /// <summary>Pooled effects others have published on the intervention.</summary>
    public required IReadOnlyList<PublishedPool> PublishedPools { get; init; }

    /// <summary>3. What professionals conclude about the cell, and whether it differs from 1.</summary>
    public required IReadOnlyList<ConclusionInAnswer> Conclusions { get; init; }

    /// <summary>4. What makes it work: preconditions, cues and cautions, in that order.</summary>
    public required IReadOnlyList<PracticeCue> Cues { get; init; }

    /// <summary>5. What is not known.</summary>
    public required IReadOnlyList<OpenQuestion> Unknowns { get; init; }

    /// <summary>Every result on the cell with its study, newest study first.</summary>
    public required IReadOnlyList<FindingInAnswer> Findings { get; init; }
    public required Reliability Reliability { get; init; }

    /// <summary>Whether the job effect may carry a behavioural effect in an impact calculation (CHOICE C-14).</summary>
    public required Admissibility Admissibility { get; init; }
}

/// <summary>A professional conclusion beside the job effect.</summary>
/// <param name="Differs">The algorithm reaches another direction or none.</param>
/// <param name="Why">Why they differ: computed, followed by the conclusion's own note where it has one.</param>
public sealed record ConclusionInAnswer(ProfessionalConclusion Conclusion, bool Differs, Text? Why);

/// <summary>A result, its study and the assessment that weighs it.</summary>
public sealed record FindingInAnswer(Finding Finding, Study Study, StudyAssessment? Assessment, bool IsExactGroup);

/// <summary>How surely the results were read.</summary>
public sealed record Reliability(
    int Findings,
    int Studies,
    int StudiesReadInFull,
    int FindingsFromAbstractOrSecondHand,
    int FindingsReconstructed,
    int StudiesProvisionallyAssessed,
    int SignificanceNotRead
)
{
    /// <summary>One plain sentence for the page; empty when there are no results.</summary>
    public required Text Sentence { get; init; }
}

public enum AdmissibilityKind
{
    /// <summary>Moderate or strong: may enter, no effect as zero.</summary>
    Admissible,

    /// <summary>Indication: as a sensitivity case only.</summary>
    Sensitivity,

    /// <summary>No behavioural effect.</summary>
    NotAdmissible,
}

public sealed record Admissibility(AdmissibilityKind Kind, Text Reason);
