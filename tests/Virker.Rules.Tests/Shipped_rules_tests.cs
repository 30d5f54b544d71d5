namespace Virker.Rules.Tests;

public sealed class Shipped_rules_tests
{
    [Fact]
    public void An_ordinary_internship_with_everything_in_order_has_nothing_to_warn_about()
    {
        var messages = CheckPlacement.Against(
            House.Book,
            new PlacementFacts
            {
                Kind = OfferKind.Internship,
                TargetGroup = "6.3",
                From = new DateOnly(2026, 3, 2),
                To = new DateOnly(2026, 5, 31),
                WeeklyMinutes = 20 * 60,
                PaidMinutes = 3 * 60,
                PaidHoursInOtherFunction = YesNo.Yes,
                Purpose = OfferPurpose.ReachPaidHours,
                OrdinaryEmployees = 12,
                SupportedThere = 1,
                HasStatement = YesNo.Yes,
                Plan = PlanState.MyPlan,
                PlanHasGoal = YesNo.Yes,
            }
        );
        Assert.All(messages, m => Assert.Equal(RuleLevel.Inform, m.Level));
        Assert.Equal(["DED-04", "VP-PAY-01"], messages.Select(m => m.RuleId).Order());
    }
}
