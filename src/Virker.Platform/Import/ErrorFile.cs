namespace Virker.Platform.Import;

/// <summary>All errors of a file as a file of their own: row, column, what was expected. No value of the file is
/// repeated: it may be a citizen's.</summary>
public static class ErrorFile
{
    /// <summary>A file with more is wrong in kind and not in its cells; the last line says how many more there are.</summary>
    public const int Most = 10_000;

    /// <param name="count">All there are, also those that were not kept.</param>
    public static string Of(IReadOnlyList<RowError> errors, int count)
    {
        var rows = errors
            .Take(Most)
            .Select(IReadOnlyList<object?> (e) => [e.Row, e.Column ?? "", e.Expected.ToString()]);
        if (count > Most)
            rows = rows.Append([null, null, ImportText.More(count - Most).ToString()]);
        return PeopleCsv.Text([.. new[] { Row, Column, Expected }.Select(heading => heading.ToString())], rows);
    }

    public static Text Row { get; } = new("række", "row");

    public static Text Column { get; } = new("kolonne", "column");

    public static Text Expected { get; } = new("ventet", "expected");
}
