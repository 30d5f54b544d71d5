using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>Corrects what was written of a conversation with a note in the journal; the first words stay.</summary>
public sealed class CorrectConversation(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen has no such conversation written down.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        Guid conversation,
        string? correction,
        CancellationToken stop
    )
    {
        if (string.IsNullOrWhiteSpace(correction))
            return [new("correction", new("Skriv, hvad der skal rettes.", "Write what is to be corrected."))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (
            !await db.Conversations.AnyAsync(
                c => c.Id == conversation && c.CitizenId == citizen && c.State != ConversationState.Planned,
                stop
            )
        )
        {
            throw new InvalidInputException(new("samtalen findes ikke", "there is no such conversation"));
        }
        var id = Guid.CreateVersion7();
        db.Add(
            new JournalNote
            {
                Id = id,
                CitizenId = citizen,
                AuthorId = by.Id,
                WrittenAt = clock.GetUtcNow(),
                Text = db.Vault.Seal(correction.Trim(), id, "text"),
                Corrects = conversation,
            }
        );
        await db.SaveAsync(by, "conversation.correct", citizen, null, stop);
        return [];
    }
}
