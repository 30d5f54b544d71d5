using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Progress;

/// <summary>A citizen who believes more in managing a job than the worker does.</summary>
/// <param name="Own">The citizen's answer, 1 to 5, and <paramref name="Mine"/> the worker's, to the same question.</param>
public sealed record SelfBelief(Guid CitizenId, string Name, DateOnly On, int Own, int Mine);

/// <summary>The worker's citizens who in the newest measurement both have answered believe more in themselves than the
/// worker does: from the worker's own answers, for the worker alone. The caller logs the look-up.</summary>
public sealed class ReadSelfBelief(MunicipalityStore<CaseworkDbContext> store)
{
    /// <summary>So many steps are worth talking about, as on the page of progress.</summary>
    public const int Steps = 2;

    /// <returns>The widest apart first.</returns>
    public async Task<IReadOnlyList<SelfBelief>> Execute(Worker by, CancellationToken stop)
    {
        // "by" is a word of the query's own.
        var me = by.Id;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var answers = await (
            from answer in db.ProgressAnswers
            join measurement in db.Measurements on answer.MeasurementId equals measurement.Id
            join citizen in db.Citizens on answer.CitizenId equals citizen.Id
            where
                citizen.PrimaryContactId == me
                && citizen.ClosedOn == null
                && answer.Indicator == Indicators.ManagesJob
                && (answer.Side == AnswerSide.Citizen || answer.By == me)
            orderby answer.At, answer.Id
            select new
            {
                Answer = answer,
                measurement.On,
                Name = citizen.FirstNames + " " + citizen.LastName,
            }
        )
            .AsNoTracking()
            .ToListAsync(stop);
        return
        [
            .. answers
                .GroupBy(a => a.Answer.CitizenId)
                .Select(of =>
                    of.GroupBy(a => a.On)
                        .OrderByDescending(m => m.Key)
                        .Select(m =>
                            (
                                On: m.Key,
                                m.First().Name,
                                // An answer given again is a new row, and the newest counts.
                                Own: m.LastOrDefault(a => a.Answer.Side == AnswerSide.Citizen)?.Answer,
                                Mine: m.LastOrDefault(a => a.Answer.Side == AnswerSide.Worker)?.Answer
                            )
                        )
                        .FirstOrDefault(m => m is { Own: not null, Mine: not null })
                )
                .Where(m => m.Own is not null)
                .Select(m => new SelfBelief(m.Own!.CitizenId, m.Name, m.On, Value(m.Own), Value(m.Mine!)))
                .Where(b => b.Own - b.Mine >= Steps)
                .OrderByDescending(b => b.Own - b.Mine)
                .ThenBy(b => b.Name, Platform.Danish.Alphabet),
        ];

        int Value(ProgressAnswer answer) => MeasurementRhythm.Value(db, answer);
    }
}
