using CsCheck;

namespace Virker.Rules.Tests.Book;

public sealed class Benefit_deduction_tests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Theory]
    // 3 hours a week at 150 kr. are 1,950 kr. a month: below both free amounts.
    [InlineData(BenefitRate.Basic, 195_000, 0)]
    [InlineData(BenefitRate.Raised, 195_000, 0)]
    [InlineData(BenefitRate.Raised, 250_000, 0)]
    // 65 % of one krone above the free amount.
    [InlineData(BenefitRate.Raised, 250_100, 65)]
    // 65 % of 7,000 - 2,500 kr.
    [InlineData(BenefitRate.Raised, 700_000, 292_500)]
    // 65 % of 7,000 - 5,000 kr.
    [InlineData(BenefitRate.Basic, 700_000, 130_000)]
    [InlineData(BenefitRate.Lowest, 700_000, 130_000)]
    [InlineData(BenefitRate.LivingAtHome, 100_000, 65_000)]
    public void Pay_above_the_free_amount_is_deducted_with_65_per_cent(BenefitRate rate, long pay, long deducted)
    {
        var sum = BenefitDeduction.For(House.Book, rate, 1_000_000, pay, Day)!;
        Assert.Equal(deducted, sum.Deducted);
        Assert.Equal(pay - deducted, sum.Kept);
        Assert.Null(sum.Ceiling);
    }

    [Fact]
    public void Pay_and_benefit_together_stop_at_the_ceiling_when_it_is_known()
    {
        // Highest unemployment benefit 20,000 kr. (made up): the ceiling for grundsats is 85 % = 17,000 kr.
        var sum = BenefitDeduction.For(House.Book, BenefitRate.Basic, 1_300_000, 490_000, Day, 2_000_000)!;
        Assert.Equal(1_700_000, sum.Ceiling);
        Assert.Equal(1_700_000, sum.Together);
        Assert.Equal(90_000, sum.Deducted);
    }

    [Theory]
    [InlineData("2025-06-30", false)]
    [InlineData("2025-07-01", true)]
    public void The_sum_is_made_only_for_days_its_rules_are_in_force(string day, bool isMade) =>
        Assert.Equal(
            isMade,
            BenefitDeduction.For(House.Book, BenefitRate.Basic, 1, 1, DateOnly.Parse(day, null)) is not null
        );

    [Fact]
    public void Every_row_it_rests_on_is_uncertain_and_what_it_leaves_out_is_said()
    {
        var sum = BenefitDeduction.For(House.Book, BenefitRate.Raised, 1_000_000, 700_000, Day)!;
        Assert.Equal(["DED-04", "DED-03", "DED-06"], sum.Rules.Select(r => r.Id));
        Assert.All(sum.Rules, r => Assert.True(r.IsUncertain));
        Assert.NotEmpty(BenefitDeduction.LeavesOut);
    }

    [Fact]
    public void More_pay_never_leaves_less_and_never_more_benefit() =>
        Gen.Select(Gen.Enum<BenefitRate>(), Gen.Long[0, 2_000_000], Gen.Long[0, 3_000_000], Gen.Long[0, 500_000])
            .Sample(
                (rate, benefit, pay, more) =>
                {
                    var less = BenefitDeduction.For(House.Book, rate, benefit, pay, Day)!;
                    var much = BenefitDeduction.For(House.Book, rate, benefit, pay + more, Day)!;
                    Assert.True(much.Together >= less.Together);
                    Assert.True(much.BenefitLeft <= less.BenefitLeft);
                    Assert.True(much.BenefitLeft >= 0);
                }
            );

    [Fact]
    public void A_month_is_a_twelfth_of_52_weeks() =>
        Assert.Equal(195_000, BenefitDeduction.MonthlyPay(3 * 60, 15_000));
}
