using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Casework.Overviews;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Employers;

/// <summary>Changes what is known about a workplace. It names no citizen.</summary>
public sealed class ChangeModel(ReadDetails read, ChangeWorkplace change, TimeProvider clock, Links go) : WorkerPage
{
    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public WorkplaceForm Form { get; private set; } = new();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await read.Execute(Worker, id, stop) is not { } details)
            return NotFound();
        (Id, Name, Form) = (id, details.Name, WorkplaceForm.Of(details));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, WorkplaceForm form, CancellationToken stop)
    {
        if (await read.Execute(Worker, id, stop) is not { } details)
            return NotFound();
        (Id, Name, Form) = (id, details.Name, form);
        Problems = await change.Execute(Worker, id, form.Details(clock.Today(), details), stop);
        return Problems.Count == 0 ? Redirect(go.Employer(id)) : Page();
    }
}
