using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Baselines and pooled effects published elsewhere.</summary>
internal static class NumberRows
{
    public static RowFormat<Baseline> Baselines(EvidenceData data) =>
        new(
            "baselines",
            [
                "baseline_id",
                "target_groups",
                "interventions",
                "outcome",
                "percent",
                "months",
                "text_da",
                "text_en",
                "source_url",
            ],
            row => new Baseline
            {
                Id = row.Key("baseline_id"),
                TargetGroups = row.TargetGroups(data),
                Interventions = row.Interventions(data),
                Outcome = row.Outcome(data),
                Percent = Required(row, "percent", row.Number("percent", 0, 100)),
                Months = row.Number("months", 0, 600),
                Text = row.Both("text", required: true),
                SourceUrl = row.Url("source_url"),
            },
            b =>
                [
                    b.Id,
                    CsvCell.Of(b.TargetGroups),
                    CsvCell.Of(b.Interventions),
                    b.Outcome,
                    CsvCell.Of(b.Percent),
                    CsvCell.Of(b.Months),
                    CsvCell.Of(b.Text.Da),
                    CsvCell.Of(b.Text.En),
                    b.SourceUrl,
                ]
        );

    public static RowFormat<PublishedPool> Pools(EvidenceData data) =>
        new(
            "pools",
            [
                "pool_id",
                "review",
                "year",
                "kind",
                "interventions",
                "target_groups",
                "k_trials",
                "model",
                "measure",
                "measure_original",
                "estimate",
                "ci_low",
                "ci_high",
                "i2",
                "note_da",
                "note_en",
                "source_url",
            ],
            row =>
                Checked(
                    row,
                    new PublishedPool
                    {
                        Id = row.Key("pool_id"),
                        Review = row.Line1("review", required: true),
                        Year = row.WholeNumber("year", 1900, 2100),
                        Kind = row.Enum<PoolKind>("kind"),
                        Interventions = row.Interventions(data),
                        TargetGroups = row.TargetGroups(data),
                        Trials = row.WholeNumber("k_trials", 1),
                        Model = row.Line1("model"),
                        Measure = CsvCell.ReadMeasure(row, "measure"),
                        MeasureOriginal = row.Line1("measure_original"),
                        Estimate = row.Number("estimate"),
                        CiLow = row.Number("ci_low"),
                        CiHigh = row.Number("ci_high"),
                        I2 = row.Number("i2", 0, 100),
                        Note = row.Both("note"),
                        SourceUrl = row.Url("source_url"),
                    }
                ),
            p =>
                [
                    p.Id,
                    CsvCell.Of(p.Review),
                    CsvCell.Of(p.Year),
                    p.Kind.Code(),
                    CsvCell.Of(p.Interventions),
                    CsvCell.Of(p.TargetGroups),
                    CsvCell.Of(p.Trials),
                    CsvCell.Of(p.Model),
                    CsvCell.Of(p.Measure),
                    CsvCell.Of(p.MeasureOriginal),
                    CsvCell.Of(p.Estimate),
                    CsvCell.Of(p.CiLow),
                    CsvCell.Of(p.CiHigh),
                    CsvCell.Of(p.I2),
                    CsvCell.Of(p.Note.Da),
                    CsvCell.Of(p.Note.En),
                    p.SourceUrl,
                ]
        );

    private static PublishedPool Checked(RowReader row, PublishedPool pool)
    {
        if (pool.CiLow > pool.CiHigh)
            row.Wrong("ci_low", EvidenceText.IntervalTurned);
        return pool;
    }

    private static decimal Required(RowReader row, string column, decimal? number)
    {
        if (number is null && row.Raw(column) == "")
            row.Wrong(column, ImportText.Required);
        return number ?? 0;
    }
}
