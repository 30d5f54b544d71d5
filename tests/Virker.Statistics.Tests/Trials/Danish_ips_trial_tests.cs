using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Trials;

/// <summary>
/// The Danish trial of IPS (Christensen et al. 2019, JAMA Psychiatry 76, 1232–1240) printed shares of three arms, 243,
/// 238 and 239, and no counts. What is computed from the nearest counts is what was concluded.
/// </summary>
public class Danish_ips_trial_tests
{
    [Fact]
    public void In_work_or_education_within_18_months_both_arms_beat_the_usual_service_and_not_each_other()
    {
        var ips = TwoArms.DifferenceInShares(146, 243, 111, 239);
        var extended = TwoArms.DifferenceInShares(141, 238, 111, 239);
        var between = TwoArms.DifferenceInShares(146, 243, 141, 238);

        // 59.9 − 46.5 and 59.1 − 46.5 percentage points, as near as whole people come.
        Assert.InRange(ips.Difference.Estimate, 0.134 - 0.004, 0.134 + 0.004);
        Assert.InRange(extended.Difference.Estimate, 0.126 - 0.004, 0.126 + 0.004);
        Assert.True(ips.Difference.CiLow > 0 && ips.P < 0.01);
        Assert.True(extended.Difference.CiLow > 0 && extended.P < 0.01);
        Assert.True(between.Difference.CiLow < 0 && between.Difference.CiHigh > 0 && between.P > 0.8);
    }

    [Fact]
    public void Within_30_months_the_printed_p_of_0_006_lies_where_the_rounded_65_and_53_percent_allow()
    {
        double[] p =
        [
            .. from one in Enumerable.Range(0, 244)
            from none in Enumerable.Range(0, 240)
            where Math.Round(100.0 * one / 243) == 65 && Math.Round(100.0 * none / 239) == 53
            select TwoArms.DifferenceInShares(one, 243, none, 239).P,
        ];

        Assert.InRange(0.006, p.Min(), p.Max());
    }

    [Theory]
    [InlineData(599, 243)]
    [InlineData(591, 238)]
    [InlineData(465, 239)]
    public void No_whole_number_of_people_in_an_arm_is_the_printed_share_so_not_all_were_counted(
        int perMille,
        int arm
    ) => Assert.DoesNotContain(perMille, Enumerable.Range(0, arm + 1).Select(n => (int)Math.Round(1000.0 * n / arm)));
}
