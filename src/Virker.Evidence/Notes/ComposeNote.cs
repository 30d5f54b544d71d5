using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Map;
using Virker.Platform;

namespace Virker.Evidence.Notes;

/// <summary>Composes the brief from one version of the bank. Nothing in it is written by hand but the conclusions and
/// what surrounds them; every number comes from the answer it stands beside.</summary>
public static class ComposeNote
{
    /// <summary>The same version gives the same note.</summary>
    public static Note From(KnowledgeBank bank) => bank.Remember(typeof(ComposeNote), () => Compose(bank));

    private static Note Compose(KnowledgeBank bank)
    {
        var sections = bank.Content.Conclusions.OrderBy(c => c.Order).Select(c => Section(bank, c)).ToList();
        var cited = sections.SelectMany(s => s.Studies).DistinctBy(s => s.Id).ToList();
        return new Note(
            new Text("Hvad virker?", "What works?"),
            new Text(
                "Viden om, hvad der får borgere langt fra arbejdsmarkedet i job",
                "Knowledge about what gets citizens far from the labour market into jobs"
            ),
            DanishTime.DayOf(bank.Version.CreatedAt),
            bank.Version,
            [.. sections.Select(s => NoteText.Summary(s))],
            sections,
            EvidenceMap.For(bank),
            bank.Content.Unknowns,
            NoteText.Footnotes,
            NoteText.Method,
            [.. cited.OrderBy(s => s.Authors, StringComparer.Ordinal).ThenBy(s => s.Year)],
            Numbers(bank)
        );
    }

    private static NoteSection Section(KnowledgeBank bank, ProfessionalConclusion conclusion)
    {
        var answers = (
            from targetGroup in conclusion.TargetGroups
            from intervention in conclusion.Interventions
            select AnswerQuestion.For(bank, new AnswerQuery(targetGroup, intervention))
        ).ToList();
        var cells = answers.Select(answer => Cell(answer, conclusion)).ToList();
        var pooled = answers.Where(answer => answer.Pooled is not null).MaxBy(answer => answer.Pooled!.Trials);
        var studies = conclusion
            .BasisStudies.Select(bank.FindStudy)
            .OfType<Study>()
            .Concat(
                answers.SelectMany(a => a.Pooled?.Effects ?? []).Select(e => bank.FindStudy(e.StudyId)).OfType<Study>()
            )
            .Concat(
                answers
                    .SelectMany(a => a.JobEffect.Contributions)
                    .Select(c => bank.FindStudy(c.StudyId))
                    .OfType<Study>()
            )
            .DistinctBy(study => study.Id)
            .ToList();
        var footnotes = new List<string> { NoteText.Averages, NoteText.ImpactCalculations };
        if (cells.Any(cell => cell.Differs))
            footnotes.Add(NoteText.ProfessionalAndAlgorithm);
        if (cells.Any(cell => cell.JobEffect.IsProvisional))
            footnotes.Add(NoteText.Provisional);
        if (studies.Any(study => study.ReadDepth != ReadDepth.FullText))
            footnotes.Add(NoteText.Reading);
        return new NoteSection(
            conclusion,
            NoteText.Basis(studies, answers.SelectMany(a => a.Findings).DistinctBy(f => f.Finding.Id).Count()),
            cells,
            pooled?.Pooled,
            pooled?.WhatToExpect,
            [.. answers.SelectMany(a => a.Cues).DistinctBy(cue => cue.Id)],
            studies,
            footnotes
        );
    }

    private static NoteCell Cell(Answer answer, ProfessionalConclusion conclusion)
    {
        bool differs = answer.Conclusions.Any(c => c.Conclusion.Id == conclusion.Id && c.Differs);
        return new NoteCell(
            answer.TargetGroup,
            answer.Intervention,
            answer.JobEffect,
            answer.Pooled,
            differs,
            NoteText.Status(answer, differs)
        );
    }

    private static NoteNumbers Numbers(KnowledgeBank bank) =>
        new(
            bank.Content.Studies.Count,
            bank.Content.Findings.Count,
            bank.Content.Findings.Count(finding => finding.HasNumbers),
            bank.Content.Studies.Count(study => study.ReadDepth == ReadDepth.FullText),
            bank.Content.Studies.Count(study => bank.AssessmentOf(study.Id).IsProvisional)
        );
}
