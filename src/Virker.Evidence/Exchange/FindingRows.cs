using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

internal static class FindingRows
{
    private static readonly string[] Columns =
    [
        "finding_id",
        "study_id",
        "interventions",
        "intervention_original",
        "target_groups",
        "target_group_original",
        "outcome",
        "outcome_original",
        "effect_type",
        "follow_up",
        "follow_up_months",
        "gender",
        "age",
        "education",
        "direction",
        "significant",
        "measure",
        "estimate",
        "ci_low",
        "ci_high",
        "se",
        "estimate_unit",
        "events_treated",
        "n_treated",
        "events_control",
        "n_control",
        "pool",
        "comparator",
        "basis",
        "basis_note_da",
        "basis_note_en",
        "source_url",
        "note_da",
        "note_en",
    ];

    public static RowFormat<Finding> Format(EvidenceData data) =>
        new("findings", Columns, row => Checked(row, Read(row, data)), Write);

    private static Finding Read(RowReader row, EvidenceData data) =>
        new()
        {
            Id = row.Key("finding_id"),
            StudyId = row.Key("study_id"),
            Interventions = row.Interventions(data, required: true),
            InterventionOriginal = row.Line1("intervention_original"),
            TargetGroups = row.TargetGroups(data, required: true),
            TargetGroupOriginal = row.Line1("target_group_original"),
            Outcome = row.Outcome(data),
            OutcomeOriginal = row.Line1("outcome_original"),
            EffectType = row.Code("effect_type", [.. data.Taxonomy.EffectTypes.Select(t => t.Code)]),
            FollowUp = row.Line1("follow_up"),
            FollowUpMonths = row.Number("follow_up_months", 0, 600),
            Gender = row.Code("gender", data.Taxonomy.DelimitationCodes("gender")),
            Age = row.Code("age", data.Taxonomy.DelimitationCodes("age")),
            Education = row.Code("education", data.Taxonomy.DelimitationCodes("education")),
            Direction = row.Enum<Direction>("direction"),
            Significant = row.Enum<YesNoUnknown>("significant"),
            Measure = CsvCell.ReadMeasure(row, "measure"),
            Estimate = row.Number("estimate"),
            CiLow = row.Number("ci_low"),
            CiHigh = row.Number("ci_high"),
            Se = row.Number("se", 0),
            EstimateUnit = row.Line1("estimate_unit"),
            EventsTreated = row.WholeNumber("events_treated", 0),
            NTreated = row.WholeNumber("n_treated", 1),
            EventsControl = row.WholeNumber("events_control", 0),
            NControl = row.WholeNumber("n_control", 1),
            Pool = row.Enum<PoolRole>("pool", PoolRole.NotSet),
            Comparator = row.Line1("comparator"),
            Basis = row.Enum<Basis>("basis"),
            BasisNote = row.Both("basis_note"),
            SourceUrl = row.Url("source_url"),
            Note = row.Both("note"),
        };

    /// <summary>What only several cells together can show.</summary>
    private static Finding Checked(RowReader row, Finding f)
    {
        Events(row, "events_treated", f.EventsTreated, f.NTreated);
        Events(row, "events_control", f.EventsControl, f.NControl);
        if (!f.HasCounts && (f.EventsTreated is not null || f.EventsControl is not null))
            row.Wrong("events_treated", EvidenceText.CountsIncomplete);
        if (f.Pool == PoolRole.Main && !f.HasCounts)
            row.Wrong("pool", EvidenceText.MainNeedsCounts);
        if (f.CiLow > f.CiHigh)
            row.Wrong("ci_low", EvidenceText.IntervalTurned);
        else if (f.Estimate < f.CiLow || f.Estimate > f.CiHigh)
            row.Wrong("estimate", EvidenceText.EstimateOutsideInterval);
        if (f.Measure is Measure.RR or Measure.OR or Measure.HR && f.Estimate <= 0)
            row.Wrong("estimate", EvidenceText.RatioPositive);
        if (f.Measure == Measure.NotGiven && f.Estimate is not null)
            row.Wrong("measure", EvidenceText.EstimateNeedsMeasure);
        return f;
    }

    private static void Events(RowReader row, string column, int? events, int? total)
    {
        if (events > total)
            row.Wrong(column, EvidenceText.EventsAboveTotal(events.Value, total.Value));
    }

    private static string[] Write(Finding f) =>
        [
            f.Id,
            f.StudyId,
            CsvCell.Of(f.Interventions),
            CsvCell.Of(f.InterventionOriginal),
            CsvCell.Of(f.TargetGroups),
            CsvCell.Of(f.TargetGroupOriginal),
            f.Outcome,
            CsvCell.Of(f.OutcomeOriginal),
            f.EffectType,
            CsvCell.Of(f.FollowUp),
            CsvCell.Of(f.FollowUpMonths),
            f.Gender,
            f.Age,
            f.Education,
            f.Direction.Code(),
            f.Significant.Code(),
            CsvCell.Of(f.Measure),
            CsvCell.Of(f.Estimate),
            CsvCell.Of(f.CiLow),
            CsvCell.Of(f.CiHigh),
            CsvCell.Of(f.Se),
            CsvCell.Of(f.EstimateUnit),
            CsvCell.Of(f.EventsTreated),
            CsvCell.Of(f.NTreated),
            CsvCell.Of(f.EventsControl),
            CsvCell.Of(f.NControl),
            CsvCell.Of(f.Pool),
            CsvCell.Of(f.Comparator),
            f.Basis.Code(),
            CsvCell.Of(f.BasisNote.Da),
            CsvCell.Of(f.BasisNote.En),
            f.SourceUrl,
            CsvCell.Of(f.Note.Da),
            CsvCell.Of(f.Note.En),
        ];
}
