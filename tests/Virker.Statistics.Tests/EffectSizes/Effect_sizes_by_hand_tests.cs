using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.Tests.EffectSizes;

/// <summary>Small cases a reader can check with a pocket calculator. The many are in meta.json and meta-tables.json.</summary>
public sealed class Effect_sizes_by_hand_tests
{
    private static readonly TwoByTwo TwiceTheRisk = new(30, 100, 15, 100);

    [Fact]
    public void Twice_the_risk_is_a_risk_ratio_of_2()
    {
        var effect = EffectSize.RiskRatios([TwiceTheRisk])[0];
        Assert.Equal(Math.Log(2), effect.Estimate, 1e-15);
        Assert.Equal(1 / 30.0 - 1 / 100.0 + 1 / 15.0 - 1 / 100.0, effect.Variance, 1e-15);
    }

    [Fact]
    public void Odds_compare_events_with_non_events()
    {
        var effect = EffectSize.OddsRatios([TwiceTheRisk])[0];
        Assert.Equal(Math.Log(30.0 / 70 / (15.0 / 85)), effect.Estimate, 1e-15);
        Assert.Equal(1 / 30.0 + 1 / 70.0 + 1 / 15.0 + 1 / 85.0, effect.Variance, 1e-15);
    }

    [Fact]
    public void Fifteen_more_in_a_hundred_is_a_risk_difference_of_0_15()
    {
        var effect = EffectSize.RiskDifferences([TwiceTheRisk])[0];
        Assert.Equal(0.15, effect.Estimate, 1e-15);
        Assert.Equal(0.3 * 0.7 / 100 + 0.15 * 0.85 / 100, effect.Variance, 1e-15);
    }

    [Fact]
    public void A_zero_cell_gets_one_half_in_each_cell_of_its_own_table_only()
    {
        var effects = EffectSize.RiskRatios([new(0, 10, 3, 12), TwiceTheRisk]);
        Assert.Equal(Math.Log(0.5 / 11 / (3.5 / 13)), effects[0].Estimate, 1e-15);
        Assert.Equal(Math.Log(2), effects[1].Estimate, 1e-15);
    }

    [Fact]
    public void Totals_mistaken_for_non_events_would_shrink_the_ratio()
    {
        // The published mistake, written as a table: the arms become events + total, so every risk is too low,
        // and the higher risk most of all.
        TwoByTwo mistaken = new(30, 30 + 100, 15, 15 + 100);
        var wrong = Math.Exp(EffectSize.RiskRatios([mistaken])[0].Estimate);
        var right = Math.Exp(EffectSize.RiskRatios([TwiceTheRisk])[0].Estimate);
        Assert.Equal(2, right, 1e-12);
        Assert.Equal(1.769, wrong, 1e-3);
    }

    [Fact]
    public void A_difference_of_one_pooled_standard_deviation_is_corrected_for_small_samples()
    {
        var effect = EffectSize.StandardizedMeanDifferences([new(12, 2, 2, 10, 2, 3)])[0];
        // With 3 degrees of freedom J = Γ(3/2) / (√(3/2) Γ(1)) = √π / (2 √1.5).
        var correction = Math.Sqrt(Math.PI) / 2 / Math.Sqrt(1.5);
        Assert.Equal(correction, effect.Estimate, 1e-14);
        Assert.Equal(1 / 2.0 + 1 / 3.0 + correction * correction / 10, effect.Variance, 1e-14);
    }

    [Fact]
    public void A_mean_difference_keeps_its_unit()
    {
        var effect = EffectSize.MeanDifferences([new(12, 2, 4, 10, 3, 9)])[0];
        Assert.Equal(2, effect.Estimate);
        Assert.Equal(2, effect.Variance, 1e-15);
    }
}
