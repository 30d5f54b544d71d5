using System.Globalization;
using Virker.Platform;

namespace Virker.Web.Site;

/// <summary>Days and times as a form sends them: a date field sends <c>2026-11-02</c>, and a person who writes it by hand
/// may write <c>2.11.2026</c> or <c>2/11/2026</c>.</summary>
public static class TypedDay
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy", "d-M-yyyy", "d/M/yyyy", "d.M.yy", "d-M-yy"];
    private static readonly string[] Times = ["HH:mm", "H:mm", "H.mm", "HH:mm:ss"];

    /// <summary>False when something is written that is no day; nothing written is no day and no error.</summary>
    public static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (
            !DateOnly.TryParseExact(text.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            || read.Year is < 1900 or > 2200
        )
        {
            return false;
        }
        day = read;
        return true;
    }

    /// <summary>Null when nothing is written.</summary>
    /// <exception cref="InvalidInputException">What is written is no day.</exception>
    public static DateOnly? Day(string? text, string field) =>
        TryDay(text, out var day)
            ? day
            : throw new InvalidInputException(
                new("Skriv dagen som 24-12-2026.", "Write the day as 24-12-2026."),
                field
            );

    /// <summary>The time of day; null when none is written.</summary>
    /// <exception cref="InvalidInputException">What is written is no time.</exception>
    public static TimeOnly? Time(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null
        : TimeOnly.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
        : throw new InvalidInputException(new("Skriv klokken som 10.30.", "Write the time as 10:30."), field);

    /// <summary>As a date field wants it.</summary>
    public static string? Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
