using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Caseload;
using Virker.Casework.Caseload.Allocations;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Teams;

/// <summary>The leader asks who should have which cases, and sees what was asked before. It shows no citizen.</summary>
public sealed class AllocationModel(
    ReadAllocation read,
    AskForAllocation ask,
    AllocationWork work,
    Staff staff,
    Links go
) : WorkerPage
{
    public string? Team { get; private set; }
    public Guid? Leaver { get; private set; }
    public string? Ceiling { get; private set; }
    public CaseloadRule? Rule { get; private set; }
    public IReadOnlyList<AllocationRun> Runs { get; private set; } = [];
    public IReadOnlyList<DkOption> Workers { get; private set; } = [];
    public WorkerNames Names { get; private set; } = null!;
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ShowAsync(stop);
        Ceiling = Rule is null ? null : Show.Number((decimal)Rule.Ceiling, 0);
    }

    public async Task<IActionResult> OnPostAsync(Guid? leaver, string? ceiling, CancellationToken stop)
    {
        (Leaver, Ceiling) = (leaver, ceiling);
        var asked = await ask.Execute(Worker, leaver, TypedNumber.Whole(ceiling), stop);
        Problems = asked.Problems;
        if (asked.Id is { } id)
        {
            work.Begin(Worker, id);
            return Redirect(go.Allocation(id));
        }

        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Names = await WorkerNames.Of(staff, Worker, stop);
        var me = Names.Find(Worker.Id);
        Team = me?.Team;
        Workers =
        [
            new("", T("Ingen stopper: gør det jævnt", "Nobody leaves: make it even")),
            .. Names
                .Members.Where(m => m.CanBeContact && (me?.TeamId is null || m.TeamId == me.TeamId))
                .Select(m => new DkOption(m.Id.ToString(), m.Name)),
        ];
        (Runs, Rule) = await read.All(Worker, stop);
    }
}
