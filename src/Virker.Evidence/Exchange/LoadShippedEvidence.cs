using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Storage;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Evidence.Exchange;

/// <summary>Publishes the data shipped with the program as a new version when it has changed. Brings the database up to
/// date first. Safe to call at every start.</summary>
public sealed class LoadShippedEvidence(
    IDbContextFactory<EvidenceDbContext> contexts,
    EvidenceData data,
    EvidenceFolder folder,
    TimeProvider clock,
    ReadKnowledgeBank readBank
)
{
    private static readonly Text Note = new("Data leveret med programmet", "Data shipped with the program");

    /// <returns>The newest version.</returns>
    /// <exception cref="InvalidInputException">The shipped files are wrong; the text names the first mistake.</exception>
    public async Task<BankVersion> Execute(CancellationToken stop = default)
    {
        try
        {
            return await LoadOnce(stop);
        }
        catch (DbUpdateException)
        {
            // Another start published first; what it published is found now.
            return await LoadOnce(stop);
        }
    }

    /// <summary>How the bank's tables are; nothing is written.</summary>
    public async Task<TablesState> State(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        return await context.StateAsync(stop);
    }

    private async Task<BankVersion> LoadOnce(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        await context.BringUpToDateAsync(stop);
        var files = EvidenceFile.From(Path.Combine(folder.Path, "evidence"));
        var hash = Hash(files);
        var last = await context
            .Versions.AsNoTracking()
            .Where(v => v.ShippedHash != null)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(stop);
        if (last?.ShippedHash != hash)
            await Publish(context, files, hash, stop);
        return await context.Versions.AsNoTracking().OrderByDescending(v => v.Number).FirstAsync(stop);
    }

    private async Task Publish(
        EvidenceDbContext context,
        IReadOnlyList<EvidenceFile> files,
        string hash,
        CancellationToken stop
    )
    {
        var batch = new ImportBatch(data, new HashSet<string>());
        foreach (var file in files)
            batch.Read(file);
        batch.CheckReferences();
        if (batch.Errors.Count > 0)
            throw new InvalidInputException(batch.Errors[0].Message);
        var publisher = new Publisher("Virker", null, Note, hash);
        await new Publication(context, data, clock).Publish(batch, publisher, stop);
        readBank.Forget();
    }

    private static string Hash(IEnumerable<EvidenceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
            using var stream = file.Open();
            hash.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The folder that holds <c>evidence</c>, <c>taxonomy</c> and <c>rules</c>.</summary>
public sealed record EvidenceFolder(string Path);
