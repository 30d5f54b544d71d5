using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Casework.Overviews;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Rules;
using Virker.Web.Site;
using Virker.Web.Site.Forms;

namespace Virker.Web.Pages.Citizens;

/// <summary>Why somebody asked for a protected address.</summary>
public sealed record AddressReason(string Reason);

/// <summary>The citizen's page: the goal, where we are, the next step, hours, plan, people and history.</summary>
public sealed class CitizenModel(
    ReadCitizenPage read,
    ShowAddress showAddress,
    ReadTrials trials,
    Staff staff,
    RuleBook book,
    KeptForms kept,
    TimeProvider clock,
    Links go
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

    public async Task OnGetAsync(string? result, CancellationToken stop)
    {
        if (await kept.Find<AddressReason>(result, stop) is { } asked)
            await ShowAddressAsync(asked.Reason, stop);
        await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAddressAsync(string? reason, CancellationToken stop)
    {
        var asked = await showAddress.Execute(Worker, Citizen.Id, reason, stop);
        if (asked.Address is not null)
        {
            // Not the address itself is kept: it is read, and the look logged, when it is shown.
            var id = await kept.KeepResult(new AddressReason(reason!.Trim()), stop, KeptForms.SecretTime);
            return Redirect(go.Citizen(Citizen.Id, "", (Links.ResultKey, id.ToString())));
        }

        Problems = asked.Problems;
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAddressAsync(string reason, CancellationToken stop)
    {
        ProtectedAddress = (await showAddress.Execute(Worker, Citizen.Id, reason, stop)).Address;
        _why = ProtectedAddress is null ? null : reason;
        // Nothing of it is kept by the browser or on the way.
        Response.Headers.CacheControl = "no-store";
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Case = await read.Execute(Worker, Citizen.Id, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
        Trials = await trials.OfCitizen(Worker, Citizen.Id, Citizen.TargetGroup ?? "", stop);
    }
}
