using System.Globalization;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

internal enum PoolMeasure
{
    RR,
    OR,
    RD,
    SMD,
    MD,
    GEN,
}

/// <summary>Studies to pool, read from CSV: their effects, and the further columns as text.</summary>
internal sealed record PoolFile(
    IReadOnlyList<string> Studies,
    IReadOnlyList<Effect> Effects,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Columns,
    IReadOnlyList<RowError> Errors
)
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

    public static PoolFile Read(Stream stream, string name, PoolMeasure measure, IReadOnlyList<string> further)
    {
        var table = CsvTable.Read(stream, name);
        string[] numbers = measure switch
        {
            PoolMeasure.GEN => Generic,
            PoolMeasure.SMD or PoolMeasure.MD => Means,
            _ => Counts,
        };
        var errors = new List<RowError>(table.Errors);
        var columns = new Dictionary<string, int>();
        for (int i = 0; i < table.Header.Count; i++)
        {
            if (!columns.TryAdd(table.Header[i], i))
            {
                errors.Add(new RowError(name, 1, table.Header[i], null, PoolText.Twice));
            }
        }

        string[] needed = ["study", .. numbers, .. further];
        if (table.Header.Count > 0)
        {
            errors.AddRange(
                needed
                    .Where(column => !columns.ContainsKey(column))
                    .Select(column => new RowError(name, 1, column, null, PoolText.Missing(needed)))
            );
        }

        if (errors.Count > 0)
        {
            return Refused(errors);
        }

        var values = new List<double[]>();
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(name, columns, row);
            _ = reader.Line1("study", required: true);
            double[] read = [.. numbers.Select(column => Number(reader, column))];
            if (reader.Errors.Count == 0)
            {
                Check(reader, numbers, read);
            }

            errors.AddRange(reader.Errors);
            values.Add(read);
        }

        if (errors.Count > 0)
        {
            return Refused(errors);
        }

        return new PoolFile(
            [.. table.Rows.Select(row => row.Cells[columns["study"]].Trim())],
            EffectsOf(measure, values),
            further
                .Distinct()
                .ToDictionary(
                    column => column,
                    IReadOnlyList<string> (column) => [.. table.Rows.Select(row => row.Cells[columns[column]].Trim())]
                ),
            []
        );
    }

    /// <summary>A column as numbers, or null with the errors of the cells that are none.</summary>
    public IReadOnlyList<double>? Numeric(string column, string file, List<RowError> errors)
    {
        var cells = Columns[column];
        double[] numbers = new double[cells.Count];
        int before = errors.Count;
        for (int i = 0; i < cells.Count; i++)
        {
            if (!TryNumber(cells[i], out numbers[i]))
            {
                errors.Add(new RowError(file, i + 2, column, cells[i], PoolText.Moderator));
            }
        }

        return errors.Count == before ? numbers : null;
    }

    private static IReadOnlyList<Effect> EffectsOf(PoolMeasure measure, List<double[]> rows) =>
        measure switch
        {
            PoolMeasure.RR => EffectSize.RiskRatios(Tables(rows)),
            PoolMeasure.OR => EffectSize.OddsRatios(Tables(rows)),
            PoolMeasure.RD => EffectSize.RiskDifferences(Tables(rows)),
            PoolMeasure.MD => EffectSize.MeanDifferences(Arms(rows)),
            PoolMeasure.SMD => EffectSize.StandardizedMeanDifferences(Arms(rows)),
            _ => [.. rows.Select(row => new Effect(row[0], row[1]))],
        };

    private static List<TwoByTwo> Tables(List<double[]> rows) =>
        [.. rows.Select(row => new TwoByTwo(row[0], row[1], row[2], row[3]))];

    private static List<TwoMeans> Arms(List<double[]> rows) =>
        [.. rows.Select(row => new TwoMeans(row[0], row[1], row[2], row[3], row[4], row[5]))];

    private static double Number(RowReader reader, string column)
    {
        string cell = reader.Raw(column);
        if (TryNumber(cell, out double number))
        {
            return number;
        }

        reader.Wrong(column, PoolText.Number);
        return double.NaN;
    }

    private static bool TryNumber(string cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static void Check(RowReader reader, string[] columns, double[] values)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            bool isTotal = columns[i].StartsWith("n_", StringComparison.Ordinal);
            if (isTotal && values[i] <= 0)
            {
                reader.Wrong(columns[i], PoolText.Positive);
            }
            else if (columns[i].StartsWith("events_", StringComparison.Ordinal) && values[i] < 0)
            {
                reader.Wrong(columns[i], PoolText.NotNegative);
            }
            else if (columns[i].StartsWith("events_", StringComparison.Ordinal) && values[i] > values[i + 1])
            {
                reader.Wrong(columns[i], PoolText.AboveTotal(columns[i + 1], values[i + 1]));
            }
            else if ((columns[i].StartsWith("sd_", StringComparison.Ordinal) || columns[i] == "vi") && values[i] <= 0)
            {
                reader.Wrong(columns[i], PoolText.Positive);
            }
            else if (isTotal && columns[0] == Means[0] && values[i] < 2)
            {
                reader.Wrong(columns[i], PoolText.TwoOrMore);
            }
        }
    }

    private static PoolFile Refused(IReadOnlyList<RowError> errors) =>
        new([], [], new Dictionary<string, IReadOnlyList<string>>(), errors);
}

internal static class PoolText
{
    public static readonly Text Twice = new("kolonnen står to gange", "the column stands twice");
    public static readonly Text Number = new(
        "et tal med punktum som decimaltegn ventes",
        "a number with a point as decimal sign is expected"
    );
    public static readonly Text Moderator = new(
        "et tal ventes i en moderator; lav en kolonne med 0 og 1 af ord",
        "a number is expected in a moderator; make a column of 0 and 1 out of words"
    );
    public static readonly Text Positive = new("et tal over 0 ventes", "a number above 0 is expected");
    public static readonly Text NotNegative = new("0 eller derover ventes", "0 or more is expected");
    public static readonly Text TwoOrMore = new("mindst 2 personer ventes", "at least 2 people are expected");

    public static Text AboveTotal(string total, double n) =>
        new(
            $"flere hændelser end personer: {total} er {n.ToString(CultureInfo.InvariantCulture)}. Er kolonnerne byttet om?",
            $"more events than people: {total} is {n.ToString(CultureInfo.InvariantCulture)}. Are the columns swapped?"
        );

    public static Text Missing(IReadOnlyList<string> needed) =>
        new(
            $"kolonnen mangler; ventet: {string.Join(", ", needed)}",
            $"the column is missing; expected: {string.Join(", ", needed)}"
        );
}
