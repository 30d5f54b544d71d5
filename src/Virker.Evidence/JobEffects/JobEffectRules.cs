using Virker.Evidence.Bank;
using Virker.Platform;

namespace Virker.Evidence.JobEffects;

/// <summary>A weight as published or chosen.</summary>
/// <param name="Scheme">current or 2019.</param>
/// <param name="Status">read, inferred or choice.</param>
public sealed record Weight(
    string Scheme,
    string Component,
    string Code,
    Text Label,
    decimal Value,
    string Status,
    Text Note,
    string SourceTitle,
    string SourceUrl
);

/// <summary>Everything the algorithm takes from <c>data/rules</c>.</summary>
public sealed record JobEffectRules(
    IReadOnlyList<Weight> Weights,
    IReadOnlyList<JobEffectChoice> Choices,
    IReadOnlyList<LevelRule> Levels,
    ProvisionalAssessment ProvisionalAssessment
);

/// <summary>A conclusion or level with its thresholds.</summary>
public sealed record LevelRule(
    string Scheme,
    string Code,
    Text Label,
    Text Rule,
    decimal? MinTotalStock,
    decimal? MinDirectionShare,
    decimal? MinDirectionStock,
    string Status,
    string SourceUrl
);

/// <summary>The published rule that stands in where no researcher has assessed a study.</summary>
public sealed record ProvisionalAssessment(IReadOnlyList<ProvisionalRule> Rules)
{
    public StudyAssessment Assess(Study study, Assessment? byResearcher) =>
        throw new NotSupportedException($"{study} {byResearcher?.Quality}");
}

public sealed record ProvisionalRule(
    string Id,
    string Criterion,
    string? Value,
    int? MinValue,
    int Points,
    string? Result,
    Text Label,
    Text Explanation,
    string SourceUrl
);
