using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Storage;
using Virker.Platform;

namespace Virker.Evidence.Proposals;

/// <summary>Approves a proposal, which publishes it, or refuses it with the reason.</summary>
public sealed class DecideProposal(
    IDbContextFactory<EvidenceDbContext> contexts,
    ImportEvidence import,
    ReadKnowledgeBank bank,
    TimeProvider clock
)
{
    /// <param name="by">The editor: another person than who proposed it.</param>
    /// <returns>What stops it; empty when it is decided.</returns>
    /// <exception cref="InvalidInputException">No such proposal waits, or the bank does not take its rows.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Guid proposal,
        Guid by,
        string byName,
        bool isApproved,
        string? why,
        CancellationToken stop
    )
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var found =
            await db.Proposals.FirstOrDefaultAsync(p => p.Id == proposal && p.State == ProposalState.Waiting, stop)
            ?? throw new InvalidInputException(
                new(
                    "forslaget findes ikke, eller der er taget stilling til det",
                    "there is no such proposal, or it is decided"
                )
            );
        if (found.ProposedBy == by)
        {
            return
            [
                new(
                    "decision",
                    new(
                        "En anden end den, der foreslog det, skal godkende det.",
                        "Somebody else than who proposed it must approve it."
                    )
                ),
            ];
        }
        if (!isApproved && string.IsNullOrWhiteSpace(why))
            return [new("why", new("Skriv hvorfor.", "Write why."))];
        if (isApproved)
            found.Version = await Publish(found, byName, stop);
        found.State = isApproved ? ProposalState.Published : ProposalState.Refused;
        found.RefusedWhy = isApproved ? null : why!.Trim();
        (found.DecidedBy, found.DecidedByName, found.DecidedAt) = (by, byName, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return [];
    }

    // Before the decision is saved: if that fails, approving again changes nothing in the bank.
    private async Task<int> Publish(Proposal proposal, string byName, CancellationToken stop)
    {
        // Two people may share a name; the municipality tells them apart.
        var report = await import.Execute(
            ProposeStudy.Files(proposal),
            new(
                $"{proposal.ProposedByName}, {proposal.From}",
                byName,
                new($"Forsøg i {proposal.From}: {proposal.Title}", $"Trial in {proposal.From}: {proposal.Title}")
            ),
            stop
        );
        if (report.Errors.Count == 0)
            return report.Published?.Number ?? (await bank.Execute(stop: stop)).Version.Number;
        var error = report.Errors[0];
        throw new InvalidInputException(
            new($"{error.Column}: {error.Expected.Da}", $"{error.Column}: {error.Expected.En}")
        );
    }
}
