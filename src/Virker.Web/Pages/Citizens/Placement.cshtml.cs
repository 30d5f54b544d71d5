using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>Starts a placement: one page, with the rules' words on it. Without a workplace it lists the citizen's
/// placements.</summary>
public sealed class PlacementModel(PreparePlacement prepare, StartPlacement start, ListPlacements list, Links go)
    : CitizenPage
{
    [BindProperty(SupportsGet = true, Name = "workplace")]
    public Guid? Workplace { get; set; }

    [BindProperty]
    public PlacementForm Form { get; set; } = new();

    /// <summary>Null on the list.</summary>
    public PlacementStart? Start { get; private set; }
    public IReadOnlyList<PlacementLine> Placements { get; private set; } = [];
    public IReadOnlyCollection<FieldProblem> Problems { get; private set; } = [];
    public IReadOnlyList<RuleMessage> Messages { get; private set; } = [];

    protected override string Look => Start is null ? "look.placements" : "look.placement-form";

    public bool IsWarned => Messages.Any(m => m.Level == RuleLevel.Warn);

    /// <summary>The rest of the form is in view when something in it is asked for or filled in.</summary>
    public bool ShowsRest =>
        Messages.Any(m => m.Level != RuleLevel.Inform)
        || Problems.Count > 0
        || Form.Kind != PlacementKind.Internship.Code();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Workplace is not { } workplace)
        {
            Placements = await list.Execute(Worker, Citizen.Id, stop);
            return Page();
        }

        Start = await prepare.Execute(Worker, Citizen.Id, workplace, stop);
        if (Start is null)
            return NotFound();
        Form = PlacementForm.Of(Start.Terms);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (
            Workplace is not { } workplace
            || (Start = await prepare.Execute(Worker, Citizen.Id, workplace, stop)) is null
        )
        {
            return NotFound();
        }
        var result = await start.Execute(Worker, Citizen.Id, Form.Terms(workplace), stop);
        if (result.Id is { } id)
            return Redirect(go.Placement(id, "agreement"));
        (Problems, Messages) = (result.Problems, result.Messages);

        return Page();
    }
}
