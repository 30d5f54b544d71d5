using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.Conversations;

/// <summary>What conversations ask of workers, each read for a whole municipality in one question.</summary>
internal static class ConversationDeadlines
{
    public static async Task<IEnumerable<WantedTask>> Planned(CaseworkDbContext db, CancellationToken stop)
    {
        var planned = await (
            from conversation in db.Conversations
            join citizen in db.Citizens on conversation.CitizenId equals citizen.Id
            where conversation.State == ConversationState.Planned && citizen.ClosedOn == null
            select new
            {
                conversation.Id,
                conversation.CitizenId,
                conversation.On,
                conversation.WorkerId,
            }
        ).ToListAsync(stop);
        return planned.Select(c => ConversationTask.Of(c.Id, c.CitizenId, c.On, c.WorkerId));
    }

    /// <summary>The next step agreed last: a newer one has taken the place of an older.</summary>
    public static async Task<IEnumerable<WantedTask>> NextSteps(CaseworkDbContext db, CancellationToken stop)
    {
        var steps = await (
            from conversation in db.Conversations
            join citizen in db.Citizens on conversation.CitizenId equals citizen.Id
            where
                conversation.State == ConversationState.Held
                && conversation.NextStepBy != null
                && citizen.ClosedOn == null
                && !db.Conversations.Any(newer =>
                    newer.CitizenId == conversation.CitizenId
                    && newer.State == ConversationState.Held
                    && newer.NextStepBy != null
                    && (
                        newer.On > conversation.On
                        || (newer.On == conversation.On && newer.RecordedAt > conversation.RecordedAt)
                    )
                )
            select new
            {
                conversation.Id,
                conversation.CitizenId,
                By = conversation.NextStepBy!.Value,
                Owner = citizen.PrimaryContactId ?? conversation.WorkerId,
            }
        ).ToListAsync(stop);
        return steps.Select(s => ConversationTask.NextStep(s.Id, s.CitizenId, s.By, s.Owner));
    }
}
