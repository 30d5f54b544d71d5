using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Cohorts;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>A trial the citizen may draw a lot in, or has.</summary>
public sealed class LotModel(
    ReadTrials trials,
    DrawLot draw,
    RefuseTrial refuse,
    FindCohort cohort,
    TimeProvider clock,
    Links go
) : CitizenPage
{
    public CitizenTrial Trial { get; private set; } = null!;

    public IReadOnlyList<CohortCondition> NotMet { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public DateOnly Today => clock.Today();

    protected override string Look => "look.trial";

    public Task<IActionResult> OnGetAsync(Guid trial, CancellationToken stop) => ShowAsync(trial, stop);

    public async Task<IActionResult> OnPostDrawAsync(Guid trial, bool isTold, CancellationToken stop)
    {
        if (await Of(trial, stop) is null)
            return NotFound();
        (_, Problems) = await draw.Execute(Worker, trial, Citizen.Id, isTold, stop);
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id, $"trial/{trial}")) : await ShowAsync(trial, stop);
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid trial, string? kind, CancellationToken stop)
    {
        if (await Of(trial, stop) is null)
            return NotFound();
        Problems = await refuse.Execute(Worker, trial, Citizen.Id, TypedChoice.Of<RefusalKind>(kind, "kind"), stop);
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id, $"trial/{trial}")) : await ShowAsync(trial, stop);
    }

    private async Task<IActionResult> ShowAsync(Guid trial, CancellationToken stop)
    {
        if (await Of(trial, stop) is not { } found)
            return NotFound();
        Trial = found;
        if (found is { Arm: null, Refusal: null })
            NotMet = await cohort.NotMet(Worker, Citizen.Id, found.Plan.Rule, stop);
        return Page();
    }

    private async Task<CitizenTrial?> Of(Guid trial, CancellationToken stop) =>
        (await trials.OfCitizen(Worker, Citizen.Id, null, stop)).FirstOrDefault(t => t.Id == trial);
}
