using Virker.Statistics.Diagnostics;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.Diagnostics;

public class Diagnostics_at_the_edges_tests
{
    private static readonly Effect[] One = [new(0.3, 0.1)];
    private static readonly Effect[] Equal = [.. Enumerable.Repeat(new Effect(0.3, 0.1), 5)];

    [Fact]
    public void One_study_is_too_few_and_the_message_says_how_many_are_needed()
    {
        Says("Leaving one study out needs at least 2 studies; there are 1.", () => LeaveOneOut.Of(One));
        Says("Influence needs at least 2 studies", () => Influence.Of(One));
        Says("A rank correlation needs at least 2", () => RankCorrelation.Of(One));
        Says("Trim and fill needs at least 2", () => TrimAndFill.Of(One));
        Says("needs at least 3 studies; there are 2", () => EggerTest.Classical([One[0], new(0.1, 0.2)]));
        Says("needs at least 1 studies; there are 0", () => Cumulative.Of([]));
        Assert.Single(Cumulative.Of(One));
    }

    [Fact]
    public void Equal_standard_errors_leave_no_small_studies_to_compare()
    {
        Says("All standard errors are equal", () => EggerTest.MixedEffects(Equal));
        Says("All standard errors are equal", () => EggerTest.Classical(Equal));
        Says("All standard errors are equal", () => TrimAndFill.Of(Equal));
    }

    [Theory]
    [InlineData(TrimAndFillEstimator.L0)]
    [InlineData(TrimAndFillEstimator.R0)]
    [InlineData(TrimAndFillEstimator.Q0)]
    public void Equal_effects_miss_nothing(TrimAndFillEstimator estimator)
    {
        var result = TrimAndFill.Of(Equal, estimator: estimator, side: FunnelSide.Left);
        Assert.Equal(0, result.Missing);
        Assert.Empty(result.Filled);
        Assert.Equal(0.3, result.Result.Estimate, 1e-12);
    }

    [Fact]
    public void Equal_effects_have_no_rank_correlation_and_no_influential_study()
    {
        Assert.True(double.IsNaN(RankCorrelation.Of(Equal).Tau));
        Effect[] varied = [new(0.3, 0.1), new(0.3, 0.2), new(0.3, 0.15), new(0.3, 0.12)];
        Assert.True(double.IsNaN(RankCorrelation.Of(varied).P));
        Assert.DoesNotContain(Influence.Of(varied), study => study.IsInfluential);
        Assert.All(Influence.Of(varied), study => Assert.Equal(0, study.StudentizedResidual));
    }

    [Fact]
    public void The_exact_rank_test_reaches_far_into_the_tail()
    {
        // Fully ordered: the probability is 2 ÷ 30!.
        Effect[] ordered = [.. Enumerable.Range(1, 30).Select(i => new Effect(i * i, 0.01 * i))];
        var result = RankCorrelation.Of(ordered);
        Assert.True(result.IsExact);
        Assert.Equal(1, result.Tau);
        var expected = 2.0;
        for (var i = 2; i <= 30; i++)
            expected /= i;
        Assert.Equal(1, result.P / expected, 1e-12);
    }

    [Fact]
    public void The_filled_analysis_keeps_the_chosen_test_and_level()
    {
        Effect[] effects = [new(0.1, 0.01), new(0.2, 0.02), new(0.5, 0.1), new(0.9, 0.2), new(1.2, 0.3)];
        var options = new MetaOptions(HeterogeneityEstimator.DL, TestMethod.KnappHartung, 0.9);
        Assert.Same(options, TrimAndFill.Of(effects, options).Result.Options);
    }

    private static void Says(string message, Func<object> call) =>
        Assert.Contains(message, Refusal.Why(call), StringComparison.Ordinal);
}
