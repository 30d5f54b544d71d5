using Virker.Rules;

namespace Virker.Casework.Matching;

public enum Room
{
    Free,

    /// <summary>How many work there is not known, and the one place everybody has is taken.</summary>
    Unknown,
    Full,
}

/// <summary>Places at a workplace by the reasonable ratio (rimelighedskravet, BEK § 65), in full-time persons.</summary>
/// <param name="Places">Places it has; the one it always has where the number of employees is not known.</param>
/// <param name="Taken">By placements running or agreed.</param>
/// <param name="IsCounted">The number of employees is known.</param>
public sealed record Capacity(int Places, decimal Taken, bool IsCounted)
{
    public Room Room =>
        Taken < Places ? Room.Free
        : IsCounted ? Room.Full
        : Room.Unknown;

    /// <summary>Hours a week there are places for: a full-time week is 37.</summary>
    public decimal FreeHours => Math.Max(Places - Taken, 0) * Ratio.FullTimeMinutes / 60;

    /// <summary>The one place the arithmetic is called from.</summary>
    /// <param name="employees">Ordinary employees in hundredths of a full-time person; null unknown.</param>
    /// <param name="minutes">Weekly minutes of those there, each at most a full-time week.</param>
    public static Capacity Of(RuleBook book, DateOnly on, int? employees, int minutes)
    {
        var first = Value(RuleCheck.RatioFirst);
        return new Capacity(
            Ratio.Places(
                (employees ?? 0) / 100m,
                first?.Value ?? 1,
                first?.SecondValue ?? 0,
                Value(RuleCheck.RatioAbove)?.Value ?? 1,
                Value(RuleCheck.RatioFloor)?.Value ?? 0
            ),
            minutes / (decimal)Ratio.FullTimeMinutes,
            employees is not null
        );

        Rule? Value(RuleCheck check) => book.Rules.FirstOrDefault(r => r.Check == check && r.IsInForce(on));
    }
}
