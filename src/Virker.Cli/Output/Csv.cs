using System.Globalization;
using Virker.Platform.Import;

namespace Virker.Cli.Output;

/// <summary>A result as one table that a program reads. A result of several parts has a first column that says which,
/// and the columns of all of them.</summary>
internal static class Csv
{
    private const string Part = "part";

    public static string Of(IReadOnlyList<Sheet> sheets)
    {
        bool hasParts = sheets.Any(sheet => sheet.Part is not null);
        string[] columns = [.. sheets.SelectMany(sheet => sheet.Header).Distinct(StringComparer.Ordinal)];
        if (!hasParts)
            columns = [.. sheets[0].Header];
        return CsvText.Write(
            hasParts ? [Part, .. columns] : columns,
            sheets.SelectMany(sheet => sheet.Rows.Select(row => Row(sheet, row)))
        );

        List<string> Row(Sheet sheet, IReadOnlyList<object?> row) =>
            hasParts
                ? [sheet.Part ?? "", .. columns.Select(column => Cell(sheet, row, column))]
                : [.. row.Select(Exact)];
    }

    private static string Cell(Sheet sheet, IReadOnlyList<object?> row, string column)
    {
        int place = sheet.Header.ToList().IndexOf(column);
        return place < 0 ? "" : Exact(row[place]);
    }

    // A number that does not exist is an empty cell, which R reads as NA.
    private static string Exact(object? cell) =>
        cell switch
        {
            null => "",
            double number => double.IsFinite(number)
                ? (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture)
                : "",
            bool yes => yes ? "true" : "false",
            string text => Formulas.Neutralised(text),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };
}
