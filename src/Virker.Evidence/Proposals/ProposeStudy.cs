using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Storage;
using Virker.Platform;

namespace Virker.Evidence.Proposals;

/// <summary>Asks that a study with its findings becomes part of the bank.</summary>
public sealed class ProposeStudy(IDbContextFactory<EvidenceDbContext> contexts, EvidenceData data, TimeProvider clock)
{
    /// <param name="id">What the proposal is called: called the same it is the same, and nothing more is done.</param>
    /// <param name="from">The municipality.</param>
    /// <exception cref="InvalidInputException">A row is not one the bank takes; the text says which column.</exception>
    public async Task Execute(
        Guid id,
        Study study,
        IReadOnlyList<Finding> findings,
        string from,
        Guid by,
        string byName,
        CancellationToken stop
    )
    {
        var proposal = new Proposal
        {
            Id = id,
            From = from,
            Title = study.Title,
            StudiesCsv = BankRows.Studies.Format(data).ToCsv([study]),
            FindingsCsv = BankRows.Findings.Format(data).ToCsv(findings),
            ProposedBy = by,
            ProposedByName = byName,
            ProposedAt = clock.GetUtcNow(),
        };
        Check(proposal);
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Proposals.AnyAsync(p => p.Id == id, stop))
            return;
        db.Add(proposal);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The rows as files.</summary>
    internal static IReadOnlyList<EvidenceFile> Files(Proposal proposal) =>
        [
            new("studies.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(proposal.StudiesCsv))),
            new("findings.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(proposal.FindingsCsv))),
        ];

    private void Check(Proposal proposal)
    {
        var batch = new ImportBatch(data, new HashSet<string>(StringComparer.Ordinal));
        foreach (var file in Files(proposal))
            batch.Read(file);
        batch.CheckReferences();
        if (batch.Errors.Count == 0)
            return;
        var error = batch.Errors[0];
        throw new InvalidInputException(
            new($"{error.Column}: {error.Expected.Da}", $"{error.Column}: {error.Expected.En}")
        );
    }
}
