namespace Virker.Platform.Import;

/// <summary>Something wrong in an imported file, with the place a person can go to.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">The line in the file, the heading being 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column, or null when the whole row is meant.</param>
/// <param name="Value">What stood there.</param>
/// <param name="Expected">What was wrong and what was expected.</param>
public sealed record RowError(string File, int Row, string? Column, string? Value, Text Expected)
{
    /// <summary>So many are shown on a screen; all of them are in the file of errors.</summary>
    public const int Shown = 10;

    /// <summary>The whole message: place, value, what was expected.</summary>
    public Text Message => new(Place("række", "kolonne") + Expected.Da, Place("row", "column") + Expected.En);

    private string Place(string row, string column) =>
        File
        + (Row > 0 ? $", {row} {Row}" : "")
        + (Column is null ? "" : $", {column} {Column}")
        + (Value is null ? "" : $", \"{Visible(Value)}\"")
        + ": ";

    private static string Visible(string value)
    {
        var visible = string.Concat(value.Select(c => char.IsControl(c) ? '␣' : c));
        return visible.Length <= 60 ? visible : visible[..60] + "…";
    }
}
