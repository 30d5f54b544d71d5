using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Caseload;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Teams;

/// <summary>How many citizens each worker of the leader's team has, and the municipality's own rule. It shows counts and
/// no citizen.</summary>
public sealed class CaseloadModel(ReadCaseload read, SetCaseloadRule set, Staff staff, TimeProvider clock, Links go)
    : WorkerPage
{
    public string? Ceiling { get; private set; }
    public string? Complex { get; private set; }
    public string? VeryComplex { get; private set; }
    public string? NewPercent { get; private set; }

    public string? Team { get; private set; }

    public CaseloadView View { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ShowAsync(stop);
        if (View.Loads.Rule is not { } rule)
            return;
        Ceiling = Show.Number((decimal)rule.Ceiling, 0);
        (Complex, VeryComplex) = (CaseloadView.Weight(rule.Complex), CaseloadView.Weight(rule.VeryComplex));
        NewPercent = Show.Number((decimal)rule.NewPercent, 0);
    }

    public async Task<IActionResult> OnPostAsync(
        string? ceiling,
        string? complex,
        string? veryComplex,
        string? newPercent,
        CancellationToken stop
    )
    {
        (Ceiling, Complex, VeryComplex, NewPercent) = (ceiling, complex, veryComplex, newPercent);
        Problems = await set.Execute(
            Worker,
            TypedNumber.Whole(ceiling),
            TypedNumber.Number(complex),
            TypedNumber.Number(veryComplex),
            TypedNumber.Whole(newPercent),
            stop
        );
        if (Problems.Count == 0)
            return Redirect(go.TeamCaseload);
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var all = await staff.Of(Worker.Municipality.Id, stop);
        var me = all.FirstOrDefault(m => m.Id == Worker.Id);
        Team = me?.Team;
        // A leader without a team answers for everybody. Who has left is in it as long as there are cases left behind.
        var members = all.Where(m => me?.TeamId is null || m.TeamId == me.TeamId).ToDictionary(m => m.Id);
        var loads = await read.Execute(Worker, members.Keys, stop);
        var shown = loads.Workers.Where(w => w.Cases > 0 || w.Covered > 0 || HasCases(members[w.WorkerId]));
        View = new(loads with { Workers = [.. shown] }, members, clock.Today(), IsLeaders: true);
    }

    /// <summary>Somebody whose row belongs here though there is no case today.</summary>
    private static bool HasCases(StaffMember who) => who.IsActive && who.Roles.Contains(Role.Caseworker);
}
