using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Overviews;

/// <summary>How the citizen is reached. A protected address is not in it.</summary>
public sealed record Reach(HomeAddress? Address, string? Phone, string? Email);

/// <summary>Where the case stands.</summary>
/// <param name="GroupSince">The first day in the target group; null when in none.</param>
/// <param name="ContactSince">The first day with the primary contact; null when there is none.</param>
/// <param name="ContactChanges">How many times the primary contact was changed.</param>
/// <param name="MeasuredOn">The day of the newest measurement of progress; null before the first.</param>
public sealed record CaseNow(
    DateOnly? GroupSince,
    DateOnly? ContactSince,
    int ContactChanges,
    DateTimeOffset? GoalSaidAt,
    DateOnly? MeasuredOn
);

/// <summary>A line of the plan that runs or is to come.</summary>
public sealed record RunningLine(PlanItemKind Kind, string Title, bool IsJobDirected, DateOnly From, DateOnly? To);

/// <summary>A placement that runs, is to come, or ended last.</summary>
/// <param name="To">The last day, also when it ended before time.</param>
public sealed record PlacedLine(
    Guid Id,
    PlacementKind Kind,
    PlacementState State,
    string Workplace,
    DateOnly From,
    DateOnly To,
    int WeeklyMinutes
)
{
    public bool IsRunning(DateOnly today) => State == PlacementState.Agreed && From <= today && today <= To;
}

/// <summary>Everything the citizen's page shows below its head.</summary>
/// <param name="NextStep">The conversation with the next step agreed last; null when none was.</param>
/// <param name="Coming">The next planned conversation.</param>
/// <param name="Latest">Those written down last, newest first.</param>
/// <param name="Placements">Newest first, at most <see cref="ReadCitizenPage.Few"/>.</param>
public sealed record CitizenOverview(
    Reach Reach,
    CaseNow Now,
    ConversationLine? NextStep,
    ConversationLine? Coming,
    IReadOnlyList<ConversationLine> Latest,
    IReadOnlyList<RunningLine> Plan,
    IReadOnlyList<PlacedLine> Placements,
    HoursCurve Hours,
    IReadOnlyList<NoteRead> Notes
);

/// <summary>Reads the citizen's page in a bounded number of questions to the database. The caller logs the look-up.</summary>
public sealed class ReadCitizenPage(MunicipalityStore<CaseworkDbContext> store, ReadHours hours, TimeProvider clock)
{
    /// <summary>How many of each kind the page shows.</summary>
    public const int Few = 5;

    /// <summary>Weeks of the hours curve.</summary>
    public const int Weeks = 26;

    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<CitizenOverview> Execute(Worker by, Guid id, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var (reach, now, coming) = await Case(db, id, today, stop);
        var written = await Written(db, id, stop);
        var facts = (await HoursFacts.Of(db, [id], stop, withGroups: false))[id];
        return new(
            reach,
            now,
            written.FirstOrDefault(c => c.NextStep is not null),
            coming,
            [.. written.Take(Few)],
            await db
                .PlanItems.Where(p => p.CitizenId == id && p.EndedOn == null && (p.To == null || p.To >= today))
                .OrderBy(p => p.From)
                .Select(p => new RunningLine(p.Kind, p.Title, p.IsJobDirected, p.From, p.To))
                .ToListAsync(stop),
            [.. facts.Placements.OrderByDescending(p => p.From).Take(Few).Select(Line)],
            await hours.Curve(db, id, facts, Weeks, stop),
            await ReadJournal.Notes(db, id, 0, Few, stop)
        );
    }

    private static async Task<(Reach, CaseNow, ConversationLine?)> Case(
        CaseworkDbContext db,
        Guid id,
        DateOnly today,
        CancellationToken stop
    )
    {
        var planned = Of(db, id)
            .Where(c => c.State == ConversationState.Planned && c.On >= today)
            .OrderBy(c => c.On)
            .Take(1);
        var row = await (
            from c in db.Citizens
            where c.Id == id
            from coming in planned.DefaultIfEmpty()
            select new
            {
                c.Address,
                c.PostalCode,
                c.City,
                c.IsAddressProtected,
                c.Phone,
                c.Email,
                GroupSince = db.Spells.Where(s => s.CitizenId == id && s.To == null).Max(s => (DateOnly?)s.From),
                ContactSince = db
                    .PrimaryContacts.Where(p => p.CitizenId == id && p.To == null)
                    .Max(p => (DateOnly?)p.From),
                Contacts = db.PrimaryContacts.Count(p => p.CitizenId == id),
                GoalSaidAt = db.JobGoals.Where(g => g.CitizenId == id).Max(g => (DateTimeOffset?)g.SaidAt),
                MeasuredOn = db.Measurements.Where(m => m.CitizenId == id).Max(m => (DateOnly?)m.On),
                Coming = coming == null
                    ? null
                    : new ConversationLine(
                        coming.Id,
                        coming.Kind,
                        coming.State,
                        coming.On,
                        coming.At,
                        coming.WorkerId,
                        coming.NextStep,
                        coming.NextStepBy
                    ),
            }
        ).SingleOrDefaultAsync(stop);
        if (row is null)
            throw CitizenRows.NotFound();
        return (
            new(
                row.IsAddressProtected ? null : new HomeAddress(row.Address, row.PostalCode, row.City),
                row.Phone,
                row.Email
            ),
            new(row.GroupSince, row.ContactSince, Math.Max(row.Contacts - 1, 0), row.GoalSaidAt, row.MeasuredOn),
            row.Coming
        );
    }

    /// <summary>The latest conversations that are no longer planned; the next step is the newest of theirs.</summary>
    private static Task<List<ConversationLine>> Written(CaseworkDbContext db, Guid id, CancellationToken stop) =>
        Of(db, id)
            .Where(c => c.State != ConversationState.Planned)
            .OrderByDescending(c => c.On)
            .ThenByDescending(c => c.Id)
            .Take(4 * Few)
            .Select(c => new ConversationLine(c.Id, c.Kind, c.State, c.On, c.At, c.WorkerId, c.NextStep, c.NextStepBy))
            .ToListAsync(stop);

    private static IQueryable<Conversation> Of(CaseworkDbContext db, Guid id) =>
        db.Conversations.Where(c => c.CitizenId == id);

    private static PlacedLine Line(PlacementFact p) =>
        new(p.Id, p.Kind, p.State, p.Workplace, p.From, p.To, p.WeeklyMinutes);
}
