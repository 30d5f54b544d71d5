using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Map;
using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.Notes;

/// <summary>The brief "Hvad virker?": generated from one version of the bank, in both languages.</summary>
public sealed record Note(
    Text Title,
    Text Subtitle,
    DateOnly Date,
    BankVersion Version,
    IReadOnlyList<Text> Summary,
    IReadOnlyList<NoteSection> Sections,
    EvidenceMap Map,
    IReadOnlyList<OpenQuestion> Unknowns,
    IReadOnlyList<NoteFootnote> Footnotes,
    IReadOnlyList<NoteParagraph> Method,
    IReadOnlyList<Study> References,
    NoteNumbers Numbers
);

/// <summary>How much the note rests on.</summary>
public sealed record NoteNumbers(int Studies, int Findings, int FindingsWithNumbers, int ReadInFull, int Provisional);

/// <summary>A professional conclusion with what stands beside it.</summary>
/// <param name="Cells">The job effect and the pooled effect of the cells the conclusion concerns.</param>
/// <param name="Figure">The pooled effect to draw as a forest plot; null for none.</param>
/// <param name="Footnotes">Keys of the footnotes the section calls.</param>
public sealed record NoteSection(
    ProfessionalConclusion Conclusion,
    Text Basis,
    IReadOnlyList<NoteCell> Cells,
    PooledEffect? Figure,
    Text? WhatToExpect,
    IReadOnlyList<PracticeCue> Cues,
    IReadOnlyList<Study> Studies,
    IReadOnlyList<string> Footnotes
);

/// <param name="Status">Statuses 1–3 in one sentence: job effect, pooled effect, professional conclusion.</param>
public sealed record NoteCell(
    TaxonomyNode TargetGroup,
    TaxonomyNode Intervention,
    JobEffect JobEffect,
    PooledEffect? Pooled,
    bool Differs,
    Text Status
);

/// <param name="Key">averages, professional_and_algorithm, impact_calculations, provisional or reading.</param>
public sealed record NoteFootnote(string Key, int Number, Text Text);

public sealed record NoteParagraph(Text Heading, Text Text);
