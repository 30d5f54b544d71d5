using System.Globalization;
using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Several files read together: rows checked one by one, then against each other and the bank.</summary>
internal sealed class ImportBatch(EvidenceData data, IReadOnlySet<string> knownStudies)
{
    private readonly List<RowError> _errors = [];
    private readonly List<(FileTable Table, string Kind)> _tables = [];
    private readonly HashSet<string> _rejectedStudies = new(StringComparer.Ordinal);

    private readonly Dictionary<RowKind, object> _rows = [];

    public IReadOnlyList<RowError> Errors => _errors;

    public void Read(EvidenceFile file)
    {
        using var stream = file.Open();
        var table = FileTable.Read(stream, file.Name).Named([RowFormat<Study>.ErrorColumn], BankHeadings.Danish);
        var kind = BankRows.Of(table, data);
        _tables.Add((table, kind?.Name ?? ""));
        if (kind is not null)
            kind.Read(table, data, this);
        else if (table.Errors.Count > 0)
            _errors.AddRange(table.Errors);
        else
            _errors.Add(new RowError(file.Name, 1, null, null, EvidenceText.UnknownKind));
    }

    /// <summary>The right rows of a kind, by key.</summary>
    public Dictionary<string, ReadRow<T>> Rows<T>(RowKind<T> kind)
        where T : class
    {
        if (_rows.TryGetValue(kind, out object? rows))
            return (Dictionary<string, ReadRow<T>>)rows;
        var none = new Dictionary<string, ReadRow<T>>(StringComparer.Ordinal);
        _rows.Add(kind, none);
        return none;
    }

    /// <summary>Rejects rows whose study is rejected or nowhere. Call when all files are read.</summary>
    public void CheckReferences()
    {
        foreach (var kind in BankRows.All)
            kind.CheckStudies(this);
    }

    public IReadOnlyList<ImportedFile> Files(IReadOnlyDictionary<string, Storage.RowCounts> counts)
    {
        // Several files of one kind share the counts of the kind, shown at the first.
        var shown = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. _tables.Select(t =>
            {
                var rejected = _errors
                    .Where(e => e.File == t.Table.File && e.Row > 1)
                    .Select(e => e.Row)
                    .Distinct()
                    .Count();
                var count = shown.Add(t.Kind) ? counts.GetValueOrDefault(t.Kind) : null;
                return new ImportedFile(
                    t.Table.File,
                    t.Kind,
                    t.Table.Rows.Count + t.Table.BrokenRows.Count,
                    count?.Added ?? 0,
                    count?.Changed ?? 0,
                    count?.Unchanged ?? 0,
                    rejected
                );
            }),
        ];
    }

    /// <summary>The rejected rows of each file with a last column that says what is wrong.</summary>
    public IReadOnlyDictionary<string, string> Corrections(CultureInfo culture)
    {
        var corrections = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, _) in _tables.Where(t => t.Table.Header.Count > 0))
        {
            var wrong = _errors.Where(e => e.File == table.File && e.Row > 1).ToLookup(e => e.Row);
            int had = table.Place(RowFormat<Study>.ErrorColumn);
            var header = Without(had, table.Headings).Append(RowFormat<Study>.ErrorColumn).ToList();
            var rows = table
                .Rows.Concat(table.BrokenRows)
                .Where(r => wrong.Contains(r.Line))
                .OrderBy(r => r.Line)
                .Select(r => Correction(table, had, r, string.Join("; ", wrong[r.Line].Select(e => Said(e, culture)))))
                .ToList();
            if (rows.Count > 0)
                corrections[table.File] = CsvText.Write(header, rows, table.Separator);
        }
        return corrections;
    }

    internal void Add<T>(RowKind<T> kind, RowFormat<T> format, FileTable table)
        where T : class
    {
        var rows = Rows(kind);
        var read = format.ReadAll(table);
        _errors.AddRange(read.Errors);
        foreach (var row in read.Rows)
        {
            if (!rows.TryAdd(row.Key, row))
            {
                Reject(
                    table.File,
                    row.Source.Line,
                    format.Columns[0],
                    row.Key,
                    EvidenceText.TwiceInImport(rows[row.Key].File)
                );
            }
        }
        if (kind.Row != typeof(Study))
            return;
        var right = read.Rows.Select(r => r.Source.Line).ToHashSet();
        int key = Math.Max(0, read.Table.Place(format.Columns[0]));
        var wrong = table.Rows.Where(r => !right.Contains(r.Line)).Concat(table.BrokenRows);
        foreach (var row in wrong.Where(r => r.Cells.Count > key))
            _rejectedStudies.Add(row.Cells[key].Trim());
    }

    internal void CheckStudy<T>(RowKind<T> kind, ReadRow<T> row, string column, string study)
        where T : class
    {
        // A study that is there once right and once too many is imported, so its findings may follow.
        if (Rows(BankRows.Studies).ContainsKey(study))
            return;
        if (_rejectedStudies.Contains(study))
            Reject(row.File, row.Source.Line, column, study, EvidenceText.StudyRejected(study));
        else if (!knownStudies.Contains(study))
            Reject(row.File, row.Source.Line, column, study, EvidenceText.UnknownStudy(study));
        else
            return;
        Rows(kind).Remove(row.Key);
    }

    private void Reject(string file, int line, string column, string value, Text why) =>
        _errors.Add(new RowError(file, line, column, value, why));

    private static List<string> Correction(FileTable table, int had, FileRow row, string error)
    {
        var cells = row.Cells.Concat(Enumerable.Repeat("", table.Headings.Count)).Take(table.Headings.Count);
        return [.. Without(had, cells).Select(Harmless), error];
    }

    private static IEnumerable<string> Without(int place, IEnumerable<string> cells) =>
        cells.Where((_, i) => i != place);

    /// <summary>A number keeps its sign; a text that looks like a formula does not run when the file is opened.</summary>
    private static string Harmless(string cell) => Numeral.TryRead(cell, out _) ? cell : Formulas.Neutralised(cell);

    private static string Said(RowError error, CultureInfo culture) =>
        (error.Column is null ? "" : error.Column + ": ") + error.Expected.In(culture);
}
