using CsCheck;
using Virker.Statistics.Absolute;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.Absolute;

public class Absolute_effects_tests
{
    [Fact]
    public void A_risk_ratio_of_two_turns_20_of_100_into_40()
    {
        var effect = new EffectWithIntervals(Math.Log(2), Math.Log(1.5), Math.Log(2.5), Math.Log(0.9), Math.Log(4));
        var absolute = AbsoluteEffects.Of(0.2, EffectScale.LogRiskRatio, effect);
        Near(new(40, 30, 50, 18, 80), absolute.With);
        Near(new(20, 10, 30, -2, 60), absolute.More);
        Assert.False(absolute.Clamped);
        var needed = absolute.NumberNeeded;
        Assert.Equal(5, needed.Estimate, 1e-12);
        Assert.Equal(10.0 / 3, needed.Low, 1e-12);
        Assert.Equal(10, needed.High, 1e-12);
        Assert.True(needed is { IsMore: true, IncludesNoEffect: false } && double.IsNaN(needed.OppositeLow));
    }

    [Fact]
    public void An_odds_ratio_of_two_turns_50_of_100_into_two_thirds()
    {
        var effect = new EffectWithIntervals(Math.Log(2), 0, Math.Log(4));
        var absolute = AbsoluteEffects.Of(0.5, EffectScale.LogOddsRatio, effect);
        Near(new(200 / 3.0, 50, 80, double.NaN, double.NaN), absolute.With);
        Assert.True(absolute.NumberNeeded.IncludesNoEffect);
        Assert.Equal(double.PositiveInfinity, absolute.NumberNeeded.High);
        Assert.True(double.IsNaN(absolute.NumberNeeded.OppositeLow));
    }

    [Fact]
    public void When_the_interval_crosses_no_effect_the_number_needed_says_so_on_both_sides()
    {
        var absolute = AbsoluteEffects.Of(0.3, EffectScale.RiskDifference, new EffectWithIntervals(-0.05, -0.2, 0.1));
        var needed = absolute.NumberNeeded;
        Assert.False(needed.IsMore);
        Assert.True(needed.IncludesNoEffect);
        Assert.Equal(20, needed.Estimate, 1e-9);
        Assert.Equal(5, needed.Low, 1e-9);
        Assert.Equal(double.PositiveInfinity, needed.High);
        Assert.Equal(10, needed.OppositeLow, 1e-9);
    }

    [Fact]
    public void No_more_than_100_of_100_and_no_fewer_than_0_and_it_is_said()
    {
        var ratio = AbsoluteEffects.Of(0.6, EffectScale.LogRiskRatio, new EffectWithIntervals(Math.Log(1.5), 0, 1));
        Assert.Equal(100, ratio.With.CiHigh);
        Assert.True(ratio.Clamped);
        var difference = AbsoluteEffects.Of(0.1, EffectScale.RiskDifference, new EffectWithIntervals(0, -0.2, 0.2));
        Assert.Equal(0, difference.With.CiLow);
        Assert.True(difference.Clamped);
        Assert.Equal(double.PositiveInfinity, difference.NumberNeeded.Estimate);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_baseline_outside_0_to_1_is_refused(double baseline) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            AbsoluteEffects.Of(baseline, EffectScale.RiskDifference, new EffectWithIntervals(0, 0, 0))
        );

    [Fact]
    public void A_pooled_effect_brings_both_its_intervals()
    {
        var pooled = RandomEffects.Fit([new(0.5, 0.02), new(0.9, 0.03), new(0.3, 0.01)]);
        var absolute = AbsoluteEffects.Of(0.2, EffectScale.LogRiskRatio, pooled);
        Assert.Equal(20 * Math.Exp(pooled.PiLow), absolute.With.PiLow, 1e-12);
        Assert.Equal(20 * Math.Exp(pooled.CiHigh) - 20, absolute.More.CiHigh, 1e-12);
    }

    [Fact]
    public void An_odds_ratio_never_leaves_the_scale_and_keeps_the_order() =>
        Gen.Select(
                Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(1.0)),
                Gen.Double[-800, 800],
                Gen.Double[0, 50]
            )
            .Sample(
                (baseline, estimate, half) =>
                {
                    var effect = new EffectWithIntervals(estimate, estimate - half, estimate + half);
                    var absolute = AbsoluteEffects.Of(baseline, EffectScale.LogOddsRatio, effect);
                    Assert.False(absolute.Clamped);
                    Assert.True(absolute.With.CiLow <= absolute.With.Estimate);
                    Assert.True(absolute.With.Estimate <= absolute.With.CiHigh);
                }
            );

    private static void Near(PerHundred expected, PerHundred actual)
    {
        Assert.Equal(expected.Estimate, actual.Estimate, 1e-10);
        Assert.Equal(expected.CiLow, actual.CiLow, 1e-10);
        Assert.Equal(expected.CiHigh, actual.CiHigh, 1e-10);
        Assert.Equal(expected.PiLow, actual.PiLow, 1e-10);
        Assert.Equal(expected.PiHigh, actual.PiHigh, 1e-10);
    }
}
