using System.Buffers.Text;
using System.Text;
using CsvHelper;
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
/// Reads a file from the income register row by row: <c>cpr;cvr;month;hours;wage;estimated</c> in any order, comma or
/// semicolon between. Wrong rows become <see cref="Errors"/>; only the first are kept, all are counted.
/// </summary>
internal sealed class HoursFile(Stream stream, string name, DateOnly today) : IDisposable
{
    /// <summary>The income register's first month.</summary>
    private static readonly DateOnly First = new(2008, 1, 1);
    private static readonly string[] Required = ["cpr", "cvr", "month", "hours"];
    private static readonly string[] Columns = [.. Required, "wage", "estimated"];
    private const long MaxWage = 10_000_000_00;

    private readonly Dictionary<string, int> _at = [];
    private CsvReader? _csv;
    private CsvMalformedReason? _malformed;
    private int _cells;
    private int _errorsBefore;

    public List<RowError> Errors { get; } = [];

    public int ErrorCount { get; private set; }

    /// <summary>Rows read, right or wrong.</summary>
    public int Rows { get; private set; }

    public DateOnly FirstMonth { get; private set; } = DateOnly.MaxValue;

    public DateOnly LastMonth { get; private set; } = DateOnly.MinValue;

    /// <summary>Bytes read so far.</summary>
    public long Bytes => _csv?.ByteOffset ?? 0;

    /// <summary>The next right row; null at the end of the file.</summary>
    public async ValueTask<HoursRow?> Next(CancellationToken stop)
    {
        while (await ReadAsync(stop))
        {
            Rows++;
            _errorsBefore = ErrorCount;
            if (_malformed is { } reason)
            {
                Wrong(null, reason is CsvMalformedReason.FieldCountMismatch ? Count() : ImportText.BadQuote);
            }
            else if (_csv!.FieldCount != _cells)
            {
                Wrong(null, Count());
            }
            else
            {
                var row = Row();
                if (ErrorCount == _errorsBefore)
                    return row;
            }
        }

        if (Rows == 0 && ErrorCount == 0)
            Add(new RowError(name, 0, null, null, _csv is null ? ImportText.Empty : ImportText.NoRows));
        return null;
    }

    /// <summary>An error found after the rows were read.</summary>
    public void Add(RowError error)
    {
        ErrorCount++;
        if (Errors.Count < HoursImportReport.MaxErrors)
            Errors.Add(error);
    }

    public RowError Twice(int line, int first) => new(name, line, "month", null, HoursImportText.Twice(first));

    public void Dispose() => _csv?.Dispose();

    private async ValueTask<bool> ReadAsync(CancellationToken stop)
    {
        try
        {
            if (_csv is not null)
            {
                _malformed = null;
                return _cells > 0 && await _csv.ReadAsync(stop);
            }

            _csv = CsvReader.Create(stream, Options(), leaveOpen: true);
            if (!await _csv.ReadAsync(stop))
            {
                Add(new RowError(name, 0, null, null, ImportText.Empty));
                return false;
            }

            ReadHeader();
            _malformed = null;
            return _cells > 0 && await _csv.ReadAsync(stop);
        }
        catch (CsvFormatException)
        {
            // The reader's own message could quote the row.
            Add(new RowError(name, 0, null, null, HoursImportText.LongLine));
            return false;
        }
    }

