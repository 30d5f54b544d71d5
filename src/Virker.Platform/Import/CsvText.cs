using System.Text;

namespace Virker.Platform.Import;

/// <summary>Writes CSV as this house reads it: UTF-8, comma, a line feed after each row, quotes only where needed.</summary>
public static class CsvText
{
    public static string Write(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<string>> rows,
        char separator = ','
    )
    {
        var text = new StringBuilder();
        Line(text, header, separator);
        foreach (var row in rows)
            Line(text, row, separator);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells, char separator)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Append(separator);
            text.Append(Quoted(cells[i], separator));
        }
        text.Append('\n');
    }

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().ContainsAny("\"\n\r") || cell.Contains(separator, StringComparison.Ordinal)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
