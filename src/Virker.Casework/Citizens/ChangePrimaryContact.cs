using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>
/// Gives the citizen another primary contact. One lasting contact matters, so a change has a written reason and is
/// counted. Open tasks and planned conversations follow to the new one.
/// </summary>
public sealed class ChangePrimaryContact(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="contact">A worker of the municipality, which the caller has seen to.</param>
    /// <param name="reason">Needed when the citizen has a contact already.</param>
    /// <param name="meeting">The day the two contacts meet the citizen, when it is agreed; otherwise the new one gets the
    /// task of agreeing it.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        Guid contact,
        string? reason,
        CancellationToken stop,
        DateOnly? meeting = null
    )
    {
        reason = TypedText.OrNull(reason);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen = await db.Citizens.OfId(id, stop);
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        List<FieldProblem> problems = [];
        if (citizen.PrimaryContactId == contact)
        {
            problems.Add(
                new("contact", new("Det er borgerens kontaktperson nu.", "That is the citizen's contact now."))
            );
        }
        if ((citizen.PrimaryContactId is not null || reason is not null) && HandOver.WrongReason(reason) is { } why)
            problems.Add(new("reason", why));
        if (meeting is not null && PlanConversation.Wrong(meeting, today) is { } wrong)
            problems.Add(new("meeting", wrong));
        if (problems.Count > 0)
            return problems;
        if (meeting is { } on)
            PlanConversation.Add(db, id, ConversationKind.HandOver, on, null, contact, now);
        await HandOver.Execute(
            db,
            new Dictionary<Guid, Guid> { [id] = contact },
            reason,
            today,
            now,
            stop,
            isMeetingAgreed: meeting is not null
        );
        await db.SaveAsync(by, "contact.change", id, reason, stop);
        return [];
    }
}
