using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Casework.CoreElements;

internal sealed record ContactFact(Guid CitizenId, Guid WorkerId, DateOnly From, DateOnly? To);

internal sealed record TalkFact(Guid CitizenId, DateOnly On, bool IsAtWorkplace);

/// <param name="To">The last day, agreed or real.</param>
/// <param name="FollowedUpOn">The days its follow-up was done as a task.</param>
/// <param name="Steps">Agreed paid hours, by their first day.</param>
internal sealed record AgreementFact(
    Guid CitizenId,
    Guid Id,
    DateOnly From,
    DateOnly To,
    int FollowUpWeeks,
    bool HasPaidTasks,
    bool HasMentor,
    IReadOnlyList<(DateOnly From, int Minutes)> Steps,
    IReadOnlyList<DateOnly> FollowedUpOn
);

internal sealed record PlanFact(Guid CitizenId, PlanItemKind Kind, bool IsJobDirected, DateOnly From, DateOnly? To);

/// <summary>What is recorded of a citizen that the core elements can be read from.</summary>
/// <param name="Goals">The days a job goal was said.</param>
/// <param name="Resources">The days an assessment was made, and whether it names resources.</param>
internal sealed record ElementFacts(
    IReadOnlyList<DateOnly> Goals,
    IReadOnlyList<ContactFact> Contacts,
    IReadOnlyList<TalkFact> Talks,
    IReadOnlyList<AgreementFact> Agreements,
    IReadOnlyList<PlanFact> Plan,
    IReadOnlyList<(DateOnly On, bool Named)> Resources
)
{
    /// <summary>The facts of some citizens in eight questions, however many they are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ElementFacts>> Of(
        CaseworkDbContext db,
        IReadOnlyCollection<Guid> citizens,
        CancellationToken stop
    )
    {
        Guid[] ids = [.. citizens.Distinct()];
        var goals = await db
            .JobGoals.Where(g => EF.Parameter(ids).Contains(g.CitizenId))
            .Select(g => new { g.CitizenId, g.SaidAt })
            .ToListAsync(stop);
        var contacts = await db
            .PrimaryContacts.Where(c => EF.Parameter(ids).Contains(c.CitizenId))
            .Select(c => new ContactFact(c.CitizenId, c.WorkerId, c.From, c.To))
            .ToListAsync(stop);
        var talks = await db
            .Conversations.Where(c => EF.Parameter(ids).Contains(c.CitizenId) && c.State == ConversationState.Held)
            .Select(c => new TalkFact(c.CitizenId, c.On, c.Kind == ConversationKind.AtWorkplace))
            .ToListAsync(stop);
        var placements = await db
            .Placements.Where(p =>
                EF.Parameter(ids).Contains(p.CitizenId)
                && (p.State == PlacementState.Agreed || p.State == PlacementState.Ended)
            )
            .Select(p => new
            {
                p.CitizenId,
                p.Id,
                p.From,
                To = p.EndedOn ?? p.To,
                p.FollowUpWeeks,
                HasPaidTasks = p.PaidTasks != null,
                HasMentor = p.MentorName != null,
            })
            .ToListAsync(stop);
        var steps = (
            await (
                from s in db.PaidHoursSteps
                join p in db.Placements on s.PlacementId equals p.Id
                where EF.Parameter(ids).Contains(p.CitizenId)
                select new
                {
                    s.PlacementId,
                    s.From,
                    s.WeeklyMinutes,
                }
            ).ToListAsync(stop)
        ).ToLookup(s => s.PlacementId);
        var followed = (
            await db
                .Tasks.Where(t =>
                    t.CitizenId != null
                    && EF.Parameter(ids).Contains(t.CitizenId.Value)
                    && t.Kind == TaskKind.PlacementFollowUp
                    && t.DoneAt != null
                    && t.DoneBy != Guid.Empty
                    && t.AboutId != null
                )
                .Select(t => new { t.AboutId, DoneAt = t.DoneAt!.Value })
                .ToListAsync(stop)
        ).ToLookup(t => t.AboutId!.Value, t => DanishTime.DayOf(t.DoneAt));
        var plan = await db
            .PlanItems.Where(p => EF.Parameter(ids).Contains(p.CitizenId))
            .Select(p => new PlanFact(p.CitizenId, p.Kind, p.IsJobDirected, p.From, p.EndedOn ?? p.To))
            .ToListAsync(stop);
        var assessments = await db
            .Assessments.Where(a => EF.Parameter(ids).Contains(a.CitizenId))
            .Select(a => new
            {
                a.CitizenId,
                a.MadeAt,
                a.Resources,
            })
            .ToListAsync(stop);
        var (g1, c1, t1, a1, p1, r1) = (
            goals.ToLookup(g => g.CitizenId, g => DanishTime.DayOf(g.SaidAt)),
            contacts.ToLookup(c => c.CitizenId),
            talks.ToLookup(t => t.CitizenId),
            placements.ToLookup(
                p => p.CitizenId,
                p => new AgreementFact(
                    p.CitizenId,
                    p.Id,
                    p.From,
                    p.To,
                    p.FollowUpWeeks,
                    p.HasPaidTasks,
                    p.HasMentor,
                    [.. steps[p.Id].OrderBy(s => s.From).Select(s => (s.From, s.WeeklyMinutes))],
                    [.. followed[p.Id]]
                )
            ),
            plan.ToLookup(p => p.CitizenId),
            assessments.ToLookup(a => a.CitizenId, a => (DanishTime.DayOf(a.MadeAt), a.Resources.Count > 0))
        );
        return ids.ToDictionary(
            id => id,
            id => new ElementFacts([.. g1[id]], [.. c1[id]], [.. t1[id]], [.. a1[id]], [.. p1[id]], [.. r1[id]])
        );
    }
}
