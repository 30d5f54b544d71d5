using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.Citizens;

/// <summary>Who has another contact and has not met the two together.</summary>
internal static class JointMeetings
{
    /// <summary>The meeting is asked for so many days after a change; then it is too late.</summary>
    private const int WithinDays = 90;

    public static async Task<IEnumerable<WantedTask>> Due(CaseworkDbContext db, DateOnly today, CancellationToken stop)
    {
        var since = today.AddDays(-WithinDays);
        var changes = await (
            from contact in db.PrimaryContacts
            join citizen in db.Citizens on contact.CitizenId equals citizen.Id
            where
                contact.To == null
                && contact.From > since
                && citizen.ClosedOn == null
                && db.PrimaryContacts.Any(former => former.CitizenId == contact.CitizenId && former.To != null)
                && !db.Conversations.Any(c =>
                    c.CitizenId == contact.CitizenId
                    && c.Kind == ConversationKind.HandOver
                    && (c.State == ConversationState.Planned || c.State == ConversationState.Held)
                    && c.On >= contact.From
                )
            select new
            {
                contact.Id,
                contact.CitizenId,
                contact.From,
                contact.WorkerId,
            }
        ).ToListAsync(stop);
        return changes.Select(c => ConversationTask.JointMeeting(c.Id, c.CitizenId, c.From, c.WorkerId));
    }
}
