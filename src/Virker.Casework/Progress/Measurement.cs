using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Protection;

namespace Virker.Casework.Progress;

/// <summary>Whose answer it is.</summary>
public enum AnswerSide
{
    Citizen,
    Worker,
}

/// <summary>A measurement of progress (progressionsmåling): a citizen and a day. Its answers are rows of their own, and one
/// that is not there is missing.</summary>
public sealed class Measurement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public DateOnly On { get; init; }
    public DateTimeOffset StartedAt { get; init; }
}

/// <summary>One answer to one indicator. Nothing is overwritten: an answer given again is a new row, and the newest
/// counts.</summary>
public sealed class ProgressAnswer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CitizenId { get; init; }
    public Guid MeasurementId { get; init; }

    /// <summary>The code in <c>data/progress/indicators.csv</c>.</summary>
    public required string Indicator { get; init; }
    public AnswerSide Side { get; init; }

    /// <summary>1 to 5, sealed as field <c>value</c>: one indicator is about health, one about belief.</summary>
    public required Sealed Value { get; init; }

    /// <summary>The worker, or the citizen.</summary>
    public Guid By { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>How often progress is measured, and which measurement an answer belongs to.</summary>
public static class MeasurementRhythm
{
    /// <summary>Every third month, as in the published method.</summary>
    public const int Months = 3;

    /// <summary>The first one is due so many days after a citizen's case began. Our choice.</summary>
    public const int FirstAfterDays = 14;

    /// <summary>Both sides answer the same measurement within so many days. Our choice.</summary>
    public const int OpenDays = 30;

    /// <summary>The one answers given on <paramref name="today"/> belong to; a new one where none is open. Called inside
    /// the transaction that saves, so two who begin at once begin the same.</summary>
    internal static async Task<Measurement> Current(
        CaseworkDbContext db,
        Guid citizen,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var open = today.AddDays(-OpenDays);
        var current = await db
            .Measurements.Where(m => m.CitizenId == citizen && m.On > open)
            .OrderByDescending(m => m.On)
            .FirstOrDefaultAsync(stop);
        if (current is not null)
            return current;
        current = new Measurement
        {
            CitizenId = citizen,
            On = today,
            StartedAt = now,
        };
        db.Add(current);
        return current;
    }

    /// <summary>What was answered, 1 to 5.</summary>
    internal static int Value(CaseworkDbContext db, ProgressAnswer answer) =>
        int.Parse(db.Vault.Open(answer.Value, answer.Id, "value"), CultureInfo.InvariantCulture);

    internal static ProgressAnswer Answer(
        CaseworkDbContext db,
        Measurement measurement,
        string indicator,
        AnswerSide side,
        int value,
        Worker by,
        DateTimeOffset now
    )
    {
        var id = Guid.CreateVersion7(now);
        return new ProgressAnswer
        {
            Id = id,
            CitizenId = measurement.CitizenId,
            MeasurementId = measurement.Id,
            Indicator = indicator,
            Side = side,
            Value = db.Vault.Seal(value.ToString(CultureInfo.InvariantCulture), id, "value"),
            By = by.Id,
            At = now,
        };
    }
}
