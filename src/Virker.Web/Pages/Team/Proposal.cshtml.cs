using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Caseload.Allocations;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Teams;

/// <summary>A proposal for who has which cases: the moves, what they cost and why, and the leader's yes or no.</summary>
public sealed class ProposalModel(
    ReadAllocation read,
    DecideAllocation decide,
    AllocationWork work,
    Staff staff,
    Links go
) : WorkerPage
{
    /// <summary>A team is computed within it; longer work is looked at again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public AllocationView View { get; private set; } = null!;

    /// <summary>The computation, when it goes on still.</summary>
    public AllocationWork.Run? Run { get; private set; }
    public string? Reason { get; private set; }
    public WorkerNames Names { get; private set; } = null!;
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Run = await work.Await(id, Patience, stop);
        return await ShowAsync(id, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? reason, CancellationToken stop)
    {
        Reason = reason;
        return await DecideAsync(id, isAccepted: true, stop);
    }

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken stop) =>
        DecideAsync(id, isAccepted: false, stop);

    private async Task<IActionResult> DecideAsync(Guid id, bool isAccepted, CancellationToken stop)
    {
        if (await read.Execute(Worker, id, stop) is null)
            return NotFound();
        Problems = await decide.Execute(Worker, id, isAccepted, Reason, stop);
        return Problems.Count == 0 ? Redirect(go.Allocation(id)) : await ShowAsync(id, stop);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken stop)
    {
        if (await read.Execute(Worker, id, stop) is not { } view)
            return NotFound();
        View = view;
        Names = await WorkerNames.Of(staff, Worker, stop);
        if (view.Citizens.Count > 0)
            await Looked("look.allocation", [.. view.Citizens.Keys]);
        return Page();
    }
}
