namespace Virker.Rules;

/// <summary>Counts days of placements. Both ends are included.</summary>
internal static class Period
{
    public static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;

    /// <summary>
    /// The last day of a period that may last <paramref name="length"/>. A month ends the day before the same day of
    /// the next month; where the next month has no such day, on its last day.
    /// </summary>
    public static DateOnly LastDay(DateOnly from, decimal length, RuleUnit unit)
    {
        if (unit == RuleUnit.Weeks)
            return from.AddDays(checked((int)(length * 7)) - 1);
        if (unit != RuleUnit.Months)
            throw new ArgumentOutOfRangeException(nameof(unit), unit, "a length is in weeks or months");
        var next = from.AddMonths(checked((int)length));
        return next.Day == from.Day ? next.AddDays(-1) : next;
    }
}
