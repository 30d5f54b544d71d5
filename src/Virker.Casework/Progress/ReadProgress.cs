using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Progress;

/// <summary>A measurement as it stands: the newest answer of each side to each indicator, by its code. An indicator that is
/// not there was not answered.</summary>
public sealed record MeasurementRead(
    Guid Id,
    DateOnly On,
    IReadOnlyDictionary<string, int> Citizen,
    IReadOnlyDictionary<string, int> Worker
);

/// <param name="Measurements">Oldest first.</param>
/// <param name="NextDue">Three months after the last one; null before the first.</param>
public sealed record CitizenProgress(IReadOnlyList<MeasurementRead> Measurements, DateOnly? NextDue)
{
    /// <summary>The newest; null before the first.</summary>
    public MeasurementRead? Latest => Measurements.Count == 0 ? null : Measurements[^1];

    /// <summary>The newest while both sides may still answer it.</summary>
    public MeasurementRead? Open(DateOnly today) =>
        Latest is { } latest && latest.On > today.AddDays(-MeasurementRhythm.OpenDays) ? latest : null;
}

/// <summary>
/// Reads a citizen's measurements in two questions to the database. A private answer is shown to the worker who gave it
/// and to nobody else. The caller logs the look-up.
/// </summary>
public sealed class ReadProgress(MunicipalityStore<CaseworkDbContext> store)
{
    public async Task<CitizenProgress> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return await Of(db, by.Id, citizen, stop);
    }

    internal static async Task<CitizenProgress> Of(
        CaseworkDbContext db,
        Guid reader,
        Guid citizen,
        CancellationToken stop
    )
    {
        var measurements = await db
            .Measurements.AsNoTracking()
            .Where(m => m.CitizenId == citizen)
            .OrderBy(m => m.On)
            .ToListAsync(stop);
        var answers = await db
            .ProgressAnswers.AsNoTracking()
            .Where(a => a.CitizenId == citizen)
            .OrderBy(a => a.At)
            .ThenBy(a => a.Id)
            .ToListAsync(stop);
        var known = answers
            .Where(a => Indicators.Find(a.Indicator) is { } i && (!i.IsPrivate || a.By == reader))
            .ToLookup(a => (a.MeasurementId, a.Side));
        return new(
            [
                .. measurements.Select(m => new MeasurementRead(
                    m.Id,
                    m.On,
                    Newest(known[(m.Id, AnswerSide.Citizen)]),
                    Newest(known[(m.Id, AnswerSide.Worker)])
                )),
            ],
            measurements.Count == 0 ? null : measurements[^1].On.AddMonths(MeasurementRhythm.Months)
        );

        Dictionary<string, int> Newest(IEnumerable<ProgressAnswer> rows)
        {
            var newest = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var row in rows)
                newest[row.Indicator] = MeasurementRhythm.Value(db, row);
            return newest;
        }
    }
}
