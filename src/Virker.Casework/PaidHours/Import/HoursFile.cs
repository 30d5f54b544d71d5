using System.Globalization;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.PaidHours.Import;

/// <summary>A right row of the file.</summary>
internal readonly record struct HoursRow(
    int Line,
    string Cpr,
    string Cvr,
    DateOnly Month,
    int Minutes,
    long? Wage,
    bool IsEstimated
);

/// <summary>
/// Reads a file from the income register row by row: <c>cpr;cvr;month;hours;wage;estimated</c> in any order. Wrong rows
/// become <see cref="Errors"/>; all are counted.
/// </summary>
internal sealed class HoursFile : IDisposable
{
    /// <summary>The income register's first month.</summary>
    private static readonly DateOnly First = new(2008, 1, 1);
    private static readonly string[] Required = ["cpr", "cvr", "month", "hours"];
    private const decimal MaxWage = 10_000_000;

    /// <summary>So many rows are looked at for how the file writes its numbers before the first is read.</summary>
    private const int Look = 1_000;

    private readonly string _name;
    private readonly DateOnly _today;
    private readonly FileRows _rows;
    private readonly Queue<FileRow> _looked = [];
    private readonly int[] _places;
    private readonly string[] _header;

    public HoursFile(Stream stream, string name, DateOnly today)
    {
        (_name, _today) = (name, today);
        _rows = FileRows.Open(stream, name, isStreamed: true);
        _header = Headings.Match(_rows.Header, HoursImportText.Danish.Keys, HoursImportText.Danish);
        _places = [.. HoursImportText.Danish.Keys.Select(column => Array.IndexOf(_header, column))];
        if (_rows.Wrong.Count == 0)
            CheckHeader();
    }

    public List<RowError> Errors { get; } = [];

    public int ErrorCount { get; private set; }

    /// <summary>Rows read, right or wrong.</summary>
    public int Rows { get; private set; }

    public DateOnly FirstMonth { get; private set; } = DateOnly.MaxValue;

    public DateOnly LastMonth { get; private set; } = DateOnly.MinValue;

    /// <summary>The next right row; null at the end of the file.</summary>
    public HoursRow? Next()
    {
        if (ErrorCount > 0 && Rows == 0)
            return null;
        if (Rows == 0)
            LookAhead();
        while ((_looked.TryDequeue(out var looked) ? looked : _rows.Next()) is { } row)
        {
            Rows++;
            int before = ErrorCount;
            if (row.Broken is { } why)
                Wrong(row, null, why);
            else if (Row(row) is var right && ErrorCount == before)
                return right;
        }

        foreach (var error in _rows.Wrong)
            Add(error);
        if (_rows.Convention.Conflict(_name) is { } conflict)
        {
            // Half one and half the other makes rows look wrong that are not: only that is said.
            Errors.Clear();
            ErrorCount = 0;
            Add(conflict);
        }
        if (Rows == 0 && ErrorCount == 0)
            Add(new RowError(_name, 0, null, null, ImportText.NoRows));
        return null;
    }

    /// <summary>An error found after the rows were read.</summary>
    public void Add(RowError error)
    {
        ErrorCount++;
        if (Errors.Count < HoursImportReport.MaxErrors)
            Errors.Add(error);
    }

    public RowError Twice(int line, int first) =>
        new(_name, line, HeadingOf(Column.Month), null, HoursImportText.Twice(first));

    public void Dispose() => _rows.Dispose();

    /// <summary>In the order of <see cref="HoursImportText.Danish"/>.</summary>
    private enum Column
    {
        Cpr,
        Cvr,
        Month,
        Hours,
        Wage,
        Estimated,
    }

    /// <summary>Unknown headings are never repeated in a message: a file without a heading has a CPR number there.</summary>
    private void CheckHeader()
    {
        if (!_header.Any(HoursImportText.Danish.ContainsKey))
        {
            Add(new(_name, 1, null, null, HoursImportText.Header(_header.Length)));
            return;
        }

        foreach (string column in Required.Except(_header))
            Add(new(_name, 1, column, null, ImportText.MissingColumn));
        foreach (var (i, column) in _header.Index())
        {
            if (!HoursImportText.Danish.ContainsKey(column))
                Add(new(_name, 1, (i + 1).ToString(CultureInfo.InvariantCulture), null, HoursImportText.UnknownColumn));
            else if (_header.Take(i).Contains(column))
                Add(new(_name, 1, column, null, ImportText.DuplicateColumn));
        }
    }

