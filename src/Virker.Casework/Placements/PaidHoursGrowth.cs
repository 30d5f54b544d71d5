namespace Virker.Casework.Placements;

/// <summary>Agreed paid minutes a week from a day on.</summary>
public sealed record HoursStep(DateOnly From, int WeeklyMinutes);

/// <summary>Turns "3 hours from the start, 10 before the end" into steps that can be agreed, printed and followed.</summary>
public static class PaidHoursGrowth
{
    private const int WeeksBetween = 3;
    private const int HalfHour = 30;

    /// <summary>
    /// Equal steps, one every third week, rounded to half hours; the last is the goal, and it lasts three weeks or
    /// more: 3 to 10 hours in 13 weeks is 3, 5½, 7½ and 10 in weeks 1, 4, 7 and 10. Two or three weeks have one step,
    /// one week begins at the goal. A beginning without paid hours is left out.
    /// </summary>
    /// <param name="start">Minutes a week from the first day.</param>
    /// <param name="goal">Minutes a week at the end.</param>
    public static IReadOnlyList<HoursStep> Steps(DateOnly from, DateOnly to, int start, int goal)
    {
        if (goal <= start)
            return start > 0 ? [new(from, start)] : [];
        int weeks = (to.DayNumber - from.DayNumber + 7) / 7;
        if (weeks < 2)
            return [new(from, goal)];
        int rises = Math.Max(1, weeks / WeeksBetween - 1);
        int between = weeks > WeeksBetween ? WeeksBetween : 1;
        var steps = new List<HoursStep>();
        for (int i = 0; i <= rises; i++)
        {
            int minutes =
                i == 0 ? start
                : i == rises ? goal
                : Math.Min(goal, (start + (goal - start) * i / rises + HalfHour / 2) / HalfHour * HalfHour);
            if (minutes > (steps.Count > 0 ? steps[^1].WeeklyMinutes : 0))
                steps.Add(new(from.AddDays(7 * between * i), minutes));
        }

        return steps;
    }
}
