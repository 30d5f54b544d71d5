using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;

namespace Virker.Casework.Progress;

/// <summary>When the worker is to measure, read for a whole municipality in one question.</summary>
internal static class MeasurementDeadlines
{
    /// <summary>A measurement is a task so many days before it is due.</summary>
    public const int WithinDays = 14;

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
}
