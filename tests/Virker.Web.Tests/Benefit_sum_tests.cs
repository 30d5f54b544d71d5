using Virker.Rules;
using Virker.Tests;
using Virker.Web.Pages.Ips;

namespace Virker.Web.Tests;

/// <summary>What is typed about a job and a benefit.</summary>
public sealed class Benefit_sum_tests
{
    private static readonly RuleBook Book = RuleBook.Load(Repository.Data);
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly BenefitSum Right = new("basic", "12500", "7,5", "150,50");

    public static TheoryData<string, string, string, string, string> Wrong =>
        new()
        {
            { "", "12500", "7,5", "150", "rate" },
            { "basic", "12.50.0", "7,5", "150", "benefit" },
            { "basic", "", "7,5", "150", "benefit" },
            { "basic", "100001", "7,5", "150", "benefit" },
            { "basic", "12500", "", "150", "weekHours" },
            { "basic", "12500", "38", "150", "weekHours" },
            { "basic", "12500", "7,5", "1.150,00", "wage" },
            { "basic", "12500", "7,5", "0", "wage" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named_by_its_field(
        string rate,
        string benefit,
        string hours,
        string wage,
        string field
    )
    {
        var (sum, problems) = new BenefitSum(rate, benefit, hours, wage).Reckon(Book, Today);
        Assert.Null(sum);
        Assert.Equal(field, Assert.Single(problems).Field);
    }

    [Fact]
    public void The_sum_is_that_of_the_rules()
    {
        var (sum, problems) = Right.Reckon(Book, Today);
        Assert.Empty(problems);
        var expected = BenefitDeduction.For(
            Book,
            BenefitRate.Basic,
            1_250_000,
            BenefitDeduction.MonthlyPay(450, 15_050),
            Today
        )!;
        Assert.Equal((expected.Deducted, expected.Kept), (sum!.Deducted, sum.Kept));
        Assert.All(sum.Rules, rule => Assert.NotEqual("", rule.SourceUrl));
    }

    [Fact]
    public void Before_the_rules_were_in_force_nothing_is_reckoned()
    {
        var (sum, problems) = Right.Reckon(Book, new DateOnly(2020, 1, 1));
        Assert.Null(sum);
        Assert.Equal("rate", Assert.Single(problems).Field);
    }
}
