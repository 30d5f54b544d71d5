using Virker.Allocation;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload.Allocations;

/// <summary>Computes a proposal that was asked for. It may take half a minute for a whole municipality.</summary>
public sealed class ComputeAllocation(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(25);

    /// <param name="progress">Told the cost of the best so far and the bound.</param>
    /// <exception cref="InvalidInputException">No such proposal.</exception>
    public async Task Execute(Worker by, Guid id, IProgress<(int Cost, int Bound)>? progress, CancellationToken stop)
    {
        var everybody = await staff.Of(by.Municipality.Id, stop);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var run = await db.AllocationRuns.OfId(id, null, stop);
        if (run.State != AllocationState.Asked)
            return;
        var problem = await new AllocationFacts(db, clock.Today()).Read(run, everybody, stop);
        run.Answer(ProposeAllocation.For(problem, Limit, progress: progress));
        await db.SaveAsync(by, "allocation.compute", [], null, stop);
    }
}
