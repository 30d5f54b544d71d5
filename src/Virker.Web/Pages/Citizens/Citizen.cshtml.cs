using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Casework.Overviews;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>The citizen's page: the goal, where we are, the next step, hours, plan, people and history.</summary>
public sealed class CitizenModel(
    ReadCitizenPage read,
    ShowAddress showAddress,
    ReadTrials trials,
    Staff staff,
    RuleBook book,
    TimeProvider clock
) : CitizenPage
{
    private string? _why;

    public CitizenOverview Case { get; private set; } = null!;
    public WorkerNames Names { get; private set; } = null!;
    public IReadOnlyList<CitizenTrial> Trials { get; private set; } = [];

    /// <summary>The protected address, only in the answer to a request with a reason.</summary>
    public HomeAddress? ProtectedAddress { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public string WhereWeAre => CaseWords.WhereWeAre(Citizen, Case, book, Today);

    protected override string Look => ProtectedAddress is null ? "look.citizen" : "look.address";

    protected override string? Why => _why;

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAddressAsync(string? reason, CancellationToken stop)
    {
        var shown = await showAddress.Execute(Worker, Citizen.Id, reason, stop);
        (ProtectedAddress, Problems) = (shown.Address, shown.Problems);
        if (ProtectedAddress is not null)
            _why = reason?.Trim();
        // Nothing of it is kept by the browser or on the way.
        Response.Headers.CacheControl = "no-store";
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Case = await read.Execute(Worker, Citizen.Id, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
        Trials = await trials.OfCitizen(Worker, Citizen.Id, Citizen.TargetGroup ?? "", stop);
    }
}
