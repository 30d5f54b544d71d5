using System.Globalization;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Cli.Output;

/// <summary>What is done with rows in which a cell is missing.</summary>
internal enum Missing
{
    Refuse,
    Drop,
}

/// <summary>
/// A file whose columns the caller names: each is asked for as numbers, yes and no, or names, and every cell that is
/// none is an error with its place. Ask for all of them, then look at <see cref="Errors"/>.
/// </summary>
internal sealed class DataFile
{
    public static readonly Text NumberNotWord = new(
        "et tal ventes her; lav en kolonne med 0 og 1 af ord",
        "a number is expected here; make a column of 0 and 1 out of words"
    );
    private static readonly Text OneOrZero = new(
        "der skal stå 1 (det skete) eller 0 (det skete ikke)",
        "expected 1 (it happened) or 0 (it did not)"
    );

    private readonly List<RowError> _errors;

    private DataFile(FileTable table, string[] numbers, string[] words, Missing missing)
    {
        Table = table;
        string[] needed = [.. numbers.Concat(words).Distinct(StringComparer.Ordinal)];
        string header = string.Join(", ", table.Header);
        var absent = new Text($"kolonnen mangler; filen har {header}", $"the column is missing; the file has {header}");
        _errors = [.. table.HeaderErrors(needed, absent)];
        // A wrong heading, or numbers written in two ways, makes every row look wrong: only that is said.
        if (_errors.Count == 0 && Settle(numbers) is { } conflict)
            _errors.Add(conflict);
        bool isReadable = _errors.Count == 0;
        if (isReadable)
            _errors.AddRange(table.Errors);
        Table = table with { Rows = isReadable ? LookForMissing(needed, missing) : [] };
    }

    /// <summary>The file as it is read: without the rows that were left out.</summary>
    public FileTable Table { get; }

    /// <summary>Says which rows were left out and why; null when none were.</summary>
    public Text? LeftOut { get; private set; }

    /// <summary>What has been found wrong so far, from the top of the file.</summary>
    public IReadOnlyList<RowError> Errors => [.. _errors.OrderBy(error => error.Row)];

    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="numbers">The columns that will be asked for as numbers; null ones are not.</param>
    /// <param name="words">The other columns that will be asked for.</param>
    /// <param name="missing">What is done with rows in which one of them is missing.</param>
    public static DataFile Read(
        Stream stream,
        string name,
        IEnumerable<string?> numbers,
        IEnumerable<string?> words,
        Missing missing = Missing.Refuse
    ) => new(FileTable.Read(stream, name), [.. numbers.OfType<string>()], [.. words.OfType<string>()], missing);

    /// <summary>Finite numbers.</summary>
    public IReadOnlyList<double> Numbers(string column, Text? expected = null) =>
        Values<double>(
            column,
            (row, place) =>
            {
                string? text = Table.Convention.Number(row, place, column, out var wrong);
                return
                    double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    && double.IsFinite(number)
                    ? (number, null)
                    : (0, wrong ?? expected ?? ImportText.Number(Table.Convention.Notation));
            }
        );

    /// <summary>Numbers of people: a fraction or what may be thousands is an error.</summary>
    public IReadOnlyList<double> WholeNumbers(string column) =>
        Values<double>(
            column,
            (row, place) =>
            {
                string? text = Table.Convention.WholeNumber(row, place, column, out var wrong);
                return double.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out double number
                )
                    ? (number, null)
                    : (0d, wrong ?? ImportText.WholeNumber);
            }
        );

    /// <summary>1 or 0, also written as words.</summary>
    public IReadOnlyList<bool> YesNo(string column) =>
        Values<bool>(
            column,
            (row, place) =>
                Platform.Import.YesNo.Read(row.Cells[place].Trim()) is { } answer ? (answer, null) : (false, OneOrZero)
        );

    /// <summary>Names of studies, groups, arms: something stands there, and it is no formula.</summary>
    public IReadOnlyList<string> Names(string column) =>
        Values<string>(
            column,
            (row, place) =>
            {
                string cell = row.Cells[place].Trim();
                bool isFormula = Formulas.LooksLikeOne(cell) && !Numeral.TryRead(cell, out _);
                return (cell, isFormula ? ImportText.Formula : null);
            }
        );

    /// <summary>Adds an error about a cell of a row, counted from 0.</summary>
    public void Wrong(int row, string column, Text expected) =>
        _errors.Add(
            new RowError(Table.File, Table.Rows[row].Line, column, Table.Rows[row].Cells[Table.Place(column)], expected)
        );

    // None when the file has no such column, which is an error already.
    private List<T> Values<T>(string column, Func<FileRow, int, (T Value, Text? Wrong)> read)
    {
        int place = Table.Place(column);
        List<T> values = [];
        foreach (var (i, row) in Table.Rows.Index())
        {
            var (value, wrong) = read(row, place);
            values.Add(value);
            if (wrong is { } text)
                Wrong(i, column, text);
        }

        return values;
    }

    private RowError? Settle(string[] numbers)
    {
        foreach (var (row, column) in Table.Rows.SelectMany(row => numbers.Select(column => (row, column))))
            _ = Table.Convention.Number(row, Table.Place(column), column, out _);
        return Table.Convention.Conflict(Table.File);
    }

    private List<FileRow> LookForMissing(string[] needed, Missing missing)
    {
        List<FileRow> whole = [];
        Dictionary<string, int> counts = [];
        (int Line, string Column)? first = null;
        foreach (var row in Table.Rows)
        {
            string[] lacking = [.. needed.Where(column => IsMissing(row.Cells[Table.Place(column)]))];
            if (lacking.Length == 0)
                whole.Add(row);
            foreach (string column in lacking)
            {
                first ??= (row.Line, column);
                counts[column] = counts.GetValueOrDefault(column) + 1;
            }
        }

        if (first is not { } place)
            return whole;
        int rows = Table.Rows.Count - whole.Count;
        string list = string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
        if (missing == Missing.Drop && whole.Count > 0)
        {
            LeftOut = new(
                $"{Table.File}: {rows} af {Table.Rows.Count} rækker er udeladt, fordi der mangler en værdi ({list}).",
                $"{Table.File}: {rows} of {Table.Rows.Count} rows were left out because a value is missing ({list})."
            );
            return whole;
        }
        var text = new Text(
            $"{rows} af {Table.Rows.Count} rækker mangler en værdi ({list}); udfyld dem, eller udelad rækkerne med --missing drop",
            $"{rows} of {Table.Rows.Count} rows lack a value ({list}); fill them in, or leave the rows out with --missing drop"
        );
        _errors.Add(new RowError(Table.File, place.Line, place.Column, null, text));
        return whole;
    }

    /// <summary>What people and programs write where nothing is known.</summary>
    private static bool IsMissing(string cell) =>
        cell.Trim().ToUpperInvariant() is "" or "NA" or "N/A" or "#N/A" or "#I/T" or ".";
}
