using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>Another primary contact, with the reason.</summary>
public sealed class ContactModel(ChangePrimaryContact change, ReadHistory read, Staff staff, Links go) : CitizenPage
{
    public Guid? Contact { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>How many times the contact was changed before.</summary>
    public int Changes { get; private set; }

    public WorkerNames Names { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<DkOption> Contacts =>
        [.. Options.Contacts(Names).Where(o => o.Value != Citizen.PrimaryContactId?.ToString())];

    protected override string Look => "look.contact";

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(Guid? contact, string? reason, CancellationToken stop)
    {
        (Contact, Reason) = (contact, reason);
        await ShowAsync(stop);
        Problems =
            contact is { } id && Names.Find(id) is { } member && Options.CanBeContact(member)
                ? await change.Execute(Worker, Citizen.Id, id, reason, stop)
                : [new("contact", new("Vælg en kontaktperson på listen.", "Choose a contact on the list."))];
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Names = await WorkerNames.Of(staff, Worker, stop);
        Changes = (await read.Execute(Worker, Citizen.Id, stop)).ContactChanges;
    }
}
