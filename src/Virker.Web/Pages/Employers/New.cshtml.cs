using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Employers;

/// <summary>Writes a workplace down, with its company where that is new.</summary>
public sealed class NewModel(AddWorkplace add, TimeProvider clock, Links go) : WorkerPage
{
    public WorkplaceForm Form { get; private set; } = new();

    public string? Cvr { get; private set; }

    public string? PNumber { get; private set; }

    public string? CompanyName { get; private set; }

    public string Sector { get; private set; } = "private";

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(
        WorkplaceForm form,
        string? cvr,
        string? pNumber,
        string? companyName,
        string? sector,
        CancellationToken stop
    )
    {
        (Form, Cvr, PNumber, CompanyName, Sector) = (form, cvr, pNumber, companyName, sector ?? "private");
        var added = await add.Execute(
            Worker,
            new NewWorkplace(cvr ?? "", pNumber ?? "", form.Details(clock.Today()), companyName, Sector == "public"),
            stop
        );
        Problems = added.Problems;
        return added.Id is { } id ? Redirect(go.Employer(id)) : Page();
    }
}
