using System.Globalization;
using Virker.Platform;

namespace Virker.Rules;

/// <summary>Days, lengths and amounts in words, in both languages.</summary>
internal static class Say
{
    private static readonly CultureInfo Da = CultureInfo.GetCultureInfo("da-DK");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>1. februar 2026.</summary>
    public static Text Date(DateOnly day) => new(day.ToString("d. MMMM yyyy", Da), day.ToString("d MMMM yyyy", En));

    /// <summary>A number without needless decimals.</summary>
    public static Text Number(decimal number) => new(number.ToString("#,0.##", Da), number.ToString("#,0.##", En));

    /// <summary>A number with up to four decimals, for the steps of a trace.</summary>
    public static Text Exact(decimal number) => new(number.ToString("#,0.####", Da), number.ToString("#,0.####", En));

    /// <summary>Kroner from øre.</summary>
    public static Text Kroner(decimal oere) =>
        new($"{(oere / 100).ToString("#,0.00", Da)} kr.", $"DKK {(oere / 100).ToString("#,0.00", En)}");

    /// <summary>Hours from minutes.</summary>
    public static Text Hours(int minutes)
    {
        var hours = Number(minutes / 60m);
        return minutes == 60 ? new("1 time", "1 hour") : new($"{hours.Da} timer", $"{hours.En} hours");
    }

    /// <summary>Whole weeks and the days that remain.</summary>
    public static Text Weeks(int days)
    {
        var (weeks, rest) = Math.DivRem(days, 7);
        var whole = new Text(weeks == 1 ? "1 uge" : $"{weeks} uger", weeks == 1 ? "1 week" : $"{weeks} weeks");
        var more = new Text(rest == 1 ? "1 dag" : $"{rest} dage", rest == 1 ? "1 day" : $"{rest} days");
        if (rest == 0)
            return whole;
        return weeks == 0 ? more : new($"{whole.Da} og {more.Da}", $"{whole.En} and {more.En}");
    }

    /// <summary>The value of a rule, with its unit where a number alone would be misread.</summary>
    public static Text Value(decimal value, RuleUnit unit)
    {
        var number = Number(value);
        var isOne = value == 1;
        return unit switch
        {
            RuleUnit.Weeks => new(
                $"{number.Da} {(isOne ? "uge" : "uger")}",
                $"{number.En} {(isOne ? "week" : "weeks")}"
            ),
            RuleUnit.Months => new(
                $"{number.Da} {(isOne ? "måned" : "måneder")}",
                $"{number.En} {(isOne ? "month" : "months")}"
            ),
            RuleUnit.OerePerHour => Kroner(value),
            RuleUnit.Percent => new($"{number.Da} %", $"{number.En} %"),
            RuleUnit.Text
            or RuleUnit.Years
            or RuleUnit.AgeYears
            or RuleUnit.HoursPerWeek
            or RuleUnit.HoursPerYear
            or RuleUnit.Interviews
            or RuleUnit.MunicipalInterviews
            or RuleUnit.UnemploymentFundInterviews
            or RuleUnit.Places
            or RuleUnit.OrdinaryEmployeesPerPlace
            or RuleUnit.TargetGroups
            or RuleUnit.CitizensPerWorker
            or RuleUnit.Statements
            or RuleUnit.Oere
            or RuleUnit.OerePerMonth
            or RuleUnit.OerePerPerson => number,
        };
    }
}
