using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Rules;

/// <summary>
/// What a check needs of its row. Without this a row in the wrong unit would be misread, and one without its number
/// would quietly check nothing.
/// </summary>
internal static class RuleShape
{
    private static readonly RuleUnit[] Lengths = [RuleUnit.Weeks, RuleUnit.Months];

    /// <summary>The units the value may have; empty when the check needs no number.</summary>
    private static RuleUnit[] Units(RuleCheck check) =>
        check switch
        {
            RuleCheck.Duration or RuleCheck.Renewal or RuleCheck.DischargeMentor or RuleCheck.EducationMentor =>
                Lengths,
            RuleCheck.TrialDuration or RuleCheck.Extension or RuleCheck.SpecialExtension or RuleCheck.SickLeftOut =>
            [
                RuleUnit.Weeks,
            ],
            RuleCheck.Waiting
            or RuleCheck.WaitingExempt
            or RuleCheck.RatioEmployees
            or RuleCheck.IntensifiedInterview
            or RuleCheck.FirstOffer => [RuleUnit.Months],
            RuleCheck.WeeklyHours => [RuleUnit.HoursPerWeek],
            RuleCheck.RatioFirst or RuleCheck.RatioAbove => [RuleUnit.OrdinaryEmployeesPerPlace],
            RuleCheck.RatioFloor => [RuleUnit.Places],
            RuleCheck.HighestWage => [RuleUnit.OerePerHour],
            RuleCheck.Deduction => [RuleUnit.Percent, RuleUnit.OerePerHour],
            RuleCheck.HoursThatCount => [RuleUnit.HoursPerYear],
            RuleCheck.LeftOut => [RuleUnit.Percent],
            RuleCheck.InterviewsFirstHalf => [RuleUnit.Interviews, RuleUnit.MunicipalInterviews],
            _ => [],
        };

    /// <summary>The unit a second number must have; null when the check needs none.</summary>
    private static RuleUnit? SecondUnit(RuleCheck check) =>
        check switch
        {
            RuleCheck.RatioFirst => RuleUnit.Places,
            RuleCheck.WaitingExempt => RuleUnit.AgeYears,
            RuleCheck.DischargeMentor or RuleCheck.FirstOffer => RuleUnit.Months,
            _ => null,
        };

    /// <summary>Adds what is wrong with the numbers of a row to its errors.</summary>
    public static void Require(RowReader row, RuleCheck? check, decimal? value, RuleUnit unit, RuleUnit secondUnit)
    {
        if (value is not null && unit == RuleUnit.Text)
            row.Wrong("unit", new("et tal skal have en enhed", "a number must have a unit"));
        if (row.Raw("second_value") == "" != (secondUnit == RuleUnit.Text))
        {
            row.Wrong(
                "second_unit",
                new("et andet tal og dets enhed følges ad", "a second number and its unit go together")
            );
        }
        if (check is not { } used)
            return;
        var units = Units(used);
        if (units.Length > 0 && value is null)
            row.Wrong("value", ImportText.Required);
        if (units.Length > 0 && !units.Contains(unit))
            row.Wrong("unit", ImportText.OneOf(units.Select(u => u.Code())));
        if (value <= 0 && units.Length > 0 && used != RuleCheck.WaitingExempt)
            row.Wrong("value", new("tallet skal være større end nul", "the number must be above zero"));
        if (SecondUnit(used) is { } second && secondUnit != second)
            row.Wrong("second_unit", ImportText.OneOf([second.Code()]));
    }
}
