using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Fidelity;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;

namespace Virker.Web.Pages.Fidelity;

/// <summary>The municipality's IPS reviews, and the beginning of a new one.</summary>
public sealed class FidelityListModel(
    ReadFidelity read,
    BeginFidelityReview begin,
    ManageTeams teams,
    TimeProvider clock,
    Links go
) : WorkerPage
{
    private IReadOnlyList<Platform.Accounts.Team> _teams = [];

    public IReadOnlyList<FidelityLine> Reviews { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public Guid? Team { get; private set; }

    public DateOnly? On { get; private set; }

    public IReadOnlyList<DkOption> TeamOptions => [.. _teams.Select(t => new DkOption(t.Id.ToString(), t.Name))];

    public string TeamName(Guid id) => _teams.FirstOrDefault(t => t.Id == id)?.Name ?? "–";

    public Task OnGetAsync(CancellationToken stop)
    {
        On = clock.Today();
        return Load(stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid? team, DateOnly? on, CancellationToken stop)
    {
        (Team, On) = (team, on);
        var begun = await begin.Execute(Worker, team, on, stop);
        if (begun.Id is { } id)
            return Redirect(go.FidelityReview(id));
        Problems = begun.Problems;
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop) =>
        (_teams, Reviews) = (await teams.List(Worker, stop), await read.All(Worker, stop));
}