    private void LookAhead()
    {
        while (_looked.Count < Look && _rows.Next() is { } row)
        {
            _looked.Enqueue(row);
            if (row.Broken is not null)
                continue;
            foreach (var column in new[] { Column.Hours, Column.Wage }.Where(c => Cell(row, c) != ""))
                _rows.Convention.Number(row, _places[(int)column], HeadingOf(column), out _);
        }
    }

    private HoursRow Row(FileRow row) =>
        new(row.Line, Cpr(row), Cvr(row), Month(row, out int days), Minutes(row, days), Wage(row), IsEstimated(row));

    private string Cpr(FileRow row)
    {
        string cell = Cell(row, Column.Cpr);
        if (cell.Length == 11 && cell[6] is '-' or ' ')
            cell = cell.Remove(6, 1);
        if (cell.Length != 10 || !AllDigits(cell))
            Wrong(row, Column.Cpr, HoursImportText.Cpr);
        return cell;
    }

    private string Cvr(FileRow row)
    {
        string cell = Cell(row, Column.Cvr);
        if (cell.Length != 8 || !AllDigits(cell))
            Wrong(row, Column.Cvr, HoursImportText.Cvr);
        return cell;
    }

    private DateOnly Month(FileRow row, out int days)
    {
        days = 31;
        if (_rows.Convention.Month(row, _places[(int)Column.Month], HeadingOf(Column.Month)) is not { } first)
        {
            Wrong(row, Column.Month, HoursImportText.Month);
            return default;
        }

        var last = CountedHours.First(_today);
        if (first < First || first > last)
        {
            Wrong(row, Column.Month, HoursImportText.MonthOutside(First, last));
            return default;
        }

        days = DateTime.DaysInMonth(first.Year, first.Month);
        FirstMonth = first < FirstMonth ? first : FirstMonth;
        LastMonth = first > LastMonth ? first : LastMonth;
        return first;
    }

    private int Minutes(FileRow row, int days)
    {
        if (Cell(row, Column.Hours) == "")
            Wrong(row, Column.Hours, ImportText.Required);
        else if (Number(row, Column.Hours) is not { } hours)
            return 0;
        else if (hours < 0 || hours > days * 24)
            Wrong(row, Column.Hours, HoursImportText.Hours(days * 24));
        else
            return (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero);
        return 0;
    }

    private long? Wage(FileRow row)
    {
        if (Cell(row, Column.Wage) == "" || Number(row, Column.Wage) is not { } wage)
            return null;
        if (wage is < -MaxWage or > MaxWage)
            Wrong(row, Column.Wage, HoursImportText.Wage);
        return (long)(wage * 100);
    }

    private bool IsEstimated(FileRow row)
    {
        string cell = Cell(row, Column.Estimated);
        if (YesNo.Read(cell) is null && cell != "")
            Wrong(row, Column.Estimated, HoursImportText.Estimated);
        return YesNo.Read(cell) == true;
    }

    /// <summary>More than two decimals are no number, so that 1.234 cannot be read as either one or a thousand.</summary>
    private decimal? Number(FileRow row, Column column)
    {
        int place = _places[(int)column];
        string? text = _rows.Convention.Number(row, place, HeadingOf(column), out _);
        bool isNumber = decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        );
        // A workbook's sums end in noise of the binary numbers.
        if (isNumber && row.IsTyped(place))
            number = Math.Round(number, 2);
        if (isNumber && number.Scale <= 2 && Math.Abs(number) < 1_000_000_000_000)
            return number;
        Wrong(row, column, HoursImportText.Number(_rows.Convention.Notation));
        return null;
    }

    private string Cell(FileRow row, Column column) =>
        _places[(int)column] is >= 0 and var place ? row.Cells[place].Trim() : "";

    private static bool AllDigits(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private string HeadingOf(Column column) => _places[(int)column] is >= 0 and var place ? _rows.Header[place] : "";

    private void Wrong(FileRow row, Column column, Text expected) =>
        Add(new RowError(_name, row.Line, HeadingOf(column), null, expected));

    private void Wrong(FileRow row, string? column, Text expected) =>
        Add(new RowError(_name, row.Line, column, null, expected));
}
