using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Rules;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A new citizen as the form sends it.</summary>
public sealed class NewCitizenForm : CitizenForm
{
    public string? Cpr { get; set; }
    public DateOnly? BornOn { get; set; }
    public string? TargetGroup { get; set; }
    public DateOnly? Since { get; set; }
    public Guid? Contact { get; set; }
}

/// <summary>Registering a citizen.</summary>
public sealed class NewModel(AddCitizen add, Staff staff, RuleBook book, TimeProvider clock, Links go) : WorkerPage
{
    public NewCitizenForm Form { get; private set; } = new();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<DkOption> TargetGroups =>
        [new("", T("Ikke afklaret endnu", "Not settled yet")), .. Options.TargetGroups(book, clock.Today())];

    public IReadOnlyList<DkOption> Contacts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop)
    {
        Form = new NewCitizenForm { Since = clock.Today(), Contact = Worker.Id };
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(NewCitizenForm form, CancellationToken stop)
    {
        Form = form;
        var contact =
            form.Contact is { } id && await staff.Find(Worker.Municipality.Id, id, stop) is { IsActive: true } found
                ? found.Id
            : form.Contact is null ? (Guid?)null
            : throw new InvalidInputException(TypedChoice.NotOnTheList, "contact");
        var added = await add.Execute(
            Worker,
            new NewCitizen(
                form.Cpr,
                form.Details,
                form.BornOn,
                string.IsNullOrEmpty(form.TargetGroup) ? null : form.TargetGroup,
                form.Since,
                contact
            ),
            stop
        );
        if (added.Id is { } citizen)
            return Redirect(go.Citizen(citizen));
        Problems = added.Problems;
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop) =>
        Contacts = [
            new("", T("Ingen endnu", "None yet")),
            .. Options.Contacts(await WorkerNames.Of(staff, Worker, stop)),
        ];
}
