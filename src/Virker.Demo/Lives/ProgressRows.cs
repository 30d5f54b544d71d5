using System.Globalization;
using Virker.Casework.Progress;

namespace Virker.Demo.Lives;

/// <summary>Measurements every third month, from both sides, with gaps between them and with what is missing. Chance of
/// their own: no other row moves for them.</summary>
internal static class ProgressRows
{
    private const double Measured = 0.6;
    private const double CitizenMissing = 0.22;
    private const double WorkerMissing = 0.08;
    private const double AnswerMissing = 0.04;
    private const int HistoryDays = 400;

    // Some have been measured long enough to be compared from before a year that has passed.
    private const double MeasuredLong = 0.4;
    private const int LongHistoryDays = 820;

    public static void Write(Life life)
    {
        var dice = new Dice(life.World.Settings.Seed, 12, life.Index);
        if (!dice.Chance(Measured))
            return;
        int history = dice.Chance(MeasuredLong) ? LongHistoryDays : HistoryDays;
        var first = life.World.Today.AddDays(-history + dice.Between(0, 80));
        var day = life.Fate.From.AddDays(dice.Between(5, 14)) is var begun && begun > first ? begun : first;
        double[] level = [.. Indicators.All.Select(_ => 1.6 + 2.2 * dice.Share())];
        double[] gap = [.. Indicators.All.Select(_ => 2.4 * dice.Share() - 1)];
        // Those who have paid hours rise faster; most rise a little, some do not.
        double rise = (life.Fate.Hours is null ? 0.05 : 0.3) + 0.2 * dice.Share();
        for (; Workday.OnOrAfter(day) < life.End; day = day.AddDays(dice.Between(86, 98)))
        {
            Measure(life, dice, Workday.OnOrAfter(day), level, gap);
            if (day < life.World.Today.AddDays(-HistoryDays))
                continue;
            for (int i = 0; i < level.Length; i++)
                level[i] += rise;
        }
    }

    private static void Measure(Life life, Dice dice, DateOnly on, double[] level, double[] gap)
    {
        bool workerAnswers = !dice.Chance(WorkerMissing);
        bool citizenAnswers = !workerAnswers || !dice.Chance(CitizenMissing);
        var at = life.World.At(on, 10);
        var measurement = new Measurement
        {
            Id = dice.Id(at),
            CitizenId = life.Id,
            On = on,
            StartedAt = at,
        };
        life.Rows.Add(measurement);
        foreach (var (i, indicator) in Indicators.All.Index())
        {
            double seen = indicator.IsPrivate ? (life.Fate.IsBelievedIn ? 4 : 1.8) : level[i];
            if (workerAnswers)
                Answer(AnswerSide.Worker, life.ContactOn(on), seen);
            if (citizenAnswers && indicator.AnsweredBy == AnsweredBy.Both)
                Answer(AnswerSide.Citizen, life.Id, level[i] + gap[i]);

            void Answer(AnswerSide side, Guid by, double mean)
            {
                int value = (int)Math.Clamp(Math.Round(mean + dice.Share() - 0.5), 1, Indicators.Highest);
                bool isMissing = i > 0 && dice.Chance(AnswerMissing);
                var id = dice.Id(at);
                if (isMissing)
                    return;
                life.Rows.Add(
                    new ProgressAnswer
                    {
                        Id = id,
                        CitizenId = life.Id,
                        MeasurementId = measurement.Id,
                        Indicator = indicator.Code,
                        Side = side,
                        Value = life.Seal(value.ToString(CultureInfo.InvariantCulture), id, "value"),
                        By = by,
                        At = at,
                    }
                );
            }
        }
    }
}
