using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;

namespace Virker.Casework.Progress;

/// <summary>Where a citizen stood in a measurement, by the citizen's own answers.</summary>
/// <param name="Level">Their mean, 1 to 5.</param>
public sealed record OwnLevel(DateOnly On, double Level)
{
    /// <summary>With fewer of the questions answered the measurement says too little.</summary>
    public const double LeastAnswered = 0.5;

    /// <summary>
    /// The citizens' levels in measurements of some days, oldest first. The worker's answers are not in it: the worker
    /// knows what the citizen was given, and one of them is a belief.
    /// </summary>
    internal static async Task<ILookup<Guid, OwnLevel>> Read(
        CaseworkDbContext db,
        Guid[] citizens,
        DateOnly first,
        DateOnly last,
        CancellationToken stop
    )
    {
        var answers = await (
            from answer in db.ProgressAnswers
            join measurement in db.Measurements on answer.MeasurementId equals measurement.Id
            where
                EF.Parameter(citizens).Contains(answer.CitizenId)
                && answer.Side == AnswerSide.Citizen
                && measurement.On >= first
                && measurement.On <= last
            orderby answer.At, answer.Id
            select new { Answer = answer, measurement.On }
        )
            .AsNoTracking()
            .ToListAsync(stop);
        return answers
            .GroupBy(a => (a.Answer.CitizenId, a.Answer.MeasurementId, a.On))
            // An answer given again is a new row, and the newest counts.
            .Select(m => (m.Key, Newest: m.GroupBy(a => a.Answer.Indicator).Select(i => i.Last().Answer).ToList()))
            .Where(m => m.Newest.Count >= LeastAnswered * Indicators.OfCitizen.Count)
            .OrderBy(m => m.Key.On)
            .ToLookup(
                m => m.Key.CitizenId,
                m => new OwnLevel(m.Key.On, m.Newest.Average(a => MeasurementRhythm.Value(db, a)))
            );
    }
}
