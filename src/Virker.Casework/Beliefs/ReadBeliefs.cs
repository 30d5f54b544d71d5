using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Statistics.Calibration;

namespace Virker.Casework.Beliefs;

/// <summary>A worker's own belief in a citizen, with its day.</summary>
public sealed record OwnBelief(DateOnly On, int Percent);

/// <summary>How a worker's own beliefs came true.</summary>
/// <param name="UnknownYet">Beliefs whose year has not passed.</param>
/// <param name="AlreadyWorking">Beliefs in citizens who had paid hours already.</param>
/// <param name="Curve">Null while no belief's year has passed.</param>
/// <param name="Bands">Bootstrap bands of the Brier score and of observed − expected, at 95 %.</param>
public sealed record OwnCalibration(
    int UnknownYet,
    int AlreadyWorking,
    CalibrationCurve? Curve,
    CalibrationBands? Bands
);

/// <summary>What the worker has believed: shown to nobody else.</summary>
public sealed class ReadBeliefs(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>The bootstrap draws the same samples every time, so that a page stands still.</summary>
    private const ulong Seed = 2026;

    /// <summary>The worker's own beliefs in one citizen, newest first.</summary>
    public async Task<IReadOnlyList<OwnBelief>> InCitizen(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var rows = await db
            .Beliefs.Where(b => b.CitizenId == citizen && b.WorkerId == by.Id)
            .Select(b => new { b.RecordedAt, b.Percent })
            .ToListAsync(stop);
        return
        [
            .. rows.OrderByDescending(b => b.RecordedAt)
                .Select(b => new OwnBelief(DanishTime.DayOf(b.RecordedAt), b.Percent)),
        ];
    }

    /// <summary>How the worker's own beliefs came true.</summary>
    public async Task<OwnCalibration> Calibration(Worker by, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var read = await BeliefFacts.Read(db, db.Beliefs.Where(b => b.WorkerId == by.Id), clock.Today(), stop);
        Forecast[] forecasts =
        [
            .. read.Where(b => b.Outcome is BeliefOutcome.Job or BeliefOutcome.NoJob)
                .Select(b => BeliefOutcomes.Forecast(b.Belief, b.Outcome)),
        ];
        return new OwnCalibration(
            read.Count(b => b.Outcome == BeliefOutcome.UnknownYet),
            read.Count(b => b.Outcome == BeliefOutcome.AlreadyWorking),
            forecasts.Length == 0 ? null : CalibrationCurve.Of(forecasts),
            forecasts.Length == 0 ? null : CalibrationCurve.Bands(forecasts, Seed)
        );
    }
}
