using Microsoft.EntityFrameworkCore;
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
    private const int MaxReason = 300;

    /// <param name="contact">A worker of the municipality, which the caller has seen to.</param>
    /// <param name="reason">Needed when the citizen has a contact already.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        Guid contact,
        string? reason,
        CancellationToken stop
    )
    {
        reason = CitizenDetails.Clean(reason);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen = await db.Citizens.OfId(id, stop);
        List<FieldProblem> problems = [];
        if (citizen.PrimaryContactId == contact)
            problems.Add(
                new("contact", new("Det er borgerens kontaktperson nu.", "That is the citizen's contact now."))
            );
        if (citizen.PrimaryContactId is not null && reason is null)
            problems.Add(new("reason", new("Skriv, hvorfor der skiftes.", "Write why the contact changes.")));
        if (reason?.Length > MaxReason)
            problems.Add(new("reason", CitizenDetails.TooLong(MaxReason)));
        if (problems.Count > 0)
            return problems;
        var today = clock.Today();
        foreach (var now in await db.PrimaryContacts.Where(p => p.CitizenId == id && p.To == null).ToListAsync(stop))
            now.To = today;
        db.Add(
            new PrimaryContact
            {
                CitizenId = id,
                WorkerId = contact,
                From = today,
                Reason = reason,
            }
        );
        if (citizen.PrimaryContactId is { } former)
            await HandOver(db, id, former, contact, stop);
        citizen.PrimaryContactId = contact;
        await db.SaveAsync(by, "contact.change", id, reason, stop);
        return [];
    }

    private static async Task HandOver(
        CaseworkDbContext db,
        Guid citizen,
        Guid former,
        Guid contact,
        CancellationToken stop
    )
    {
        var tasks = await db
            .Tasks.Where(t => t.CitizenId == citizen && t.OwnerId == former && t.DoneAt == null)
            .ToListAsync(stop);
        tasks.ForEach(t => t.OwnerId = contact);
        var planned = await db
            .Conversations.Where(c =>
                c.CitizenId == citizen && c.WorkerId == former && c.State == ConversationState.Planned
            )
            .ToListAsync(stop);
        planned.ForEach(c => c.WorkerId = contact);
    }
}
