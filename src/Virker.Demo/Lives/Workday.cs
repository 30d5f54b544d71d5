namespace Virker.Demo.Lives;

/// <summary>Days the office is open: weekends are not, holidays are left alone.</summary>
internal static class Workday
{
    public static bool Is(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(-1);
        return day;
    }

    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Is(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>An hour of the day, UTC.</summary>
    public static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), TimeSpan.Zero);
}
