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

    /// <summary>The units the value may have, none where the check needs no number, and the unit a second number must
    /// have, null where it needs none.</summary>
    private static (RuleUnit[] Units, RuleUnit? Second) Of(RuleCheck check) =>
        check switch
        {
            RuleCheck.Duration or RuleCheck.Renewal or RuleCheck.EducationMentor => (Lengths, null),
            RuleCheck.DischargeMentor => (Lengths, RuleUnit.Months),
            RuleCheck.TrialDuration or RuleCheck.Extension or RuleCheck.SpecialExtension or RuleCheck.SickLeftOut => (
                [RuleUnit.Weeks],
                null
            ),
            RuleCheck.Waiting or RuleCheck.RatioEmployees or RuleCheck.IntensifiedInterview => (
                [RuleUnit.Months],
                null
            ),
            RuleCheck.WaitingExempt => ([RuleUnit.Months], RuleUnit.AgeYears),
            RuleCheck.FirstOffer => ([RuleUnit.Months], RuleUnit.Months),
            RuleCheck.WeeklyHours => ([RuleUnit.HoursPerWeek], null),
            RuleCheck.RatioFirst => ([RuleUnit.OrdinaryEmployeesPerPlace], RuleUnit.Places),
            RuleCheck.RatioAbove => ([RuleUnit.OrdinaryEmployeesPerPlace], null),
            RuleCheck.RatioFloor => ([RuleUnit.Places], null),
            RuleCheck.HighestWage => ([RuleUnit.OerePerHour], null),
            RuleCheck.Deduction => ([RuleUnit.Percent, RuleUnit.OerePerHour], null),
            RuleCheck.HoursThatCount => ([RuleUnit.HoursPerYear], null),
            RuleCheck.LeftOut => ([RuleUnit.Percent], null),
            RuleCheck.InterviewsFirstHalf => ([RuleUnit.Interviews, RuleUnit.MunicipalInterviews], null),
            RuleCheck.Purpose
            or RuleCheck.KeepOwnJob
            or RuleCheck.PaidHoursBeside
            or RuleCheck.SelfFound
            or RuleCheck.Pay
            or RuleCheck.MostRecentEmployer
            or RuleCheck.RatioSupported
            or RuleCheck.RatioExempt
            or RuleCheck.Statement
            or RuleCheck.NetIncrease
            or RuleCheck.SubsidyRate
            or RuleCheck.MentorFrom
            or RuleCheck.MentorContent
            or RuleCheck.PlanFirst
            or RuleCheck.PlanContent
            or RuleCheck.WholePlan
            or RuleCheck.JobDirected
            or RuleCheck.ClosedToNew
            or RuleCheck.NewLaw
            or RuleCheck.HoursThatDoNotCount
            or RuleCheck.HoursSuspended
            or RuleCheck.InterviewsLater
            or RuleCheck.FirstInterview => ([], null),
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
        var (units, secondNeeded) = Of(used);
        if (units.Length > 0 && value is null)
            row.Wrong("value", ImportText.Required);
        if (units.Length > 0 && !units.Contains(unit))
            row.Wrong("unit", ImportText.OneOf(units.Select(u => u.Code())));
        if (value <= 0 && units.Length > 0 && used != RuleCheck.WaitingExempt)
            row.Wrong("value", new("tallet skal være større end nul", "the number must be above zero"));
        if (secondNeeded is { } second && secondUnit != second)
            row.Wrong("second_unit", ImportText.OneOf([second.Code()]));
    }
}
