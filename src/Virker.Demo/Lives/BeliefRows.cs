using Virker.Casework.Beliefs;

namespace Virker.Demo.Lives;

/// <summary>What the primary contact believed twice a year. Some believe too much, some too little: that is what the
/// calibration is to show.</summary>
internal static class BeliefRows
{
    private const int DaysBack = 900;
    private const int DaysBetween = 182;

    public static void Write(Life life)
    {
        var dice = new Dice(life.World.Settings.Seed, 11, life.Index);
        var day = life.Fate.From.AddDays(14 + dice.Between(0, 60));
        for (; day < life.End; day = day.AddDays(DaysBetween))
        {
            if (day < life.World.Today.AddDays(-DaysBack))
                continue;
            var worker = life.ContactOn(day);
            var at = life.World.At(day, 11);
            double chance = life.Fate.IsBelievedIn ? 0.35 : 0.08;
            // Each worker's own bias, the same every time.
            double bias = 0.5 + worker.ToByteArray()[^1] / 255.0;
            double said = 100 * chance * bias * dice.LogNormal(1, 0.4);
            life.Rows.Add(
                new Belief
                {
                    Id = dice.Id(at),
                    CitizenId = life.Id,
                    WorkerId = worker,
                    Percent = RecordBelief.Choices.MinBy(a => Math.Abs(a - said)),
                    RecordedAt = at,
                }
            );
        }
    }
}
