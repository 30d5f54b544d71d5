using CsCheck;
using Virker.Statistics.Diagnostics;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.Diagnostics;

public class Diagnostics_properties_tests
{
    private static readonly Gen<Effect[]> Effects = Gen.Select(
        Gen.Double[-1, 1],
        Gen.Double[0.01, 0.5],
        (y, v) => new Effect(y, v)
    ).Array[3, 30];

    [Theory]
    [InlineData(HeterogeneityEstimator.REML)]
    [InlineData(HeterogeneityEstimator.ML)]
    public void The_warm_start_with_many_studies_finds_what_a_fresh_fit_finds(HeterogeneityEstimator estimator) =>
        Gen.Select(
                Gen.Select(Gen.Double[-1, 1], Gen.Double[0.01, 1], (y, v) => new Effect(y, v)).Array[51, 90],
                Gen.Double[0, 1]
            )
            .Sample(
                (raw, spread) =>
                {
                    // From no heterogeneity at all to plenty.
                    Effect[] effects = [.. raw.Select(e => e with { Estimate = spread * e.Estimate })];
                    var options = new MetaOptions(estimator);
                    var influence = Influence.Of(effects, options);
                    var fresh = LeaveOneOut.Of(effects, options);
                    for (var i = 0; i < effects.Length; i++)
                    {
                        Assert.Equal(fresh[i].Tau2, influence[i].Tau2Deleted, 1e-10);
                        Assert.Equal(fresh[i].Q, influence[i].QDeleted, 1e-8);
                    }
                },
                iter: 40
            );

    [Fact]
    public void Hats_sum_to_one_and_the_last_cumulative_step_is_the_whole_analysis() =>
        Effects.Sample(effects =>
        {
            Assert.Equal(1, Influence.Of(effects).Sum(study => study.Hat), 1e-12);
            Assert.Equal(RandomEffects.Fit(effects).Estimate, Cumulative.Of(effects)[^1].Estimate);
        });

    [Fact]
    public void Mirrored_effects_are_missing_on_the_other_side() =>
        Effects.Sample(effects =>
        {
            Effect[] mirrored = [.. effects.Select(e => e with { Estimate = -e.Estimate })];
            TrimAndFillResult left,
                right;
            try
            {
                left = TrimAndFill.Of(effects, side: FunnelSide.Left);
                right = TrimAndFill.Of(mirrored, side: FunnelSide.Right);
            }
            catch (InvalidOperationException)
            {
                return;
            }
            Assert.Equal(left.Missing, right.Missing);
            Assert.Equal(left.Result.Estimate, -right.Result.Estimate, 1e-10);
        });

    [Fact]
    public void Both_rank_and_regression_tests_turn_with_the_sign_of_the_effects() =>
        Effects.Sample(effects =>
        {
            Effect[] mirrored = [.. effects.Select(e => e with { Estimate = -e.Estimate })];
            Assert.Equal(RankCorrelation.Of(effects).Tau, -RankCorrelation.Of(mirrored).Tau, 1e-12);
            Assert.Equal(RankCorrelation.Of(effects).P, RankCorrelation.Of(mirrored).P, 1e-12);
            Assert.Equal(EggerTest.Classical(effects).Slope, -EggerTest.Classical(mirrored).Slope, 1e-9);
        });
}
