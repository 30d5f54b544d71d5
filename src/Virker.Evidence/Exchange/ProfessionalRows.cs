using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Assessments, conclusions, cues and open questions: what people have judged.</summary>
internal static class ProfessionalRows
{
    public static RowFormat<Assessment> Assessments(EvidenceData data)
    {
        var qualities = data.Rules.Codes("quality");
        return new(
            "assessments",
            ["study_id", "quality", "assessed_by_role", "assessed_on", "reason_da", "reason_en"],
            row => new Assessment
            {
                StudyId = row.Key("study_id"),
                Quality = row.Code("quality", qualities),
                AssessedByRole = row.Line1("assessed_by_role", required: true),
                AssessedOn = row.Date("assessed_on"),
                Reason = row.Both("reason"),
            },
            a =>
                [
                    a.StudyId,
                    a.Quality,
                    CsvCell.Of(a.AssessedByRole),
                    CsvCell.Of(a.AssessedOn),
                    CsvCell.Of(a.Reason.Da),
                    CsvCell.Of(a.Reason.En),
                ]
        );
    }

    public static RowFormat<ProfessionalConclusion> Conclusions(EvidenceData data) =>
        new(
            "conclusions",
            [
                "conclusion_id",
                "order",
                "target_groups",
                "interventions",
                "heading_da",
                "heading_en",
                "text_da",
                "text_en",
                "advice_da",
                "advice_en",
                "strength",
                "concluded_by_da",
                "concluded_by_en",
                "concluded_on",
                "may_enter_impact_calculations",
                "impact_note_da",
                "impact_note_en",
                "differs_note_da",
                "differs_note_en",
                "basis_studies",
                "source_note_da",
                "source_note_en",
                "source_url",
            ],
            row => new ProfessionalConclusion
            {
                Id = row.Key("conclusion_id"),
                Order = row.WholeNumber("order", 1) ?? 1,
                TargetGroups = row.TargetGroups(data, required: true),
                Interventions = row.Interventions(data, required: true),
                Heading = row.Both("heading", required: true),
                Text = row.Both("text", required: true),
                Advice = row.Both("advice"),
                Strength = row.Line1("strength"),
                ConcludedBy = row.Both("concluded_by", required: true),
                ConcludedOn = row.PartialDate("concluded_on"),
                MayEnterImpactCalculations = row.Enum<YesNoUnknown>("may_enter_impact_calculations"),
                ImpactNote = row.Both("impact_note"),
                DiffersNote = row.Both("differs_note"),
                BasisStudies = row.BasisStudies(),
                SourceNote = row.Both("source_note"),
                SourceUrl = row.Url("source_url"),
            },
            c =>
                [
                    c.Id,
                    CsvCell.Of(c.Order),
                    CsvCell.Of(c.TargetGroups),
                    CsvCell.Of(c.Interventions),
                    CsvCell.Of(c.Heading.Da),
                    CsvCell.Of(c.Heading.En),
                    CsvCell.Of(c.Text.Da),
                    CsvCell.Of(c.Text.En),
                    CsvCell.Of(c.Advice.Da),
                    CsvCell.Of(c.Advice.En),
                    CsvCell.Of(c.Strength),
                    CsvCell.Of(c.ConcludedBy.Da),
                    CsvCell.Of(c.ConcludedBy.En),
                    c.ConcludedOn,
                    c.MayEnterImpactCalculations.Code(),
                    CsvCell.Of(c.ImpactNote.Da),
                    CsvCell.Of(c.ImpactNote.En),
                    CsvCell.Of(c.DiffersNote.Da),
                    CsvCell.Of(c.DiffersNote.En),
                    CsvCell.Of(c.BasisStudies),
                    CsvCell.Of(c.SourceNote.Da),
                    CsvCell.Of(c.SourceNote.En),
                    c.SourceUrl,
                ]
        );

    public static RowFormat<PracticeCue> Cues(EvidenceData data) =>
        new(
            "cues",
            [
                "cue_id",
                "kind",
                "interventions",
                "target_groups",
                "text_da",
                "text_en",
                "basis_studies",
                "source_url",
                "confidence",
            ],
            row => new PracticeCue
            {
                Id = row.Key("cue_id"),
                Kind = row.Enum<CueKind>("kind"),
                Interventions = row.Interventions(data),
                TargetGroups = row.TargetGroups(data),
                Text = row.Both("text", required: true),
                BasisStudies = row.BasisStudies(),
                SourceUrl = row.Url("source_url"),
                Confidence = row.Line1("confidence"),
            },
            c =>
                [
                    c.Id,
                    c.Kind.Code(),
                    CsvCell.Of(c.Interventions),
                    CsvCell.Of(c.TargetGroups),
                    CsvCell.Of(c.Text.Da),
                    CsvCell.Of(c.Text.En),
                    CsvCell.Of(c.BasisStudies),
                    c.SourceUrl,
                    CsvCell.Of(c.Confidence),
                ]
        );

    public static RowFormat<OpenQuestion> Unknowns(EvidenceData data) =>
        new(
            "unknowns",
            ["unknown_id", "interventions", "target_groups", "text_da", "text_en", "source_url"],
            row => new OpenQuestion
            {
                Id = row.Key("unknown_id"),
                Interventions = row.Interventions(data),
                TargetGroups = row.TargetGroups(data),
                Text = row.Both("text", required: true),
                SourceUrl = row.Url("source_url"),
            },
            q =>
                [
                    q.Id,
                    CsvCell.Of(q.Interventions),
                    CsvCell.Of(q.TargetGroups),
                    CsvCell.Of(q.Text.Da),
                    CsvCell.Of(q.Text.En),
                    q.SourceUrl,
                ]
        );
}
