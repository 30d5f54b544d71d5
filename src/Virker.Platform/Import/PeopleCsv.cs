using System.Globalization;
using System.Text;

namespace Virker.Platform.Import;

/// <summary>
/// Writes a table for people, as their spreadsheet opens it: in Danish with semicolons, decimal comma and 31-12-2026, in
/// English with commas, points and 2026-12-31; UTF-8 with its mark, and no text that runs as a formula. What programs read
/// is written by <see cref="CsvText"/>. Both are read back by <see cref="FileRows"/>.
/// </summary>
public static class PeopleCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>A cell is a text, a number, a day, a time or nothing.</summary>
    public static byte[] Write(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<object?>> rows,
        CultureInfo? culture = null
    ) => Bytes(Text(header, rows, culture));

    /// <summary>The same without its mark.</summary>
    public static string Text(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<object?>> rows,
        CultureInfo? culture = null
    )
    {
        bool isDanish = (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName != "en";
        return CsvText.Write(
            header,
            rows.Select(IReadOnlyList<string> (row) => [.. row.Select(cell => Cell(cell, isDanish))]),
            isDanish ? ';' : ','
        );
    }

    public static byte[] Bytes(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    private static string Cell(object? cell, bool isDanish) =>
        cell switch
        {
            null => "",
            string text => Formulas.Neutralised(text),
            DateOnly day => day.ToString(isDanish ? "dd-MM-yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString(
                isDanish ? "dd-MM-yyyy HH:mm" : "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture
            ),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Replace('.', isDanish ? ',' : '.'),
        };
}
