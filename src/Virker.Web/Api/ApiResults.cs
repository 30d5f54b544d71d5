using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Notes;

namespace Virker.Web.Api;

/// <summary>A study with its assessment and all its results.</summary>
public sealed record StudyInFull(Study Study, StudyAssessment Assessment, IReadOnlyList<Finding> Findings);

/// <summary>A page of results.</summary>
public sealed record FindingPage(IReadOnlyList<Finding> Findings, int Total, int Page, int Pages)
{
    public static FindingPage Of(IReadOnlyList<Finding> all, int page, int size) =>
        new(
            [.. all.Skip((int)Math.Min((page - 1L) * size, all.Count)).Take(size)],
            all.Count,
            page,
            Math.Max(1, (all.Count + size - 1) / size)
        );
}

/// <summary>Everything the algorithm weighs by.</summary>
public sealed record JobEffectWeights(
    IReadOnlyList<Weight> Weights,
    IReadOnlyList<JobEffectChoice> Choices,
    IReadOnlyList<LevelRule> Levels,
    IReadOnlyList<ProvisionalRule> ProvisionalAssessment
)
{
    public static JobEffectWeights Of(JobEffectRules rules) =>
        new(rules.Weights, rules.Choices, rules.Levels, rules.ProvisionalAssessment.Rules);
}

/// <summary>The brief as text in the language of the request.</summary>
public sealed record NoteInOneLanguage(
    string Title,
    string Subtitle,
    DateOnly Date,
    IReadOnlyList<string> Summary,
    IReadOnlyList<NoteSectionInOneLanguage> Sections,
    IReadOnlyList<string> Unknowns,
    IReadOnlyList<string> Footnotes,
    IReadOnlyList<string> Method,
    IReadOnlyList<Study> References,
    NoteNumbers Numbers
)
{
    public static NoteInOneLanguage Of(Note note) =>
        new(
            note.Title.ToString(),
            note.Subtitle.ToString(),
            note.Date,
            [.. note.Summary.Select(text => text.ToString())],
            [.. note.Sections.Select(NoteSectionInOneLanguage.Of)],
            [.. note.Unknowns.Select(unknown => unknown.Text.ToString())],
            [.. note.Footnotes.OrderBy(f => f.Number).Select(f => f.Text.ToString())],
            [.. note.Method.Select(paragraph => $"{paragraph.Heading}: {paragraph.Text}")],
            note.References,
            note.Numbers
        );
}

/// <summary>One conclusion of the brief.</summary>
public sealed record NoteSectionInOneLanguage(
    string ConclusionId,
    string Heading,
    string Text,
    string Advice,
    string Strength,
    string Basis,
    string? WhatToExpect,
    IReadOnlyList<NoteCellInOneLanguage> Cells,
    IReadOnlyList<string> Cues,
    IReadOnlyList<string> Studies
)
{
    public static NoteSectionInOneLanguage Of(NoteSection section) =>
        new(
            section.Conclusion.Id,
            section.Conclusion.Heading.ToString(),
            section.Conclusion.Text.ToString(),
            section.Conclusion.Advice.ToString(),
            section.Conclusion.Strength,
            section.Basis.ToString(),
            section.WhatToExpect?.ToString(),
            [
                .. section.Cells.Select(cell => new NoteCellInOneLanguage(
                    cell.TargetGroup.Code,
                    cell.Intervention.Code,
                    cell.JobEffect.Conclusion,
                    cell.JobEffect.Level,
                    cell.Pooled?.Effect.Estimate,
                    cell.Differs,
                    cell.Status.ToString()
                )),
            ],
            [.. section.Cues.Select(cue => cue.Text.ToString())],
            [.. section.Studies.Select(study => study.Id)]
        );
}

/// <summary>A cell a conclusion concerns.</summary>
public sealed record NoteCellInOneLanguage(
    string TargetGroup,
    string Intervention,
    JobEffectConclusion JobEffect,
    EvidenceLevel Level,
    double? PooledRiskRatio,
    bool Differs,
    string Status
);
