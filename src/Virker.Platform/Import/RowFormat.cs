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

    public string Key(T row) => Write(row)[0];

    /// <summary>Reads the rows of a table: the right ones, and everything that is wrong.</summary>
    public ReadRows<T> ReadAll(CsvTable table)
    {
        var errors = new List<RowError>(table.Errors);
        errors.AddRange(HeaderErrors(table));
        if (errors.Exists(e => e.Row == 1 || e.Row == 0))
            return new ReadRows<T>(table, [], errors);
        var columns = table.Header.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        var rows = new List<ReadRow<T>>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table.File, columns, row);
            var value = Read(reader);
            var key = Key(value);
            if (key != "" && !lines.TryAdd(key, row.Line))
                reader.Wrong(Columns[0], ImportText.DuplicateKey(lines[key]));
            errors.AddRange(reader.Errors);
            if (reader.Errors.Count == 0)
                rows.Add(new ReadRow<T>(table.File, row, key, value));
        }
        return new ReadRows<T>(table, rows, errors);
    }

    /// <summary>The rows as a file that <see cref="ReadAll"/> reads back, with formulas made harmless.</summary>
    public string ToCsv(IEnumerable<T> rows) =>
        CsvText.Write(Columns, rows.Select(IReadOnlyList<string> (r) => [.. Write(r)]));

    private IEnumerable<RowError> HeaderErrors(CsvTable table)
    {
        foreach (var error in table.HeaderErrors(Columns, ImportText.MissingColumn))
            yield return error;
        foreach (var column in table.Header.Distinct().Except(Columns).Where(c => c != ErrorColumn))
            yield return new RowError(table.File, 1, column, null, ImportText.UnknownColumn(Columns));
    }
}

/// <summary>A right row with the file and line it came from.</summary>
public sealed record ReadRow<T>(string File, CsvRow Source, string Key, T Value);

public sealed record ReadRows<T>(CsvTable Table, IReadOnlyList<ReadRow<T>> Rows, IReadOnlyList<RowError> Errors);
