using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Day;

/// <summary>Reads a worker's day in five questions to the database, each along an index that begins with the worker. The
/// caller logs whom the page shows.</summary>
public sealed class ReadDay(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>So many weeks without a conversation are too long. Our choice; the page says the number.</summary>
    public const int QuietWeeks = 6;

    /// <summary>Placements' and jobs' deadlines are shown so many days ahead, and a citizen is new for so many days.</summary>
    public const int Days = 14;

    private static readonly TaskKind[] OfPlacements =
    [
        TaskKind.PlacementFollowUp,
        TaskKind.PlacementEnds,
        TaskKind.GrowPaidHours,
        TaskKind.Statement,
        TaskKind.JobSupport,
    ];

    public async Task<MyDay> Execute(Worker worker, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        var tasks = await Tasks(db, worker.Id, today, stop);
        var conversations = await Conversations(db, worker.Id, today, stop);
        var mine = await Mine(db, worker.Id, today, stop);
        var moved = await Moved(db, worker.Id, today, clock.GetUtcNow(), stop);
        return new MyDay(
            today,
            conversations,
            [.. tasks.Where(t => (t.SnoozedTo ?? t.Due) <= today)],
            [.. tasks.Where(t => (t.SnoozedTo ?? t.Due) > today && OfPlacements.Contains(t.Kind))],
            moved,
            [
                .. mine.Select(c => Still(c, today))
                    .OfType<DayStill>()
                    .OrderByDescending(s => s.QuietWeeks ?? -1)
                    .ThenBy(s => s.Name, Danish.Alphabet),
            ],
            [
                .. mine.Where(c => IsNew(c, today))
                    .OrderByDescending(c => c.Since)
                    .Select(c => new DayNewcomer(
                        c.Id,
                        c.Name,
                        c.JobGoal,
                        c.Since!.Value,
                        c.LastHeld >= c.Since || c.NextPlanned is not null
                    )),
            ],
            mine.Count
        );
    }

    private static Task<List<DayTask>> Tasks(CaseworkDbContext db, Guid worker, DateOnly today, CancellationToken stop)
    {
        var until = today.AddDays(Days);
        return ReadTask.Of(
            db,
            db.Tasks.Where(t =>
                t.OwnerId == worker
                && t.DoneAt == null
                && t.Due <= until
                && (t.SnoozedTo == null || t.SnoozedTo <= today)
                && t.Kind != TaskKind.Conversation
            ),
            today,
            stop
        );
    }

    private static async Task<List<DayConversation>> Conversations(
        CaseworkDbContext db,
        Guid worker,
        DateOnly today,
        CancellationToken stop
    )
    {
        var rows = await (
            from conversation in db.Conversations
            join citizen in db.Citizens on conversation.CitizenId equals citizen.Id
            where
                conversation.WorkerId == worker
                && conversation.State == ConversationState.Planned
                && conversation.On <= today
                && citizen.ClosedOn == null
            select new
            {
                conversation.Id,
                conversation.Kind,
                conversation.On,
                conversation.At,
                conversation.CitizenId,
                citizen.FirstNames,
                citizen.LastName,
                citizen.JobGoal,
            }
        ).ToListAsync(stop);
        return
        [
            .. rows.OrderBy(r => r.On)
                .ThenBy(r => r.At ?? TimeOnly.MaxValue)
                .Select(r => new DayConversation(
                    r.Id,
                    r.CitizenId,
                    $"{r.FirstNames} {r.LastName}",
                    r.JobGoal,
                    r.Kind,
                    r.On,
                    r.At,
                    r.On < today
                )),
        ];
    }

    private sealed record MyCitizen(
        Guid Id,
        string FirstNames,
        string LastName,
        string? JobGoal,
        DateOnly? Since,
        DateOnly? LastHeld,
        DateOnly? NextPlanned,
        bool HasStep
    )
    {
        public string Name => $"{FirstNames} {LastName}";
    }

    private static Task<List<MyCitizen>> Mine(
        CaseworkDbContext db,
        Guid worker,
        DateOnly today,
        CancellationToken stop
    ) =>
        Of(db, worker)
            .Select(c => new MyCitizen(
                c.Id,
                c.FirstNames,
                c.LastName,
                c.JobGoal,
                db.PrimaryContacts.Where(p => p.CitizenId == c.Id && p.WorkerId == worker && p.To == null)
                    .Max(p => (DateOnly?)p.From),
                db.Conversations.Where(t => t.CitizenId == c.Id && t.State == ConversationState.Held)
                    .Max(t => (DateOnly?)t.On),
                db.Conversations.Where(t =>
                        t.CitizenId == c.Id && t.State == ConversationState.Planned && t.On >= today
                    )
                    .Min(t => (DateOnly?)t.On),
                db.Tasks.Any(t => t.CitizenId == c.Id && t.Kind == TaskKind.NextStep && t.DoneAt == null)
            ))
            .ToListAsync(stop);

    private static bool IsNew(MyCitizen citizen, DateOnly today) => citizen.Since > today.AddDays(-Days);

    private static DayStill? Still(MyCitizen citizen, DateOnly today)
    {
        if (IsNew(citizen, today))
            return null;
        var quietSince = citizen.LastHeld ?? citizen.Since;
        int? weeks = quietSince is { } day ? (today.DayNumber - day.DayNumber) / 7 : null;
        bool isQuiet = weeks is null or >= QuietWeeks;
        bool lacksStep = !citizen.HasStep && citizen.NextPlanned is null;
        return isQuiet || lacksStep
            ? new DayStill(citizen.Id, citizen.Name, citizen.LastHeld, isQuiet ? weeks : null, lacksStep)
            : null;
    }

    private static async Task<List<DayMove>> Moved(
        CaseworkDbContext db,
        Guid worker,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var since = now.AddDays(-7);
        var milestones = await (
            from milestone in db.Milestones
            join citizen in Of(db, worker) on milestone.CitizenId equals citizen.Id
            where milestone.SeenAt >= since && milestone.CorrectedAt == null
            select new
            {
                citizen.Id,
                citizen.FirstNames,
                citizen.LastName,
                milestone.Kind,
            }
        ).ToListAsync(stop);
        var first = today.Monday().AddDays(-8 * 7);
        var weeks = await (
            from week in db.ReportedWeeks
            join citizen in Of(db, worker) on week.CitizenId equals citizen.Id
            where week.Week >= first
            select new
            {
                citizen.Id,
                citizen.FirstNames,
                citizen.LastName,
                week.Week,
                week.Minutes,
                week.RecordedAt,
            }
        ).ToListAsync(stop);
        var hours = weeks
            .GroupBy(w => (w.Id, Name: $"{w.FirstNames} {w.LastName}"))
            .Select(g =>
            {
                var totals = g.GroupBy(w => w.Week).ToDictionary(w => w.Key, w => w.Sum(x => x.Minutes));
                var newest = g.Where(w => w.RecordedAt >= since && w.Minutes > 0).Max(w => (DateOnly?)w.Week);
                var before = totals.Keys.Where(w => w < newest).Max(w => (DateOnly?)w);
                return new DayMove(
                    g.Key.Id,
                    g.Key.Name,
                    [],
                    newest,
                    newest is { } w ? totals[w] : 0,
                    before is { } b ? totals[b] : null
                );
            })
            .Where(m => m.Week is not null);
        var reached = milestones
            .GroupBy(m => (m.Id, Name: $"{m.FirstNames} {m.LastName}"))
            .Select(g => new DayMove(g.Key.Id, g.Key.Name, [.. g.Select(m => m.Kind).Order()], null, 0, null));
        return
        [
            .. hours
                .Concat(reached)
                .GroupBy(m => m.CitizenId)
                .Select(g => g.First() with { Milestones = [.. g.SelectMany(m => m.Milestones)] })
                .OrderByDescending(m => m.Milestones.Count)
                .ThenByDescending(m => m.Minutes - (m.Before ?? 0))
                .ThenBy(m => m.Name, Danish.Alphabet),
        ];
    }

    private static IQueryable<Citizen> Of(CaseworkDbContext db, Guid worker) =>
        db.Citizens.Where(c => c.PrimaryContactId == worker && c.ClosedOn == null);
}
