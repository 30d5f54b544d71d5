using System.Globalization;
using Virker.Cli.Output;
using Virker.Platform;
using Virker.Statistics;
using Virker.Statistics.EffectSizes;

namespace Virker.Cli.Pool;

/// <summary>Studies to pool, read from CSV: their effects, and the file for its further columns.</summary>
internal sealed record PoolFile(IReadOnlyList<string> Studies, IReadOnlyList<Effect> Effects, DataFile Data)
{
    public static readonly string[] Counts = ["events_treated", "n_treated", "events_control", "n_control"];
    public static readonly string[] Means =
    [
        "mean_treated",
        "sd_treated",
        "n_treated",
        "mean_control",
        "sd_control",
        "n_control",
    ];
    public static readonly string[] Generic = ["yi", "vi"];

    /// <summary>Beyond it squares are not held by a computer's arithmetic.</summary>
    private const double Largest = 1e140;

    public static PoolFile Read(
        Stream stream,
        string name,
        PoolMeasure measure,
        IReadOnlyList<string> moderators,
        string? subgroup,
        Missing missing
    )
    {
        string[] numbers = measure switch
        {
            PoolMeasure.GEN => Generic,
            PoolMeasure.SMD or PoolMeasure.MD => Means,
            PoolMeasure.RR or PoolMeasure.OR or PoolMeasure.RD => Counts,
        };
        var file = DataFile.Read(stream, name, [.. numbers, .. moderators], ["study", subgroup], missing);
        var studies = file.Names("study");
        double[][] columns =
        [
            .. numbers.Select(column => (IsCount(column) ? file.WholeNumbers(column) : file.Numbers(column)).ToArray()),
        ];
        List<double[]> rows =
            file.Errors.Count > 0 ? [] : [.. studies.Select((_, i) => columns.Select(column => column[i]).ToArray())];
        foreach (var (i, row) in rows.Index())
            Check(file, i, numbers, row);
        var effects =
            file.Errors.Count > 0 ? [] : rows.Select((row, i) => EffectOf(file, i, numbers[0], measure, row)).ToArray();
        return file.Errors.Count > 0 ? new([], [], file) : new(studies, effects, file);
    }

    // One at a time, so that a study without an effect is named by its row.
    private static Effect EffectOf(DataFile file, int i, string column, PoolMeasure measure, double[] row)
    {
        try
        {
            var effect = EffectsOf(measure, [row])[0];
            if (Math.Abs(effect.Estimate) < Largest && effect.Variance is > 1 / Largest and < Largest)
                return effect;
            file.Wrong(i, column, PoolText.OutOfRange);
        }
        catch (NoEstimateException)
        {
            file.Wrong(i, column, PoolText.NoEffect);
        }

        return default;
    }

    private static IReadOnlyList<Effect> EffectsOf(PoolMeasure measure, List<double[]> rows) =>
        measure switch
        {
            PoolMeasure.RR => EffectSize.RiskRatios(Tables(rows)),
            PoolMeasure.OR => EffectSize.OddsRatios(Tables(rows)),
            PoolMeasure.RD => EffectSize.RiskDifferences(Tables(rows)),
            PoolMeasure.MD => EffectSize.MeanDifferences(Arms(rows)),
            PoolMeasure.SMD => EffectSize.StandardizedMeanDifferences(Arms(rows)),
            PoolMeasure.GEN => [.. rows.Select(row => new Effect(row[0], row[1]))],
        };

    private static List<TwoByTwo> Tables(List<double[]> rows) =>
        [.. rows.Select(row => new TwoByTwo(row[0], row[1], row[2], row[3]))];

    private static List<TwoMeans> Arms(List<double[]> rows) =>
        [.. rows.Select(row => new TwoMeans(row[0], row[1], row[2], row[3], row[4], row[5]))];

    /// <summary>People are counted in whole numbers: 2.200 of them are thousands, or a slip.</summary>
    private static bool IsCount(string column) =>
        column.StartsWith("n_", StringComparison.Ordinal) || column.StartsWith("events_", StringComparison.Ordinal);

    private static void Check(DataFile file, int row, string[] columns, double[] values)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            bool isTotal = columns[i].StartsWith("n_", StringComparison.Ordinal);
            if (isTotal && values[i] <= 0)
                file.Wrong(row, columns[i], PoolText.Positive);
            else if (columns[i].StartsWith("events_", StringComparison.Ordinal) && values[i] < 0)
                file.Wrong(row, columns[i], PoolText.NotNegative);
            else if (columns[i].StartsWith("events_", StringComparison.Ordinal) && values[i] > values[i + 1])
                file.Wrong(row, columns[i], PoolText.AboveTotal(columns[i + 1], values[i + 1]));
            else if (columns[i].StartsWith("sd_", StringComparison.Ordinal) && values[i] < 0)
                file.Wrong(row, columns[i], PoolText.NotNegative);
            else if (columns[i] == "vi" && values[i] <= 0)
                file.Wrong(row, columns[i], PoolText.Positive);
            else if (isTotal && columns[0] == Means[0] && values[i] < 2)
                file.Wrong(row, columns[i], PoolText.TwoOrMore);
        }
    }
}

internal static class PoolText
{
    public static readonly Text Positive = new("et tal over 0 ventes", "a number above 0 is expected");
    public static readonly Text NotNegative = new("0 eller derover ventes", "0 or more is expected");
    public static readonly Text TwoOrMore = new("mindst 2 personer ventes", "at least 2 people are expected");

    public static readonly Text NoEffect = new(
        "rækken giver ingen effekt: begge grupper er uden spredning, eller der er for få personer. Udelad studiet",
        "the row gives no effect: neither arm has any spread, or there are too few people. Leave the study out"
    );
    public static readonly Text OutOfRange = new(
        "rækken er for stor eller for lille til at regne med",
        "the row is too large or too small to compute with"
    );

    public static Text AboveTotal(string total, double n) =>
        new(
            $"flere hændelser end personer: {total} er {n.ToString(CultureInfo.InvariantCulture)}. Er kolonnerne byttet om?",
            $"more events than people: {total} is {n.ToString(CultureInfo.InvariantCulture)}. Are the columns swapped?"
        );
}
