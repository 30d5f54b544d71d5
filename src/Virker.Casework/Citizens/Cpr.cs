using System.Globalization;

namespace Virker.Casework.Citizens;

/// <summary>
/// What a CPR number says by itself: a date, and from the seventh digit a century. Modulus 11 is never asked: numbers
/// without it are given since 2007, and nobody may be turned away for it (cpr.dk).
/// </summary>
public static class Cpr
{
    private const int Length = 10;

    /// <summary>The ten digits of <c>0101801234</c> or <c>010180-1234</c>; null when it is neither.</summary>
    public static string? Digits(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.Length == Length + 1 && text[6] is '-' or ' ')
            text = text.Remove(6, 1);
        return text.Length == Length && text.All(char.IsAsciiDigit) ? text : null;
    }

    /// <summary>The day of birth in ten digits; null when no real person can have the number.</summary>
    public static DateOnly? BirthDate(string digits)
    {
        var (day, month, year) = Parts(digits);
        year += digits[6] switch
        {
            <= '3' => 1900,
            '4' or '9' => year <= 36 ? 2000 : 1900,
            _ => year <= 57 ? 2000 : 1800,
        };
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>True for the number of a made-up person: a day from 32 or a month from 13.</summary>
    public static bool IsMadeUp(string digits) => Parts(digits) is { Day: >= 32 } or { Month: >= 13 };

    /// <summary>As it is written: <c>010180-1234</c>.</summary>
    public static string Written(string digits) => digits.Insert(6, "-");

    private static (int Day, int Month, int Year) Parts(string digits) =>
        (Two(digits, 0), Two(digits, 2), Two(digits, 4));

    private static int Two(string digits, int at) =>
        int.Parse(digits.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
