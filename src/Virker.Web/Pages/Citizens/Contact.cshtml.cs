using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Caseload;
using Virker.Casework.Citizens;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>Another primary contact, with the reason and the joint meeting; and what the case asks of whoever has it.</summary>
public sealed class ContactModel(
    ChangePrimaryContact change,
    ReadHistory read,
    ReadCaseNeeds readNeeds,
    ChangeCaseNeeds changeNeeds,
    Staff staff,
    Links go
) : CitizenPage
{
    public Guid? Contact { get; private set; }
    public string? Reason { get; private set; }
    public DateOnly? Meeting { get; private set; }
    public string? Level { get; private set; }
    public string? Language { get; private set; }
    public bool IsBound { get; private set; }

    /// <summary>How many times the contact was changed before.</summary>
    public int Changes { get; private set; }

    public WorkerNames Names { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<DkOption> Contacts =>
        [.. Options.Contacts(Names).Where(o => o.Value != Citizen.PrimaryContactId?.ToString())];

    public static IReadOnlyList<DkOption> Levels =>
        [
            new("", T("Ikke vurderet", "Not judged")),
            .. Enum.GetValues<CaseLevel>().Select(l => new DkOption(l.Code(), CaseWords.Of(l))),
        ];

    public static IReadOnlyList<DkOption> Languages =>
        [
            new("", T("Dansk er nok", "Danish will do")),
            .. CaseLanguages
                .All.Select(l => new DkOption(l.Code, l.Name.ToString()))
                .OrderBy(o => o.Text, Danish.Alphabet),
        ];

    protected override string Look => "look.contact";

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostNeedsAsync(
        string? level,
        string? language,
        bool isBound,
        CancellationToken stop
    )
    {
        await ShowAsync(stop);
        (Level, Language, IsBound) = (level, language, isBound);
        Problems = await changeNeeds.Execute(
            Worker,
            Citizen.Id,
            TypedChoice.Of<CaseLevel>(level, "level"),
            string.IsNullOrEmpty(language) ? null : language,
            isBound,
            stop
        );
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid? contact,
        string? reason,
        DateOnly? meeting,
        CancellationToken stop
    )
    {
        (Contact, Reason, Meeting) = (contact, reason, meeting);
        await ShowAsync(stop);
        Problems =
            contact is { } id && Names.Find(id) is { } member && member.CanBeContact
                ? await change.Execute(Worker, Citizen.Id, id, reason, stop, meeting)
                : [new("contact", new("Vælg en kontaktperson på listen.", "Choose a contact on the list."))];
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Names = await WorkerNames.Of(staff, Worker, stop);
        Changes = (await read.Execute(Worker, Citizen.Id, stop)).ContactChanges;
        var needs = await readNeeds.Execute(Worker, Citizen.Id, stop);
        (Level, Language, IsBound) = (needs?.Level?.Code(), needs?.Language, needs?.IsBound == true);
    }
}
