namespace Virker.Platform.Import;

/// <summary>A row of a file: the line it begins on and its cells in the order of the heading.</summary>
public sealed record FileRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Why the row could not be taken apart as the heading says; null when it could.</summary>
    public Text? Broken { get; init; }

    /// <summary>The cells a workbook keeps as numbers, days or yes and no, so that no notation has to be known.</summary>
    public IReadOnlyList<bool>? Typed { get; init; }

    public bool IsTyped(int column) => Typed?[column] == true;
}

/// <summary>
/// A file as a table: one heading line and its rows. Everything wrong with the file as a whole is in <see cref="Errors"/>;
/// then there are no rows.
/// </summary>
/// <param name="Header">The columns by the names the program knows.</param>
public sealed record FileTable(
    string File,
    IReadOnlyList<string> Header,
    IReadOnlyList<FileRow> Rows,
    IReadOnlyList<RowError> Errors
)
{
    private IReadOnlyDictionary<string, int>? _places;

    /// <summary>Rows that could not be taken apart as the heading says; their errors are in <see cref="Errors"/>.</summary>
    public IReadOnlyList<FileRow> BrokenRows { get; init; } = [];

    /// <summary>The headings as the file has them.</summary>
    public IReadOnlyList<string> Headings { get; init; } = Header;

    /// <summary>What stands between the columns, and is put there again in what is handed back.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>How numbers and days are written in it.</summary>
    public FileConvention Convention { get; init; } = new(',');

    /// <summary>A larger file is refused before it is read.</summary>
    public const long MaxBytes = 50_000_000;

    /// <summary>The place of a column in a row; -1 when the file has none of that name.</summary>
    public int Place(string column)
    {
        _places ??= Header
            .Index()
            .DistinctBy(c => c.Item)
            .ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        return _places.GetValueOrDefault(column, -1);
    }

    /// <summary>A column as a person finds it in the file.</summary>
    public string HeadingOf(string column) => Place(column) is >= 0 and var place ? Headings[place] : column;

    /// <summary>Reads all of a file: text with any of the usual separators and encodings, or the first sheet of a
    /// workbook.</summary>
    public static FileTable Read(Stream stream, string file)
    {
        using var rows = FileRows.Open(stream, file);
        List<FileRow> right = [];
        List<FileRow> broken = [];
        List<RowError> errors = [];
        while (rows.Next() is { } row)
        {
            (row.Broken is null ? right : broken).Add(row);
            if (row.Broken is { } why)
                errors.Add(new RowError(file, row.Line, null, null, why));
        }

        if (rows.Wrong.Count > 0)
            return new FileTable(file, [], [], rows.Wrong);
        if (right.Count == 0 && errors.Count == 0)
            errors.Add(new RowError(file, 0, null, null, ImportText.NoRows));
        return new FileTable(file, rows.Header, right, errors)
        {
            BrokenRows = broken,
            Separator = rows.Separator,
            Convention = rows.Convention,
        };
    }

    /// <summary>The table with its columns called by the names the program knows.</summary>
    /// <param name="columns">The names.</param>
    /// <param name="danish">What each is called in Danish.</param>
    public FileTable Named(IEnumerable<string> columns, IReadOnlyDictionary<string, string>? danish) =>
        this with
        {
            Header = Import.Headings.Match(Headings, columns, danish),
            _places = null,
        };

    /// <summary>The columns that are needed and missing, and those that are there twice.</summary>
    public IEnumerable<RowError> HeaderErrors(IEnumerable<string> needed, Text missing) =>
        Header.Count == 0
            ? []
            :
            [
                .. needed.Except(Header).Select(column => new RowError(File, 1, column, null, missing)),
                .. Header
                    .CountBy(column => column)
                    .Where(column => column.Value > 1)
                    .Select(column => new RowError(File, 1, column.Key, null, ImportText.DuplicateColumn)),
            ];

    /// <summary>Looks at every row as it will be read, so that the whole file has told how it writes its numbers before
    /// any of them counts.</summary>
    /// <returns>The error of a file that is half one and half the other.</returns>
    public RowError? Settle(Action<RowReader> read)
    {
        if (!Convention.IsOpen)
            return null;
        foreach (var row in Rows)
            read(new RowReader(this, row));
        return Convention.Conflict(File);
    }
}

/// <summary>Headings as people write them, in Danish or in English, and what the program calls them.</summary>
public static class Headings
{
    public static string[] Match(
        IEnumerable<string> headings,
        IEnumerable<string> columns,
        IReadOnlyDictionary<string, string>? danish
    )
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string column in columns)
        {
            known.TryAdd(Plain(column), column);
            if (danish?.GetValueOrDefault(column) is { } name)
                known.TryAdd(Plain(name), column);
        }

        return [.. headings.Select(heading => known.GetValueOrDefault(Plain(heading), heading))];
    }

    // CVR-nummer, cvr nummer and Cvr_nummer are one heading.
    private static string Plain(string heading) =>
        string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
