using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A conversation as it was written down. It can be corrected by a note, not changed.</summary>
public sealed class ConversationReadModel(ReadConversations read, CorrectConversation correct, Staff staff, Links go)
    : CitizenPage
{
    public ConversationRead Conversation { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The page follows a save.</summary>
    [BindProperty(SupportsGet = true, Name = "saved")]
    public bool Saved { get; set; }

    [BindProperty]
    public string? Correction { get; set; }

    protected override string Look => "look.conversation";

    public async Task<IActionResult> OnGetAsync(Guid conversation, CancellationToken stop) =>
        await Load(conversation, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid conversation, CancellationToken stop)
    {
        if (!await Load(conversation, stop))
            return NotFound();
        Problems = await correct.Execute(Worker, Citizen.Id, conversation, Correction, stop);
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id, $"conversation/{conversation}")) : Page();
    }

    /// <summary>A worker's name as colleagues know it.</summary>
    public async Task<string> NameOf(Guid worker) =>
        (await staff.Find(Worker.Municipality.Id, worker))?.Name ?? T("en tidligere medarbejder", "a former worker");

    private async Task<bool> Load(Guid conversation, CancellationToken stop)
    {
        var found = await read.One(Worker, Citizen.Id, conversation, stop);
        if (found is null || found.Line.State == ConversationState.Planned)
            return false;
        Conversation = found;
        return true;
    }
}
