using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Options;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>What can be offered, in the order of the evidence. Citizen and worker choose; any choice is as easy as the
/// first.</summary>
public sealed class ChooseModel(ReadOptions read, ChooseOption choose, Staff staff, Links go) : CitizenPage
{
    [BindProperty(Name = "intervention")]
    public string? Intervention { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public CitizenOptions Found { get; private set; } = null!;
    public WorkerNames Names { get; private set; } = null!;
    public IReadOnlyCollection<FieldProblem> Problems { get; private set; } = [];

    protected override string Look => "look.options";

    public Task OnGetAsync(CancellationToken stop) => Read(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var chosen = await choose.Execute(Worker, Citizen.Id, Intervention, Reason, stop);
        if (chosen.Offer is { } offer)
        {
            return Redirect(
                offer.LeadsTo == OfferLeadsTo.Placement
                    ? go.Citizen(Citizen.Id, "match")
                    : go.Citizen(Citizen.Id, "plan", ("offer", offer.Intervention))
            );
        }

        Problems = chosen.Problems;
        await Read(stop);
        return Page();
    }

    private async Task Read(CancellationToken stop)
    {
        Found = await read.Execute(Worker, Citizen.Id, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
    }
}
