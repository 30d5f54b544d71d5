using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Platform;

namespace Virker.Casework.Citizens;

/// <summary>Gives citizens another primary contact: the history is written, and open tasks, planned conversations and the
/// course of IPS follow along. A few questions to the database for however many citizens.</summary>
internal static class HandOver
{
    private const int MaxReason = 300;

    /// <summary>What is wrong with the reason; null when nothing is.</summary>
    public static Text? WrongReason(string? reason) =>
        reason is null ? new("Skriv, hvorfor der skiftes.", "Write why the contact changes.")
        : reason.Length > MaxReason ? TypedText.TooLong(MaxReason)
        : null;

    /// <param name="contacts">The new contact of each citizen.</param>
    /// <param name="isMeetingAgreed">Otherwise the new contact gets the task of agreeing a joint meeting.</param>
    public static async Task Execute(
        CaseworkDbContext db,
        IReadOnlyDictionary<Guid, Guid> contacts,
        string? reason,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken stop,
        bool isMeetingAgreed = false
    )
    {
        Guid[] ids = [.. contacts.Keys];
        var citizens = await db.Citizens.Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(stop);
        var running = await db
            .PrimaryContacts.Where(p => EF.Parameter(ids).Contains(p.CitizenId) && p.To == null)
            .ToListAsync(stop);
        running.ForEach(p => p.To = today);
        var former = citizens.ToDictionary(c => c.Id, c => c.PrimaryContactId);
        var tasks = await db
            .Tasks.Where(t => t.CitizenId != null && EF.Parameter(ids).Contains(t.CitizenId.Value) && t.DoneAt == null)
            .ToListAsync(stop);
        foreach (var task in tasks.Where(t => t.OwnerId == former[t.CitizenId!.Value]))
            task.OwnerId = contacts[task.CitizenId!.Value];
        var planned = await db
            .Conversations.Where(c => EF.Parameter(ids).Contains(c.CitizenId) && c.State == ConversationState.Planned)
            .ToListAsync(stop);
        foreach (var conversation in planned.Where(c => c.WorkerId == former[c.CitizenId]))
            conversation.WorkerId = contacts[conversation.CitizenId];
        var courses = await db
            .IpsCourses.Where(c => EF.Parameter(ids).Contains(c.CitizenId) && c.EndedOn == null)
            .ToListAsync(stop);
        foreach (var course in courses.Where(c => c.WorkerId == former[c.CitizenId]))
            course.WorkerId = contacts[course.CitizenId];
        foreach (var citizen in citizens)
        {
            var contact = new PrimaryContact
            {
                CitizenId = citizen.Id,
                WorkerId = contacts[citizen.Id],
                From = today,
                Reason = reason,
            };
            db.Add(contact);
            if (citizen.PrimaryContactId is not null && !isMeetingAgreed)
                db.Add(ConversationTask.JointMeeting(contact.Id, citizen.Id, today, contact.WorkerId).Made(now));
            citizen.PrimaryContactId = contact.WorkerId;
        }
    }
}
