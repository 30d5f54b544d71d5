using System.Globalization;
using System.Text.RegularExpressions;

namespace Virker.Platform.Import;

/// <summary>
/// How a file writes numbers and days: decided once, for the whole of it. Commas between the columns say decimal point
/// and 2026-12-31. Otherwise the cells themselves tell: <c>0,3</c> or <c>31-12-2026</c> somewhere makes the file Danish,
/// <c>0.3</c> international, both a file that is refused. What could be either (<c>2.200</c>) is asked about until
/// something has told.
/// </summary>
public sealed partial class FileConvention
{
    private static readonly string[] Days =
    [
        "d-M-yyyy",
        "d.M.yyyy",
        "d.M.yy",
        "d-M-yy",
        // With a slash a day and a month can have changed places, except where semicolons say Danish.
        "d/M/yyyy",
    ];
    private readonly char _separator;
    private Seen? _danish;
    private Seen? _international;

    /// <param name="separator">What stands between the columns; a workbook has nothing there.</param>
    public FileConvention(char separator) => _separator = separator;

    private sealed record Seen(int Line, string Column);

    public Notation Notation =>
        _separator == ',' ? Notation.International
        : _danish is not null ? Notation.Danish
        : _international is not null ? Notation.International
        : Notation.Undecided;

    /// <summary>Whether the cells still have to tell.</summary>
    public bool IsOpen => _separator != ',';

    /// <summary>A cell of both kinds was seen: nothing in the file can be trusted.</summary>
    public RowError? Conflict(string file) =>
        _separator != ',' && _danish is { } da && _international is { } other
            ? new RowError(
                file,
                Math.Max(da.Line, other.Line),
                da.Line > other.Line ? da.Column : other.Column,
                null,
                ImportText.TwoConventions(da.Line, other.Line)
            )
            : null;

    /// <summary>A number as <c>-1234.5</c>, whole or not.</summary>
    public string? Number(FileRow row, int column, string heading, out Text? wrong)
    {
        string cell = row.Cells[column].Trim();
        wrong = null;
        if (row.IsTyped(column))
            return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? cell : null;
        if (!Numeral.TryRead(cell, out var number))
            return null;
        See(Tells(number), row.Line, heading);
        if (Notation == Notation.Undecided && number.IsEither || IsEnglish(number) && number.IsEither)
        {
            wrong = ImportText.Which(number);
            return null;
        }

        if (IsEnglish(number))
        {
            wrong = ImportText.DecimalComma;
            return null;
        }

        return number.In(Notation);
    }

    /// <summary>A whole number as digits. What could be a fraction or thousands is never taken for either.</summary>
    public string? WholeNumber(FileRow row, int column, string heading, out Text? wrong)
    {
        string cell = row.Cells[column].Trim();
        string? number = Number(row, column, heading, out wrong);
        if (number is null || !number.AsSpan().ContainsAny('.', 'e', 'E'))
            return number;
        wrong =
            !row.IsTyped(column) && Numeral.TryRead(cell, out var read) && read.IsEither
                ? ImportText.Which(read)
                : ImportText.WholeNumber;
        return null;
    }

    /// <summary>A day: 2026-12-31 in every file, 31-12-2026, 31.12.2026 or 1.1.26 in a Danish one.</summary>
    public DateOnly? Day(FileRow row, int column, string heading)
    {
        string cell = row.Cells[column].Trim();
        if (Exact(cell, ["yyyy-MM-dd"]) is { } iso)
            return iso;
        if (_separator == ',' || Exact(cell, _separator == ';' ? Days : Days[..^1]) is not { } day)
            return null;
        See(Notation.Danish, row.Line, heading);
        return day;
    }

    /// <summary>The first day of a month: 2026-10 or 202610 in every file, 10-2026 or 10.2026 in a Danish one; a workbook
    /// makes a day of it.</summary>
    public DateOnly? Month(FileRow row, int column, string heading)
    {
        string cell = row.Cells[column].Trim();
        if (Exact(cell, ["yyyy-MM", "yyyyMM"]) is { } month)
            return month;
        if (row.IsTyped(column) && Exact(cell, ["yyyy-MM-dd"]) is { Day: 1 } first)
            return first;
        if (_separator == ',' || !DanishMonth().IsMatch(cell))
            return null;
        See(Notation.Danish, row.Line, heading);
        return Exact(cell, ["M-yyyy", "M.yyyy"]);
    }

    private static DateOnly? Exact(string cell, string[] forms) =>
        DateOnly.TryParseExact(cell, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    // A comma is why the columns are parted by semicolons, so it is the decimal sign.
    private Notation Tells(Numeral number) =>
        _separator == ';' && number.HasComma && number.Danish is not null ? Notation.Danish : number.Tells;

    // Thousands with commas are nobody's in a Danish house, and a decimal comma to most who write them.
    private bool IsEnglish(Numeral number) => Notation == Notation.International && number.HasComma;

    private void See(Notation told, int line, string column)
    {
        if (told == Notation.Danish)
            _danish ??= new(line, column);
        else if (told == Notation.International)
            _international ??= new(line, column);
    }

    [GeneratedRegex("^[0-9]{1,2}[-.][0-9]{4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DanishMonth();
}
