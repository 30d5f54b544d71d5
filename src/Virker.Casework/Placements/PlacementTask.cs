using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Casework.Placements;

/// <summary>A placement that runs, as its tasks are made from it.</summary>
/// <param name="FollowedUpAt">When a worker last marked a follow-up done.</param>
/// <param name="SeenOn">The last conversation at the workplace.</param>
internal sealed record RunningPlacement(
    Guid Id,
    Guid CitizenId,
    Guid WorkplaceId,
    PlacementKind Kind,
    DateOnly From,
    DateOnly To,
    int FollowUpWeeks,
    bool? HasStatement,
    Guid Owner,
    DateTimeOffset? FollowedUpAt = null,
    DateOnly? SeenOn = null
);

/// <summary>The tasks a placement gives rise to, the same whether made at once or by night.</summary>
internal static class PlacementTask
{
    /// <summary>The end is a task so many days before.</summary>
    private const int EndsWithinDays = 14;

    /// <summary>Who looks after a placement.</summary>
    public static Guid Owner(Guid? supportedBy, Guid? primaryContact, Guid startedBy) =>
        supportedBy ?? primaryContact ?? startedBy;

    /// <summary>Follow-up by the rhythm, counted from the last one done or the last conversation at the workplace; the
    /// end; and the employer's statement.</summary>
    public static IEnumerable<WantedTask> Of(RunningPlacement placement, DateOnly today)
    {
        var (from, to) = (placement.From, placement.To);
        var last = new[]
        {
            from,
            placement.FollowedUpAt is { } at ? DanishTime.DayOf(at) : from,
            placement.SeenOn ?? from,
        }.Max();
        if (placement.FollowUpWeeks > 0 && last.AddDays(7 * placement.FollowUpWeeks) is var next && next < to)
            yield return Task(TaskKind.PlacementFollowUp, next);
        if (to <= today.AddDays(EndsWithinDays))
            yield return Task(TaskKind.PlacementEnds, to);
        if (PlacementKinds.Of(placement.Kind).NeedsStatement && placement.HasStatement != true)
            yield return Task(TaskKind.Statement, from);

        WantedTask Task(TaskKind kind, DateOnly due) =>
            new(kind, placement.Id, due, placement.Owner, placement.CitizenId, placement.WorkplaceId);
    }

    /// <summary>Those of every placement that runs.</summary>
    public static async Task<IEnumerable<WantedTask>> Due(CaseworkDbContext db, DateOnly today, CancellationToken stop)
    {
        var running = await (
            from placement in db.Placements
            join citizen in db.Citizens on placement.CitizenId equals citizen.Id
            where placement.State == PlacementState.Agreed && placement.EndedOn == null && citizen.ClosedOn == null
            select new RunningPlacement(
                placement.Id,
                placement.CitizenId,
                placement.WorkplaceId,
                placement.Kind,
                placement.From,
                placement.To,
                placement.FollowUpWeeks,
                placement.HasStatement,
                Owner(placement.SupportedBy, citizen.PrimaryContactId, placement.StartedBy),
                db.Tasks.Where(t =>
                        t.AboutId == placement.Id
                        && t.Kind == TaskKind.PlacementFollowUp
                        && t.DoneAt != null
                        && t.DoneBy != Guid.Empty
                    )
                    .Max(t => t.DoneAt),
                db.Conversations.Where(c =>
                        c.CitizenId == placement.CitizenId
                        && c.State == ConversationState.Held
                        && c.Kind == ConversationKind.AtWorkplace
                        && c.On >= placement.From
                    )
                    .Max(c => (DateOnly?)c.On)
            )
        ).ToListAsync(stop);
        return running.SelectMany(p => Of(p, today));
    }
}
