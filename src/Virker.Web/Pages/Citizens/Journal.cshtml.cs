using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>The journal: notes newest first, and a new one or a correction.</summary>
public sealed class JournalModel(ReadJournal read, WriteJournalNote write, Staff staff, Links go) : CitizenPage
{
    public JournalRead Journal { get; private set; } = null!;
    public WorkerNames Names { get; private set; } = null!;

    /// <summary>The id the form gives its note, so that it is saved once.</summary>
    public Guid NoteId { get; private set; } = Guid.CreateVersion7();
    public string? Text { get; private set; }

    /// <summary>The note that is being corrected; null for a new note.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Corrects { get; set; }

    [BindProperty(SupportsGet = true, Name = "n")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    protected override string Look => "look.journal";

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(Guid noteId, string? text, CancellationToken stop)
    {
        (NoteId, Text) = (noteId == Guid.Empty ? NoteId : noteId, text);
        Problems = await write.Execute(Worker, Citizen.Id, NoteId, text, Corrects, stop);
        if (Problems.Count == 0)
            return Redirect(go.Citizen(Citizen.Id, "journal"));
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Journal = await read.Execute(Worker, Citizen.Id, Number, stop);
        Names = await WorkerNames.Of(staff, Worker, stop);
    }
}
