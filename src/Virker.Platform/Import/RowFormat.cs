namespace Virker.Platform.Import;

/// <summary>A kind of row: its columns, how a row is read, and how it is written back.</summary>
/// <param name="Kind">The name of the file without <c>.csv</c>.</param>
/// <param name="Columns">All columns, in order; the first is the key. A file must have them all and no other, except
/// <c>error</c>, which a corrected file may still carry.</param>
public sealed record RowFormat<T>(
    string Kind,
    IReadOnlyList<string> Columns,
    Func<RowReader, T> Read,
    Func<T, IReadOnlyList<string>> Write
)
    where T : class
{
    public const string ErrorColumn = "error";

    /// <summary>What people call the columns in Danish.</summary>
    public IReadOnlyDictionary<string, string>? Danish { get; init; }

    public string Key(T row) => Write(row)[0];

    /// <summary>Reads the rows of a table: the right ones, and everything that is wrong. Where the heading is wrong, or
    /// the file writes its numbers in two ways, only that is said: it makes every row look wrong.</summary>
    public ReadRows<T> ReadAll(FileTable table)
    {
        table = table.Named([.. Columns, ErrorColumn], Danish);
        if (HeaderErrors(table).ToList() is { Count: > 0 } heading)
            return new ReadRows<T>(table, [], heading);
        if (table.Settle(row => Read(row)) is { } conflict)
            return new ReadRows<T>(table, [], [conflict]);
        var errors = new List<RowError>(table.Errors);
        var rows = new List<ReadRow<T>>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row);
            var value = Read(reader);
            var key = Key(value);
            if (key != "" && !lines.TryAdd(key, row.Line))
                reader.Wrong(Columns[0], ImportText.DuplicateKey(lines[key]));
            errors.AddRange(reader.Errors);
            if (reader.Errors.Count == 0)
                rows.Add(new ReadRow<T>(table.File, row, key, value));
        }
        return new ReadRows<T>(table, rows, [.. errors.OrderBy(e => e.Row)]);
    }

    /// <summary>The rows as a file that <see cref="ReadAll"/> reads back, with formulas made harmless.</summary>
    public string ToCsv(IEnumerable<T> rows) =>
        CsvText.Write(Columns, rows.Select(IReadOnlyList<string> (r) => [.. Write(r)]));

    private IEnumerable<RowError> HeaderErrors(FileTable table)
    {
        foreach (var error in table.HeaderErrors(Columns, ImportText.MissingColumn))
            yield return error;
        foreach (var column in table.Header.Distinct().Except(Columns).Where(c => c != ErrorColumn))
            yield return new RowError(table.File, 1, column, null, ImportText.UnknownColumn(Columns, Danish));
    }
}

/// <summary>A right row with the file and line it came from.</summary>
public sealed record ReadRow<T>(string File, FileRow Source, string Key, T Value);

public sealed record ReadRows<T>(FileTable Table, IReadOnlyList<ReadRow<T>> Rows, IReadOnlyList<RowError> Errors);
