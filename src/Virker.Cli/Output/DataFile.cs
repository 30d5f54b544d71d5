using System.Globalization;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Cli.Output;

/// <summary>
/// A file whose columns the caller names: each is asked for as numbers, yes and no, or names, and every cell that is
/// none is an error with its place. Ask for all of them, then look at <see cref="Errors"/>.
/// </summary>
internal sealed class DataFile
{
    public static readonly Text Number = new(
        "et tal med punktum som decimaltegn ventes",
        "a number with a point as decimal sign is expected"
    );
    public static readonly Text NumberNotWord = new(
        "et tal ventes her; lav en kolonne med 0 og 1 af ord",
        "a number is expected here; make a column of 0 and 1 out of words"
    );
    private static readonly Text YesOrNo = new(
        "der skal stå 1 (det skete) eller 0 (det skete ikke)",
        "expected 1 (it happened) or 0 (it did not)"
    );

    private readonly List<RowError> _errors;
    private readonly Dictionary<string, int> _places = [];

    private DataFile(CsvTable table, IReadOnlyList<string> needed)
    {
        Table = table;
        string header = string.Join(", ", table.Header);
        var missing = new Text(
            $"kolonnen mangler; filen har {header}",
            $"the column is missing; the file has {header}"
        );
        _errors = [.. table.Errors, .. table.HeaderErrors(needed, missing)];
        foreach (var (place, column) in table.Header.Index())
            _ = _places.TryAdd(column, place);
    }

    /// <summary>The file as it is.</summary>
    public CsvTable Table { get; }

    /// <summary>What has been found wrong so far, from the top of the file.</summary>
    public IReadOnlyList<RowError> Errors => [.. _errors.OrderBy(error => error.Row)];

    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="columns">The columns that will be asked for; null ones are not.</param>
    public static DataFile Read(Stream stream, string name, IEnumerable<string?> columns) =>
        new(CsvTable.Read(stream, name), [.. columns.OfType<string>().Distinct(StringComparer.Ordinal)]);

    /// <summary>Finite numbers.</summary>
    public IReadOnlyList<double> Numbers(string column, Text? expected = null)
    {
        var cells = Cells(column);
        double[] numbers = new double[cells.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!TryNumber(cells[i], out numbers[i]))
                Wrong(i, column, expected ?? Number);
        }

        return numbers;
    }

    /// <summary>1 or 0, also written true or false.</summary>
    public IReadOnlyList<bool> YesNo(string column)
    {
        var cells = Cells(column);
        bool[] values = new bool[cells.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = cells[i] is "1" || string.Equals(cells[i], "true", StringComparison.OrdinalIgnoreCase);
            if (
                !values[i]
                && cells[i] is not "0"
                && !string.Equals(cells[i], "false", StringComparison.OrdinalIgnoreCase)
            )
            {
                Wrong(i, column, YesOrNo);
            }
        }

        return values;
    }

    /// <summary>Names of studies, groups, arms: something stands there, and it is no formula.</summary>
    public IReadOnlyList<string> Names(string column)
    {
        var cells = Cells(column);
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i] == "")
                Wrong(i, column, ImportText.Required);
            else if (Formulas.LooksLikeOne(cells[i]) && !TryNumber(cells[i], out _))
                Wrong(i, column, ImportText.Formula);
        }

        return cells;
    }

    /// <summary>Adds an error about a cell of a row, counted from 0.</summary>
    public void Wrong(int row, string column, Text expected) =>
        _errors.Add(
            new RowError(Table.File, Table.Rows[row].Line, column, Table.Rows[row].Cells[_places[column]], expected)
        );

    // Empty when the file has no such column, which is an error already.
    private IReadOnlyList<string> Cells(string column) =>
        _places.TryGetValue(column, out int place) ? [.. Table.Rows.Select(row => row.Cells[place].Trim())] : [];

    private static bool TryNumber(string cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
