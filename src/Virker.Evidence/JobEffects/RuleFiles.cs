using Virker.Platform.Import;

namespace Virker.Evidence.JobEffects;

internal static class RuleFiles
{
    public static JobEffectRules Load(string folder) =>
        new(
            EvidenceData.Rows(folder, "jobeffekter_weights.csv", Weight),
            EvidenceData.Rows(folder, "jobeffekter_choices.csv", Choice),
            EvidenceData.Rows(folder, "evidence_levels.csv", Level),
            new ProvisionalAssessment(EvidenceData.Rows(folder, "provisional_assessment.csv", Provisional))
        );

    private static Weight Weight(RowReader row) =>
        new(
            row.Key("scheme"),
            row.Key("component"),
            row.Key("code"),
            EvidenceData.Pair(row, "label"),
            Number(row, "weight", 0, 1),
            row.Raw("status"),
            EvidenceData.Pair(row, "note"),
            row.Raw("source_title"),
            row.Raw("source_url")
        );

    private static JobEffectChoice Choice(RowReader row) =>
        new(
            row.Key("choice_id"),
            row.Raw("value"),
            EvidenceData.Pair(row, "text"),
            EvidenceData.Pair(row, "reason"),
            row.Raw("source_url")
        );

    private static LevelRule Level(RowReader row) =>
        new(
            row.Key("scheme"),
            row.Key("code"),
            EvidenceData.Pair(row, "label"),
            EvidenceData.Pair(row, "rule"),
            row.Number("min_total_stock"),
            row.Number("min_direction_share", 0, 1),
            row.Number("min_direction_stock"),
            row.Raw("status"),
            row.Raw("source_url")
        );

    private static ProvisionalRule Provisional(RowReader row) =>
        new(
            row.Key("rule_id"),
            row.Key("criterion"),
            row.Raw("value"),
            row.WholeNumber("min_value"),
            row.WholeNumber("points") ?? 0,
            row.Raw("result"),
            EvidenceData.Pair(row, "label"),
            EvidenceData.Pair(row, "explanation"),
            row.Raw("source_url")
        );

    private static decimal Number(RowReader row, string column, decimal min, decimal max)
    {
        if (row.Number(column, min, max) is { } number)
            return number;
        if (row.Raw(column) == "")
            row.Wrong(column, ImportText.Required);
        return 0;
    }
}
