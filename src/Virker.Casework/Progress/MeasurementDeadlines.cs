using Microsoft.EntityFrameworkCore;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform;

namespace Virker.Casework.Progress;

/// <summary>What measuring asks of workers, each read for a whole municipality in one question.</summary>
internal static class MeasurementDeadlines
{
    /// <summary>A measurement is a task so many days before it is due.</summary>
    public const int WithinDays = 14;

    /// <summary>A link nobody used is a task after so many days, and no longer one after so many.</summary>
    public const int RemindAfterDays = 7;
    private const int ForgetAfterDays = 60;

    /// <summary>
    /// Three months after the last one the worker answered. The first is asked for of citizens whose case began after the
    /// municipality's own first measurement: a municipality that begins is not met by a task for everybody at once.
    /// </summary>
    public static async Task<IEnumerable<WantedTask>> Due(CaseworkDbContext db, DateOnly today, CancellationToken stop)
    {
        var rows = await (
            from citizen in db.Citizens
            where citizen.ClosedOn == null && citizen.PrimaryContactId != null && db.Measurements.Any()
            select new
            {
                citizen.Id,
                Owner = citizen.PrimaryContactId!.Value,
                Last = db
                    .Measurements.Where(m =>
                        m.CitizenId == citizen.Id
                        && db.ProgressAnswers.Any(a => a.MeasurementId == m.Id && a.Side == AnswerSide.Worker)
                    )
                    .Max(m => (DateOnly?)m.On),
                Since = db.Spells.Where(s => s.CitizenId == citizen.Id && s.To == null).Max(s => (DateOnly?)s.From),
                Began = db.Measurements.Min(m => (DateOnly?)m.On),
            }
        ).ToListAsync(stop);
        return rows.Select(r =>
                (
                    Row: r,
                    Due: r.Last?.AddMonths(MeasurementRhythm.Months)
                        ?? (r.Since > r.Began ? r.Since.Value.AddDays(MeasurementRhythm.FirstAfterDays) : null)
                )
            )
            .Where(r => r.Due <= today.AddDays(WithinDays))
            .Select(r => new WantedTask(TaskKind.Measurement, r.Row.Id, r.Due!.Value, r.Row.Owner, r.Row.Id));
    }

    /// <summary>The citizen was sent the questions and has not begun.</summary>
    public static async Task<IEnumerable<WantedTask>> Unanswered(
        CaseworkDbContext db,
        DateOnly today,
        CancellationToken stop
    )
    {
        var latest = new DateTimeOffset(today.AddDays(1 - RemindAfterDays), TimeOnly.MinValue, TimeSpan.Zero);
        var earliest = latest.AddDays(-ForgetAfterDays);
        var links = await (
            from link in db.PersonalLinks
            join citizen in db.Citizens on link.CitizenId equals citizen.Id
            where
                link.Purpose == LinkPurpose.Answers
                && link.UsedAt == null
                && link.RevokedAt == null
                && link.MadeAt < latest
                && link.MadeAt > earliest
                && citizen.ClosedOn == null
            select new
            {
                link.Id,
                link.CitizenId,
                link.MadeAt,
                Owner = citizen.PrimaryContactId ?? link.MadeBy,
            }
        ).ToListAsync(stop);
        return links.Select(l => new WantedTask(
            TaskKind.UnansweredLink,
            l.Id,
            DanishTime.DayOf(l.MadeAt).AddDays(RemindAfterDays),
            l.Owner,
            l.CitizenId
        ));
    }
}
