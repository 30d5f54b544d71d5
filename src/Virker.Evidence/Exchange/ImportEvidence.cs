using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Storage;
using Virker.Platform;
using Virker.Platform.Import;
using Virker.Platform.Storage;

namespace Virker.Evidence.Exchange;

/// <summary>A file to import: its name and how to open it. The stream is read once and closed.</summary>
public sealed record EvidenceFile(string Name, Func<Stream> Open)
{
    /// <summary>All <c>*.csv</c> in a folder, or the one file.</summary>
    public static IReadOnlyList<EvidenceFile> From(string path) =>
        [
            .. (
                Directory.Exists(path)
                    ? Directory
                        .GetFiles(path)
                        .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".csv" or ".xlsx")
                        .Order(StringComparer.Ordinal)
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
/// removed. Nothing is imported unless every row is right, or, with accept-valid, exactly the right rows.</summary>
public sealed class ImportEvidence(
    IDbContextFactory<EvidenceDbContext> contexts,
    EvidenceData data,
    TimeProvider clock,
    ReadKnowledgeBank readBank
)
{
    public async Task<ImportReport> Execute(
        IReadOnlyList<EvidenceFile> files,
        ImportOptions options,
        CancellationToken stop = default
    )
    {
        TwoPersons(options);
        if (files.Count == 0)
            throw new InvalidInputException(EvidenceText.NoFiles);
        await using var context = await contexts.CreateDbContextAsync(stop);
        await context.BringUpToDateAsync(stop);
        var known = await context.Rows<Study>().Where(r => r.ToVersion == null).Select(r => r.Key).ToListAsync(stop);
        var batch = new ImportBatch(data, known.ToHashSet(StringComparer.Ordinal));
        foreach (var file in files)
            batch.Read(file);
        batch.CheckReferences();
        if (batch.Errors.Count > 0 && !options.AcceptValid)
            return new ImportReport(null, batch.Errors, batch.Files(Nothing), NoCorrections);
        var publisher = new Publisher(options.EnteredBy.Trim(), options.ApprovedBy.Trim(), options.Note);
        var (version, counts) = await Publish(context, batch, publisher, stop);
        readBank.Forget();
        var corrections = batch.Corrections(CultureInfo.CurrentUICulture);
        return new ImportReport(version, batch.Errors, batch.Files(counts), corrections);
    }

    private async Task<(BankVersion? Version, IReadOnlyDictionary<string, RowCounts> Counts)> Publish(
        EvidenceDbContext context,
        ImportBatch batch,
        Publisher publisher,
        CancellationToken stop
    )
    {
        try
        {
            return await new Publication(context, data, clock).Publish(batch, publisher, stop);
        }
        catch (DbUpdateException)
        {
            throw new InvalidInputException(EvidenceText.PublishedMeanwhile);
        }
    }

    private static readonly Dictionary<string, RowCounts> Nothing = [];
    private static readonly Dictionary<string, string> NoCorrections = [];

    private static void TwoPersons(ImportOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.EnteredBy) || string.IsNullOrWhiteSpace(options.ApprovedBy))
            throw new InvalidInputException(EvidenceText.NoName);
        if (options.EnteredBy.Trim().Equals(options.ApprovedBy.Trim(), StringComparison.OrdinalIgnoreCase))
            throw new InvalidInputException(EvidenceText.SamePerson(options.EnteredBy.Trim()));
    }
}
