using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Plans;
using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Casework.PersonalLinks;

/// <summary>A line of the citizen's plan.</summary>
public sealed record OwnLine(PlanItemKind Kind, string Title, DateOnly From, DateOnly? To);

/// <summary>What the citizen is shown of the own case: agreed with the citizen, said by the citizen, or about the citizen's
/// right to know. No assessment, note, belief or answer of the worker's, and no address.</summary>
/// <param name="Next">The next planned conversation.</param>
/// <param name="NextStep">What was agreed last.</param>
/// <param name="Hours">Weeks with paid hours reported, newest first.</param>
/// <param name="Answers">The citizen's own answers, newest measurement first.</param>
/// <param name="Sharing">The units the citizen's consent shares with, until when.</param>
/// <param name="Log">Who has looked or written, newest first.</param>
public sealed record OwnCase(
    string FirstNames,
    string? JobGoal,
    Guid? Contact,
    ConversationLine? Next,
    string? NextStep,
    DateOnly? NextStepBy,
    IReadOnlyList<OwnLine> Plan,
    IReadOnlyList<(DateOnly Week, int Minutes)> Hours,
    IReadOnlyList<MeasurementRead> Answers,
    IReadOnlyList<(Guid Unit, DateOnly Until)> Sharing,
    CitizenLog Log
);

/// <summary>Reads the citizen's own case in a bounded number of questions to the database. The caller logs the look.</summary>
public sealed class ReadDoor(MunicipalityStore<CaseworkDbContext> store, ReadCitizenLog log, TimeProvider clock)
{
    /// <summary>Weeks of paid hours.</summary>
    public const int Weeks = 12;

    /// <summary>Days of the log.</summary>
    public const int LogDays = 90;

    /// <returns>Null when the link is for something else.</returns>
    public async Task<OwnCase?> Execute(Visit visit, CancellationToken stop)
    {
        if (visit.Purpose != LinkPurpose.Door)
            return null;
        var today = clock.Today();
        var id = visit.CitizenId;
        var first = today.Monday().AddDays(-7 * Weeks);
        await using var db = await store.OpenAsync(visit.Municipality, stop);
        var person = await db
            .Citizens.Where(c => c.Id == id)
            .Select(c => new
            {
                c.FirstNames,
                c.JobGoal,
                c.PrimaryContactId,
            })
            .SingleAsync(stop);
        var talks = await db
            .Conversations.Where(c => c.CitizenId == id)
            .Where(c =>
                (c.State == ConversationState.Planned && c.On >= today)
                || (c.State == ConversationState.Held && c.NextStep != null)
            )
            .OrderByDescending(c => c.On)
            .ThenByDescending(c => c.Id)
            .Take(20)
            .Select(c => new ConversationLine(c.Id, c.Kind, c.State, c.On, c.At, c.WorkerId, c.NextStep, c.NextStepBy))
            .ToListAsync(stop);
        var step = talks.Find(t => t.State == ConversationState.Held);
        var plan = await db
            .PlanItems.Where(p => p.CitizenId == id && p.EndedOn == null && (p.To == null || p.To >= today))
            .OrderBy(p => p.From)
            .Select(p => new OwnLine(p.Kind, p.Title, p.From, p.To))
            .ToListAsync(stop);
        var weeks = await db
            .ReportedWeeks.Where(w => w.CitizenId == id && w.Week >= first)
            .GroupBy(w => w.Week)
            .Select(w => new { Week = w.Key, Minutes = w.Sum(x => x.Minutes) })
            .ToListAsync(stop);
        var sharing = await db
            .IpsConsents.AsNoTracking()
            .Where(c => c.CitizenId == id && c.RevokedAt == null && c.Until >= today)
            .ToListAsync(stop);
        var progress = await ReadProgress.Of(db, id, id, stop);
        return new(
            person.FirstNames,
            person.JobGoal,
            person.PrimaryContactId,
            talks.FindLast(t => t.State == ConversationState.Planned),
            step?.NextStep,
            step?.NextStepBy,
            plan,
            [.. weeks.OrderByDescending(w => w.Week).Select(w => (w.Week, w.Minutes))],
            [.. progress.Measurements.Where(m => m.Citizen.Count > 0).Reverse()],
            [.. sharing.GroupBy(c => c.UnitId).Select(g => (g.Key, g.Max(c => c.Until)))],
            await log.Execute(visit.Citizen, id, today.AddDays(-LogDays), today, stop)
        );
    }
}
