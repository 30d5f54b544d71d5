using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Platform.Import;

/// <summary>
/// Reads the cells of one row as typed values. A wrong cell adds an error and gives a harmless value back, so that all
/// that is wrong with a row is found in one go; a row with errors is not used.
/// </summary>
public sealed partial class RowReader(FileTable table, FileRow row)
{
    private const int MaxLine = 500;
    private const int MaxText = 6000;
    private readonly List<RowError> _errors = [];

    public IReadOnlyList<RowError> Errors => _errors;

    public int Line => row.Line;

    /// <summary>Adds an error about a cell found by the caller.</summary>
    public void Wrong(string column, Text expected) =>
        _errors.Add(new RowError(table.File, row.Line, table.HeadingOf(column), Raw(column), expected));

    /// <summary>The trimmed cell; empty when the column is not in the file.</summary>
    public string Raw(string column) => Cell(column).Trim();

    /// <summary>The row's own key or a reference to another row's.</summary>
    public string Key(string column)
    {
        var value = Line1(column, required: true);
        if (value != "" && !KeyPattern().IsMatch(value))
            Wrong(column, ImportText.BadKey);
        return value;
    }

    /// <summary>One line of text.</summary>
    public string Line1(string column, bool required = false) => Checked(column, required, MaxLine, false);

    /// <summary>A text in both languages, from <c>name_da</c> and <c>name_en</c>.</summary>
    public Text Both(string name, bool required = false)
    {
        var da = Checked(name + "_da", required, MaxText, true);
        var en = Checked(name + "_en", required, MaxText, true);
        if (!required && (da == "") != (en == ""))
            Wrong(name + (da == "" ? "_da" : "_en"), ImportText.OtherLanguage);
        return new Text(da, en);
    }

    public T Enum<T>(string column, T? empty = null)
        where T : struct, Enum
    {
        var value = Raw(column);
        if (value == "" && empty is not null)
            return empty.Value;
        if (EnumCode.Parse<T>(value) is { } parsed)
            return parsed;
        Wrong(column, value == "" ? ImportText.Required : ImportText.OneOf(EnumCode.All<T>()));
        return default;
    }

    /// <summary>A code that <paramref name="known"/> holds.</summary>
    public string Code(string column, IReadOnlyCollection<string> known, string? empty = null)
    {
        var value = Raw(column);
        if (value == "" && empty is not null)
            return empty;
        if (!known.Contains(value))
            Wrong(column, value == "" ? ImportText.Required : ImportText.OneOf(known));
        return value;
    }

    /// <summary>Codes with <c>;</c> between. <paramref name="isKnown"/> judges each; the message lists none, as trees
    /// are long.</summary>
    public Codes CodeList(string column, Func<string, bool> isKnown, Func<string, Text> unknown, bool required)
    {
        var codes = Codes.Parse(Raw(column));
        if (codes.Count == 0 && required)
            Wrong(column, ImportText.Required);
        foreach (var code in codes.Where(c => !isKnown(c)))
            _errors.Add(new RowError(table.File, row.Line, table.HeadingOf(column), code, unknown(code)));
        return codes;
    }

    /// <summary>ja or nej, yes or no, and what workbooks write; null when empty.</summary>
    public bool? YesNo(string column, bool required = false)
    {
        string value = Raw(column);
        if (Import.YesNo.Read(value) is { } answer)
            return answer;
        if (value != "" || required)
            Wrong(column, value == "" ? ImportText.Required : ImportText.YesOrNo);
        return null;
    }

