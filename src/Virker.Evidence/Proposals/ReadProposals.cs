using Microsoft.EntityFrameworkCore;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Storage;

namespace Virker.Evidence.Proposals;

/// <summary>A proposal with its rows.</summary>
public sealed record ProposedStudy(Proposal Proposal, Study Study, IReadOnlyList<Finding> Findings);

/// <summary>Reads what is proposed.</summary>
public sealed class ReadProposals(IDbContextFactory<EvidenceDbContext> contexts, EvidenceData data)
{
    /// <summary>Those that wait first, then the newest.</summary>
    public async Task<IReadOnlyList<Proposal>> All(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return
        [
            .. (await db.Proposals.AsNoTracking().ToListAsync(stop))
                .OrderBy(p => p.State != ProposalState.Waiting)
                .ThenByDescending(p => p.ProposedAt),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, Proposal>> Of(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, Proposal>();
        await using var db = await contexts.CreateDbContextAsync(stop);
        Guid[] wanted = [.. ids];
        return await db
            .Proposals.AsNoTracking()
            .Where(p => EF.Parameter(wanted).Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, stop);
    }

    /// <returns>Null when there is no such proposal.</returns>
    public async Task<ProposedStudy?> One(Guid id, CancellationToken stop)
    {
        if (!(await Of([id], stop)).TryGetValue(id, out var proposal))
            return null;
        var batch = new ImportBatch(data, new HashSet<string>(StringComparer.Ordinal));
        foreach (var file in ProposeStudy.Files(proposal))
            batch.Read(file);
        return new(
            proposal,
            batch.Rows(BankRows.Studies).Values.Single().Value,
            [.. batch.Rows(BankRows.Findings).Values.Select(f => f.Value)]
        );
    }
}
