using Virker.Evidence.Shipped;
using Virker.Platform.Import;

namespace Virker.Evidence.JobEffects;

internal static class RuleFiles
{
    public static JobEffectRules Load(string folder) =>
        new(
            DataFile.Rows(folder, "jobeffekter_weights.csv", Weight),
            DataFile.Rows(folder, "jobeffekter_choices.csv", Choice),
            DataFile.Rows(folder, "evidence_levels.csv", Level),
            new ProvisionalAssessment(DataFile.Rows(folder, "provisional_assessment.csv", Provisional))
        );

    private static Weight Weight(RowReader row) =>
        new(
            row.Key("scheme"),
            row.Key("component"),
            row.Key("code"),
            DataFile.Pair(row, "label"),
            Number(row, "weight", 0, 1),
            row.Raw("status"),
            DataFile.Pair(row, "note"),
            row.Raw("source_title"),
            row.Raw("source_url")
        );

    private static JobEffectChoice Choice(RowReader row) =>
        new(
            row.Key("choice_id"),
            row.Raw("value"),
            DataFile.Pair(row, "text"),
            DataFile.Pair(row, "reason"),
            row.Raw("source_url")
        );

    private static LevelRule Level(RowReader row) =>
        new(
            row.Key("scheme"),
            row.Key("code"),
            DataFile.Pair(row, "label"),
            DataFile.Pair(row, "rule"),
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
            DataFile.Pair(row, "label"),
            DataFile.Pair(row, "explanation"),
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
