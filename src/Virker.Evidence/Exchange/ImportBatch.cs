using System.Globalization;
using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>Several files read together: rows checked one by one, then against each other and the bank.</summary>
internal sealed class ImportBatch(BankFormats formats, IReadOnlySet<string> knownStudies)
{
    private readonly List<RowError> _errors = [];
    private readonly List<(FileTable Table, string Kind)> _tables = [];
    private readonly HashSet<string> _rejectedStudies = new(StringComparer.Ordinal);

    public Dictionary<string, ReadRow<Study>> Studies { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<Finding>> Findings { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<Assessment>> Assessments { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<ProfessionalConclusion>> Conclusions { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<PracticeCue>> Cues { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<OpenQuestion>> Unknowns { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<Baseline>> Baselines { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ReadRow<PublishedPool>> Pools { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<RowError> Errors => _errors;

    public void Read(EvidenceFile file)
    {
        using var stream = file.Open();
        var table = FileTable.Read(stream, file.Name).Named([RowFormat<Study>.ErrorColumn], BankHeadings.Danish);
        var kind = formats.KindOf(table);
        _tables.Add((table, kind ?? ""));
        switch (kind)
        {
            case "studies":
                Add(formats.Studies, table, Studies);
                break;
            case "findings":
                Add(formats.Findings, table, Findings);
                break;
            case "assessments":
                Add(formats.Assessments, table, Assessments);
                break;
            case "conclusions":
                Add(formats.Conclusions, table, Conclusions);
                break;
            case "cues":
                Add(formats.Cues, table, Cues);
                break;
            case "unknowns":
                Add(formats.Unknowns, table, Unknowns);
                break;
            case "baselines":
                Add(formats.Baselines, table, Baselines);
                break;
            case "pools":
                Add(formats.Pools, table, Pools);
                break;
            default:
                _errors.AddRange(table.Errors);
                if (table.Errors.Count == 0)
                    _errors.Add(new RowError(file.Name, 1, null, null, EvidenceText.UnknownKind));
                break;
        }
    }

    /// <summary>Rejects rows whose study is rejected or nowhere. Call when all files are read.</summary>
    public void CheckReferences()
    {
        foreach (var row in Findings.Values.ToList())
            CheckStudy(Findings, row, "study_id", row.Value.StudyId);
        foreach (var row in Assessments.Values.ToList())
            CheckStudy(Assessments, row, "study_id", row.Value.StudyId);
        foreach (var row in Conclusions.Values.ToList())
        {
            foreach (var study in row.Value.BasisStudies)
                CheckStudy(Conclusions, row, "basis_studies", study);
        }
        foreach (var row in Cues.Values.ToList())
        {
            foreach (var study in row.Value.BasisStudies)
                CheckStudy(Cues, row, "basis_studies", study);
        }
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

    private void Add<T>(RowFormat<T> format, FileTable table, Dictionary<string, ReadRow<T>> rows)
        where T : class
    {
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
        if (format.Kind != "studies")
            return;
        var right = read.Rows.Select(r => r.Source.Line).ToHashSet();
        int key = Math.Max(0, read.Table.Place(format.Columns[0]));
        var wrong = table.Rows.Where(r => !right.Contains(r.Line)).Concat(table.BrokenRows);
        foreach (var row in wrong.Where(r => r.Cells.Count > key))
            _rejectedStudies.Add(row.Cells[key].Trim());
    }

    private void CheckStudy<T>(Dictionary<string, ReadRow<T>> rows, ReadRow<T> row, string column, string study)
    {
        // A study that is there once right and once too many is imported, so its findings may follow.
        if (Studies.ContainsKey(study))
            return;
        if (_rejectedStudies.Contains(study))
            Reject(row.File, row.Source.Line, column, study, EvidenceText.StudyRejected(study));
        else if (!knownStudies.Contains(study))
            Reject(row.File, row.Source.Line, column, study, EvidenceText.UnknownStudy(study));
        else
            return;
        rows.Remove(row.Key);
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
