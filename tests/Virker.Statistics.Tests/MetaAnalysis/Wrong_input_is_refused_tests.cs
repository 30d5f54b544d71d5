using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Tests.MetaAnalysis;

/// <summary>What has no answer gets a message that says where the trouble is.</summary>
public sealed class Wrong_input_is_refused_tests
{
    private static readonly Effect[] Four = [new(0.1, 0.2), new(0.4, 0.1), new(-0.2, 0.3), new(0.9, 0.15)];

    [Theory]
    [InlineData(double.NaN, 1, "Row 2: the estimate is NaN")]
    [InlineData(double.PositiveInfinity, 1, "Row 2: the estimate is")]
    [InlineData(0, 0, "Row 2: the variance is 0")]
    [InlineData(0, -1, "Row 2: the variance is -1")]
    [InlineData(0, double.NaN, "Row 2: the variance is NaN")]
    [InlineData(0, double.PositiveInfinity, "Row 2: the variance is")]
    public void An_impossible_effect_is_refused_with_its_row(double estimate, double variance, string message) =>
        Refused(message, () => RandomEffects.Fit([new Effect(0, 1), new Effect(estimate, variance)]));

    [Fact]
    public void No_effects_are_refused() => Refused("no effects", () => RandomEffects.Fit([]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void A_level_outside_0_and_1_is_refused(double level) =>
        Refused("level", () => RandomEffects.Fit(Four, new MetaOptions(Level: level)));

    [Theory]
    [InlineData(-1, 10, 2, 10, "Row 1: the treated arm has -1 events")]
    [InlineData(11, 10, 2, 10, "Row 1: the treated arm has 11 events among 10 people")]
    [InlineData(1, 10, 2, 0, "Row 1: the control arm has 0 people")]
    [InlineData(1, 10, double.NaN, 10, "Row 1: the control arm has NaN events")]
    [InlineData(1, double.PositiveInfinity, 2, 10, "Row 1: the treated arm has")]
    public void An_impossible_table_is_refused_with_its_row(double a, double n1, double c, double n2, string message)
    {
        TwoByTwo[] tables = [new(a, n1, c, n2)];
        Refused(message, () => EffectSize.RiskRatios(tables));
        Refused(message, () => MantelHaenszel.OddsRatio(tables));
        Refused(message, () => Peto.OddsRatio(tables));
    }

    [Fact]
    public void A_zero_cell_without_correction_has_no_log_ratio() =>
        Refused(
            "Row 2: the study has a zero cell",
            () => EffectSize.RiskRatios([new(1, 10, 2, 10), new(0, 10, 2, 10)], new ZeroCells(ZeroCellRule.None))
        );

    [Fact]
    public void Tables_where_no_arm_had_events_have_no_common_ratio()
    {
        TwoByTwo[] tables = [new(0, 10, 2, 10), new(0, 20, 1, 20)];
        Refused("common ratio", () => MantelHaenszel.RiskRatio(tables));
        Refused("no odds ratio", () => Peto.OddsRatio([new(0, 10, 0, 10)]));
    }

    [Theory]
    [InlineData(double.NaN, 1, 10, "a mean is not")]
    [InlineData(1, -1, 10, "a standard deviation is not")]
    [InlineData(1, 1, 1, "more than one person")]
    [InlineData(1, 0, 10, "too little spread")]
    public void An_impossible_comparison_of_means_is_refused(double mean, double sd, double total, string message) =>
        Refused(message, () => EffectSize.StandardizedMeanDifferences([new(mean, sd, total, 0, sd, total)]));

    [Fact]
    public void A_negative_correction_is_refused() =>
        Refused(
            "added to each cell",
            () => EffectSize.RiskRatios([new(1, 10, 2, 10)], new ZeroCells(ZeroCellRule.AllTables, -1))
        );

    [Fact]
    public void Moderators_that_cannot_be_told_apart_are_named()
    {
        var dose = new Moderator("dose", [1, 2, 3, 5]);
        Refused("dose has 2 values", () => MetaRegression.Fit(Four, [new Moderator("dose", [1, 2])]));
        Refused(
            "Row 3: the moderator dose",
            () => MetaRegression.Fit(Four, [new Moderator("dose", [1, 2, double.NaN, 4])])
        );
        Refused("constant is constant", () => MetaRegression.Fit(Four, [new Moderator("constant", [7, 7, 7, 7])]));
        Refused(
            "double is constant or a combination",
            () => MetaRegression.Fit(Four, [dose, new Moderator("double", [2, 4, 6, 10])])
        );
        Refused("too few", () => MetaRegression.Fit(Four, [dose, dose, dose]));
        Refused("no moderators", () => MetaRegression.Fit(Four, []));
        Refused("1 moderators", () => MetaRegression.Fit(Four, [dose]).Predict(1, 2));
    }

    [Fact]
    public void Groups_must_be_several_and_fit_the_effects()
    {
        Refused("2 group names for 4 effects", () => Subgroups.Fit(Four, ["a", "b"]));
        Refused("at least two groups", () => Subgroups.Fit(Four, ["a", "a", "a", "a"]));
    }

    private static void Refused(string message, Func<object> act) =>
        Assert.Contains(message, Refusal.Why(act), StringComparison.Ordinal);
}