    private CsvReaderOptions Options() =>
        CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            IncludeValuesInExceptions = false,
            // One bad quote must not swallow the rest of the file, nor a file without lines the memory.
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = 64 * 1024,
            OnMalformedRecord = record => _malformed = record.Reason,
        };

    /// <summary>Names of columns are never repeated in a message: a file without a heading has a CPR number there.</summary>
    private void ReadHeader()
    {
        var csv = _csv!;
        int errors = ErrorCount;
        var header = Enumerable
            .Range(0, csv.FieldCount)
            .Select(i => csv.GetString(i).Trim().ToLowerInvariant())
            .ToList();
        if (csv.Separator is not (',' or ';') || !header.Exists(Columns.Contains))
        {
            Wrong(null, HoursImportText.Header(header.Count));
        }
        else
        {
            foreach (var (i, column) in header.Index())
            {
                if (!Columns.Contains(column))
                {
                    Wrong(
                        (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                        HoursImportText.UnknownColumn
                    );
                }
                else if (!_at.TryAdd(column, i))
                {
                    Wrong(column, ImportText.DuplicateColumn);
                }
            }

            foreach (string column in Required.Where(c => !_at.ContainsKey(c)))
                Wrong(column, ImportText.MissingColumn);
        }

        _cells = ErrorCount == errors ? header.Count : 0;
    }

    private HoursRow Row() =>
        new(
            (int)_csv!.LineNumber,
            Cpr(Cell("cpr")),
            Cvr(Cell("cvr")),
            Month(Cell("month"), out int days),
            Minutes(Cell("hours"), days),
            Wage(Cell("wage")),
            Estimated(Cell("estimated"))
        );

    private ReadOnlySpan<byte> Cell(string column) => _at.TryGetValue(column, out int i) ? _csv!.GetSpan(i) : default;

    private string Cpr(ReadOnlySpan<byte> cell)
    {
        Span<byte> digits = stackalloc byte[10];
        if (cell.Length == 11 && cell[6] is (byte)'-' or (byte)' ')
        {
            cell[..6].CopyTo(digits);
            cell[7..].CopyTo(digits[6..]);
        }
        else if (cell.Length == 10)
        {
            cell.CopyTo(digits);
        }

        if (!AllDigits(digits))
            Wrong("cpr", HoursImportText.Cpr);
        return Encoding.ASCII.GetString(digits);
    }

    private string Cvr(ReadOnlySpan<byte> cell)
    {
        if (cell.Length != 8 || !AllDigits(cell))
            Wrong("cvr", HoursImportText.Cvr);
        return Encoding.ASCII.GetString(cell);
    }

    private DateOnly Month(ReadOnlySpan<byte> cell, out int days)
    {
        days = 31;
        var month =
            cell.Length == 7 && cell[4] == '-' ? cell[5..]
            : cell.Length == 6 ? cell[4..]
            : default;
        if (
            month.Length != 2
            || !AllDigits(cell[..4])
            || !AllDigits(month)
            || !Utf8Parser.TryParse(cell[..4], out int year, out _)
            || !Utf8Parser.TryParse(month, out int number, out _)
            || number is < 1 or > 12
            || year == 0
        )
        {
            Wrong("month", HoursImportText.Month);
            return default;
        }

        var first = new DateOnly(year, number, 1);
        var last = CountedHours.First(today);
        if (first < First || first > last)
        {
            Wrong("month", HoursImportText.MonthOutside(First, last));
            return default;
        }

        days = DateTime.DaysInMonth(year, number);
        FirstMonth = first < FirstMonth ? first : FirstMonth;
        LastMonth = first > LastMonth ? first : LastMonth;
        return first;
    }

    private int Minutes(ReadOnlySpan<byte> cell, int days)
    {
        if (cell.IsEmpty)
            Wrong("hours", ImportText.Required);
        else if (Hundredths(cell) is not { } hundredths)
            Wrong("hours", HoursImportText.Number(IsDanish));
        else if (hundredths < 0 || hundredths > days * 24 * 100)
            Wrong("hours", HoursImportText.Hours(days * 24));
        else
            return (int)((hundredths * 60 + 50) / 100);
        return 0;
    }

    private long? Wage(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return null;
        if (Hundredths(cell) is not { } wage)
            Wrong("wage", HoursImportText.Number(IsDanish));
        else if (wage is < -MaxWage or > MaxWage)
            Wrong("wage", HoursImportText.Wage);
        else
            return wage;
        return null;
    }

    private bool Estimated(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || Is(cell, "nej") || Is(cell, "no") || Is(cell, "false") || cell.SequenceEqual("0"u8))
            return false;
        if (!(Is(cell, "ja") || Is(cell, "yes") || Is(cell, "true") || cell.SequenceEqual("1"u8)))
            Wrong("estimated", HoursImportText.Estimated);
        return true;
    }

    private bool IsDanish => _csv!.Separator == ';';

    /// <summary>A number in hundredths. More than two decimals are no number, so that 1.234 cannot be read as either one
    /// or a thousand.</summary>
    private long? Hundredths(ReadOnlySpan<byte> cell)
    {
        bool isNegative = cell is [(byte)'-', ..];
        var rest = isNegative ? cell[1..] : cell;
        int point = rest.IndexOf((byte)'.');
        if (point < 0 && IsDanish)
            point = rest.IndexOf((byte)',');
        var whole = point < 0 ? rest : rest[..point];
        var part = point < 0 ? default : rest[(point + 1)..];
        if (
            whole.Length is 0 or > 12
            || !AllDigits(whole)
            || !AllDigits(part)
            || part.Length > 2
            || (point >= 0 && part.IsEmpty)
        )
        {
            return null;
        }
        long number = 0;
        foreach (byte digit in whole)
            number = number * 10 + (digit - '0');
        number *= 100;
        if (part.Length > 0)
            number += (part[0] - '0') * 10;
        if (part.Length > 1)
            number += part[1] - '0';
        return isNegative ? -number : number;
    }

    private static bool AllDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool Is(ReadOnlySpan<byte> cell, string word) => Ascii.EqualsIgnoreCase(cell, word);

    private Text Count() => ImportText.WrongCellCount(_csv!.FieldCount, _cells);

    private void Wrong(string? column, Text expected) =>
        Add(new RowError(name, (int)_csv!.LineNumber, column, null, expected));
}
