using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>A file to import: its name and how to open it. The stream is read once and closed.</summary>
public sealed record EvidenceFile(string Name, Func<Stream> Open)
{
    /// <summary>All <c>*.csv</c> in a folder, or the one file.</summary>
    public static IReadOnlyList<EvidenceFile> From(string path) =>
        [
            .. (
                Directory.Exists(path)
                    ? Directory.GetFiles(path, "*.csv").Order(StringComparer.Ordinal)
                    : new[] { path }.AsEnumerable()
            ).Select(file => new EvidenceFile(Path.GetFileName(file), () => File.OpenRead(file))),
        ];
}

/// <param name="AcceptValid">Import exactly the right rows instead of nothing when a row is wrong.</param>
public sealed record ImportOptions(string EnteredBy, string ApprovedBy, Text Note, bool AcceptValid = false);

/// <summary>What came of an import.</summary>
/// <param name="Published">The new version; null when nothing was imported.</param>
/// <param name="Corrections">The rejected rows as CSV with their columns in order and a last column <c>error</c>, by
/// file name; to be corrected and imported again.</param>
public sealed record ImportReport(
    BankVersion? Published,
    IReadOnlyList<RowError> Errors,
    IReadOnlyList<ImportedFile> Files,
    IReadOnlyDictionary<string, string> Corrections
);

public sealed record ImportedFile(
    string Name,
    string Kind,
    int Rows,
    int Added,
    int Changed,
    int Unchanged,
    int Rejected
);

/// <summary>Imports rows into a new version of the bank. Rows with a known key replace, others add; nothing is
/// removed.</summary>
public sealed class ImportEvidence
{
    public Task<ImportReport> Execute(
        IReadOnlyList<EvidenceFile> files,
        ImportOptions options,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException($"{files.Count} {options} {cancellationToken.IsCancellationRequested}");
}

/// <summary>Writes a version of the bank as the CSV files it can be imported from.</summary>
public static class ExportEvidence
{
    /// <summary>File names and their content, UTF-8, comma, header row.</summary>
    public static IReadOnlyDictionary<string, string> From(KnowledgeBank bank) =>
        throw new NotSupportedException($"{bank.Version}");
}

/// <summary>Publishes the data shipped with the program as a new version when it has changed. Safe to call at every
/// start.</summary>
public sealed class LoadShippedEvidence
{
    /// <returns>The newest version.</returns>
    public Task<BankVersion> Execute(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{cancellationToken.IsCancellationRequested}");
}
