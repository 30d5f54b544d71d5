using Virker.Casework.CoreElements;

namespace Virker.Demo.Lives;

/// <summary>Some are exempt for a time. Chance of their own: no other row moves for them.</summary>
internal static class ExemptionRows
{
    private const double Exempt = 0.08;
    private const double StillRuns = 0.3;

    public static void Write(Life life)
    {
        var dice = new Dice(life.World.Settings.Seed, 14, life.Index);
        if (!dice.Chance(Exempt))
            return;
        var earliest = life.End.AddDays(-500) is var ago && ago > life.Fate.From ? ago : life.Fate.From;
        var from = earliest.AddDays(dice.Between(0, life.End.DayNumber - earliest.DayNumber));
        var to = from.AddDays(dice.Between(20, 240));
        var at = life.World.At(from, 12);
        life.Rows.Add(
            new Exemption
            {
                Id = dice.Id(at),
                CitizenId = life.Id,
                From = from,
                To = to < life.End || !life.Fate.IsOpen || !dice.Chance(StillRuns) ? Earlier(to, life.End) : null,
                RecordedBy = life.ContactOn(from),
                RecordedAt = at,
            }
        );
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
