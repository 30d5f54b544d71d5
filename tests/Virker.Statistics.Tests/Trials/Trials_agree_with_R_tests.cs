using System.Text.Json;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.Regression;
using Virker.Statistics.Tests.Reference;
using Virker.Statistics.Trials;

namespace Virker.Statistics.Tests.Trials;

public class Trials_agree_with_R_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Trials.With("lin");

    public static IEnumerable<TheoryDataRow<string>> Small => StoredReference.Trials.With("exact");

    public static IEnumerable<TheoryDataRow<string>> Counts => StoredReference.Trials.With("shares");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_difference_in_means_is_Welchs(string name)
    {
        var data = StoredReference.Trials[name];
        var (y, treated) = (Numbers(data, "y"), Treated(data));
        var difference = TwoArms.DifferenceInMeans(
            [.. y.Where((_, i) => treated[i])],
            [.. y.Where((_, i) => !treated[i])]
        );
        Same(data.GetProperty("means"), difference, name + " means");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_adjusted_difference_is_Lins_with_and_without_clusters(string name)
    {
        var data = StoredReference.Trials[name];
        Predictor[] covariates = [new("x", Numbers(data, "x")), new("w", Numbers(data, "w"))];
        var (y, treated) = (Numbers(data, "y"), Treated(data));
        Same(data.GetProperty("lin"), TwoArms.Adjusted(y, treated, covariates), name + " Lin");
        Same(
            data.GetProperty("linClusters"),
            TwoArms.Adjusted(y, treated, covariates, StoredReference.Clusters(data)),
            name + " Lin by clusters"
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_effect_within_blocks(string name)
    {
        var data = StoredReference.Trials[name];
        var effects = BlockEffects.Of(Numbers(data, "y"), Treated(data), Blocks(data));
        var expected = data.GetProperty("blocks");
        Same(expected.GetProperty("average"), effects.Average, name + " average");
        Same(expected.GetProperty("fixed"), effects.FixedEffects, name + " fixed effects");
        var errors = Numbers(expected, "se");
        foreach (var (i, difference) in Numbers(expected, "difference").Index())
        {
            StoredReference.Same(difference, effects.Blocks[i].Difference, errors[i], $"{name} block {i}");
            StoredReference.Same(errors[i], effects.Blocks[i].StandardError, 0, $"{name} block {i} se");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_complier_effect_is_AERs_and_its_set_is_where_the_robust_test_does_not_reject(string name)
    {
        var data = StoredReference.Trials[name];
        Check("complier", [new("x", Numbers(data, "x"))]);
        Check("complierPlain", []);

        void Check(string property, Predictor[] covariates)
        {
            var expected = data.GetProperty(property);
            var effect = ComplierEffect.Of(Numbers(data, "y"), Treated(data), Numbers(data, "received"), covariates);
            Same(expected.GetProperty("itt"), effect.IntentionToTreat, $"{name} {property} itt");
            Same(expected.GetProperty("uptake"), effect.Uptake, $"{name} {property} uptake");
            Same(expected.GetProperty("effect"), effect.Effect, $"{name} {property} effect");
            Assert.Equal(AndersonRubinShape.Interval, effect.AndersonRubin.Shape);
            var unit = effect.Effect.StandardError;
            Same(expected, "low", effect.AndersonRubin.Low, unit, name);
            Same(expected, "high", effect.AndersonRubin.High, unit, name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Bounds_for_missing_outcomes(string name)
    {
        var data = StoredReference.Trials[name];
        double?[] lost = [.. Numbers(data, "lost").Select(v => double.IsNaN(v) ? (double?)null : v)];
        var (y, treated) = (Numbers(data, "y"), Treated(data));
        var worst = MissingOutcomes.WorstCase(lost, treated, y.Min(), y.Max());
        var expected = data.GetProperty("worst");
        Same(expected, "low", worst.Low, 0.01, name);
        Same(expected, "high", worst.High, 0.01, name);
        Same(expected, "ciLow", worst.CiLow, 0.01, name);
        Same(expected, "ciHigh", worst.CiHigh, 0.01, name);
        var lee = MissingOutcomes.Lee(lost, treated, resamples: 200);
        Same(data.GetProperty("lee"), "low", lee.Low, 0.01, name);
        Same(data.GetProperty("lee"), "high", lee.High, 0.01, name);
        Assert.True(worst.Low <= lee.Low && lee.Low <= lee.High && lee.High <= worst.High);
        Assert.True(lee.CiLow < lee.Low && lee.High < lee.CiHigh);
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Small_trials_are_randomised_in_every_way_there_is(string name)
    {
        var data = StoredReference.Trials[name];
        var test = RandomisationInference.Of(Numbers(data, "y"), Treated(data), Blocks(data));
        Assert.True(test.Exact);
        Assert.Equal(data.GetProperty("ways").GetInt32(), test.Draws);
        Same(data, "difference", test.Difference, 0.01, name);
        Same(data, "p", test.P, 0, name);
        Same(data, "higher", test.PTreatedHigher, 0, name);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_difference_in_shares_is_Newcombes(string name)
    {
        var data = StoredReference.Trials[name];
        int[] counts = [.. data.GetProperty("counts").EnumerateArray().Select(c => c.GetInt32())];
        var shares = TwoArms.DifferenceInShares(counts[0], counts[1], counts[2], counts[3]);
        Same(data, "difference", shares.Difference.Estimate, 0.01, name);
        Same(data, "low", shares.Difference.CiLow, 0.01, name);
        Same(data, "high", shares.Difference.CiHigh, 0.01, name);
        Same(data, "p", shares.P, 0, name);
    }

    [Fact]
    public void Holm_and_Benjamini_Hochberg_are_p_adjust()
    {
        var data = StoredReference.Trials["p values"];
        foreach (
            var (property, adjusted) in new[]
            {
                ("holm", Multiplicity.Holm(Numbers(data, "raw"))),
                ("bh", Multiplicity.BenjaminiHochberg(Numbers(data, "raw"))),
            }
        )
        {
            foreach (var (i, p) in Numbers(data, property).Index())
                StoredReference.Same(p, adjusted[i], 0, $"{property} {i}");
        }
    }

    private static void Same(JsonElement expected, RobustCoefficient actual, string what)
    {
        var unit = actual.StandardError;
        Same(expected, "estimate", actual.Estimate, unit, what);
        Same(expected, "se", actual.StandardError, 0, what);
        Same(expected, "df", actual.Df, 0, what);
        Same(expected, "p", actual.P, 1e-6, what);
        Same(expected, "low", actual.CiLow, unit, what);
        Same(expected, "high", actual.CiHigh, unit, what);
    }

    private static void Same(JsonElement expected, string property, double actual, double unit, string what) =>
        StoredReference.Same(
            StoredReference.Number(expected.GetProperty(property)),
            actual,
            unit,
            $"{what} {property}"
        );

    private static bool[] Treated(JsonElement data) => [.. Numbers(data, "treated").Select(t => t == 1)];

    private static string[] Blocks(JsonElement data) =>
        [.. data.GetProperty("block").EnumerateArray().Select(b => b.GetString()!)];

    private static double[] Numbers(JsonElement data, string name) => StoredReference.Numbers(data, name);
}
