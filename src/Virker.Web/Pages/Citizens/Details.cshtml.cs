using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>Changing a citizen's name, address, protection, phone and e-mail.</summary>
public sealed class DetailsModel(ReadCitizen read, ChangeCitizen change, Links go) : CitizenPage
{
    public CitizenForm Form { get; private set; } = new();

    public string? Reason { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    protected override string Look => "look.details";

    public async Task OnGetAsync(CancellationToken stop) =>
        Form = CitizenForm.Of((await read.Details(Worker, Citizen.Id, stop))!);

    public async Task<IActionResult> OnPostAsync(CitizenForm form, string? reason, CancellationToken stop)
    {
        (Form, Reason) = (form, reason);
        Problems = await change.Execute(Worker, Citizen.Id, form.Details, reason, stop);
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }
}
