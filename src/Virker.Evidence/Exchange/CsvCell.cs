using System.Globalization;
using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Values as the files of the bank write them; free text never runs as a formula.</summary>
internal static class CsvCell
{
    // A default Text holds no strings.
    public static string Of(string? text) => Formulas.Neutralised(text ?? "");

    public static string Of(Codes codes) => codes.ToString();

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(bool yes) => yes ? "yes" : "no";

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Measures keep their usual capitals; no measure is an empty cell.</summary>
    public static string Of(Measure measure) => measure == Measure.NotGiven ? "" : measure.ToString();

    public static string Of(PoolRole role) => role == PoolRole.NotSet ? "" : role.Code();

    public static Measure ReadMeasure(RowReader row, string column)
    {
        var value = row.Raw(column);
        if (value == "")
            return Measure.NotGiven;
        if (
            value != nameof(Measure.NotGiven)
            && Enum.TryParse<Measure>(value, out var measure)
            && !char.IsDigit(value[0])
        )
        {
            return measure;
        }
        row.Wrong(column, ImportText.OneOf(Enum.GetNames<Measure>().Skip(1)));
        return Measure.NotGiven;
    }

    public static bool ReadYes(RowReader row, string column) => row.YesNo(column, required: true) == true;
}
