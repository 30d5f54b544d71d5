namespace Virker.Platform;

/// <summary>Days and weeks as people in Denmark count them.</summary>
public static class DanishTime
{
    /// <summary>Denmark's, summer and winter.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    /// <summary>The day it is in Denmark.</summary>
    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>The day it was in Denmark at <paramref name="instant"/>.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>The clock on the wall in Denmark at <paramref name="instant"/>.</summary>
    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The Monday of the week <paramref name="day"/> is in.</summary>
    public static DateOnly Monday(this DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The first day of the quarter <paramref name="day"/> is in.</summary>
    public static DateOnly Quarter(this DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
}