    public int? WholeNumber(string column, int min = int.MinValue, int max = int.MaxValue)
    {
        if (Raw(column) == "")
            return null;
        var text = table.Convention.WholeNumber(row, table.Place(column), table.HeadingOf(column), out var wrong);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Wrong(column, wrong ?? ImportText.WholeNumber);
            return null;
        }
        InRange(column, number, min, max);
        return number;
    }

    public decimal? Number(string column, decimal min = decimal.MinValue, decimal max = decimal.MaxValue)
    {
        if (Raw(column) == "")
            return null;
        var text = table.Convention.Number(row, table.Place(column), table.HeadingOf(column), out var wrong);
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        decimal number;
        // A workbook keeps binary numbers; fifteen digits of them are what it shows.
        if (row.IsTyped(table.Place(column)) && double.TryParse(text, CultureInfo.InvariantCulture, out var kept))
        {
            if (!TryDecimal(kept, out number))
            {
                Wrong(column, ImportText.Number(table.Convention.Notation));
                return null;
            }
        }
        else if (!decimal.TryParse(text, style, CultureInfo.InvariantCulture, out number))
        {
            Wrong(column, wrong ?? ImportText.Number(table.Convention.Notation));
            return null;
        }
        InRange(column, number, min, max);
        return number;
    }

    /// <summary>Kroner and øre: more than two decimals are thousands to somebody, and asked about.</summary>
    public decimal? Money(string column, decimal min, decimal max)
    {
        var number = Number(column, min, max);
        if (number is not { Scale: > 2 } || row.IsTyped(table.Place(column)))
            return number;
        Wrong(
            column,
            Numeral.TryRead(Raw(column), out var read) && read.IsEither
                ? ImportText.Which(read)
                : ImportText.Decimals(2)
        );
        return null;
    }

    public DateOnly Date(string column)
    {
        int place = table.Place(column);
        if (place >= 0 && table.Convention.Day(row, place, table.HeadingOf(column)) is { } day)
            return day;
        Wrong(column, ImportText.Date(table.Convention));
        return default;
    }

    /// <summary>A year, month or day.</summary>
    public string PartialDate(string column)
    {
        var value = Raw(column);
        if (value.Length > 7 && table.Convention.Day(row, table.Place(column), table.HeadingOf(column)) is { } day)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var isDate =
            PartialDatePattern().IsMatch(value)
            && (
                value.Length < 10
                || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            );
        if (value != "" && !isDate)
            Wrong(column, ImportText.PartialDate);
        return value;
    }

    public string Url(string column, bool required = false)
    {
        var value = Checked(column, required, 1000, false);
        var isWeb =
            Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host != "";
        if (value != "" && !isWeb)
            Wrong(column, ImportText.Url);
        return value;
    }

    private string Checked(string column, bool required, int max, bool manyLines)
    {
        // Only blanks are trimmed before the look for a formula: a leading tab is part of the trick.
        var cell = Cell(column);
        if (Formulas.LooksLikeOne(cell.Trim(' ')))
        {
            Wrong(column, ImportText.Formula);
            return "";
        }
        var value = cell.Trim().ReplaceLineEndings("\n");
        if (value == "" && required)
            Wrong(column, ImportText.Required);
        if (value.Length > max)
            Wrong(column, ImportText.TooLong(value.Length, max));
        if (value.Any(c => char.IsControl(c) && !(manyLines && c == '\n')))
            Wrong(column, ImportText.ControlCharacter);
        return value;
    }

    private string Cell(string column) => table.Place(column) is >= 0 and var place ? row.Cells[place] : "";

    private static bool TryDecimal(double kept, out decimal number)
    {
        number = 0;
        if (Math.Abs(kept) > 1e27)
            return false;
        number = (decimal)kept;
        return true;
    }

    private void InRange(string column, decimal number, decimal min, decimal max)
    {
        if (number < min)
            Wrong(column, ImportText.AtLeast(min));
        if (number > max)
            Wrong(column, ImportText.AtMost(max));
    }

    [GeneratedRegex(
        "^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex KeyPattern();

    [GeneratedRegex(
        "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PartialDatePattern();
}

/// <summary>Cells a spreadsheet would run.</summary>
public static class Formulas
{
    public static bool LooksLikeOne(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    /// <summary>The text with an apostrophe in front when a spreadsheet would run it.</summary>
    public static string Neutralised(string cell) => LooksLikeOne(cell) ? "'" + cell : cell;
}
