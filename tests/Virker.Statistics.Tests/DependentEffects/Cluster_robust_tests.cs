using System.Text.Json;
using CsCheck;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.DependentEffects;

public class Cluster_robust_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Dependent.With();

    public static IEnumerable<TheoryDataRow<string>> NamesWithModerators => StoredReference.Dependent.With("mods");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_pooled_effect_agrees_with_clubSandwich(string name)
    {
        var data = StoredReference.Dependent[name];
        var pooled = RandomEffects.Fit(StoredReference.Effects(data));
        var robust = ClusterRobust.Of(pooled, StoredReference.Clusters(data));
        Same(data.GetProperty("robust"), [robust], name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_three_level_mean_agrees_with_clubSandwich(string name)
    {
        var data = StoredReference.Dependent[name];
        var fit = ThreeLevel.Fit(StoredReference.Effects(data), StoredReference.Clusters(data));
        Same(data.GetProperty("robustThreeLevel"), [ClusterRobust.Of(fit)], name);
    }

    [Theory]
    [MemberData(nameof(NamesWithModerators))]
    public void A_regression_agrees_with_clubSandwich(string name)
    {
        var data = StoredReference.Dependent[name];
        Moderator[] moderators =
        [
            .. data.GetProperty("mods")
                .EnumerateObject()
                .Select(m => new Moderator(m.Name, [.. m.Value.EnumerateArray().Select(n => n.GetDouble())])),
        ];
        var fit = MetaRegression.Fit(StoredReference.Effects(data), moderators);
        Same(data.GetProperty("robustRegression"), ClusterRobust.Of(fit, StoredReference.Clusters(data)), name);
    }

    [Fact]
    public void A_single_cluster_is_refused()
    {
        var pooled = RandomEffects.Fit([new(0.4, 0.04), new(0.2, 0.01)]);
        var error = Assert.Throws<NoEstimateException>(() => ClusterRobust.Of(pooled, ["a", "a"]));
        Assert.Contains("single cluster", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_weights_and_clusters_of_one_give_the_ordinary_standard_error_and_k_minus_1_degrees_of_freedom()
    {
        Gen.Double[-2, 2]
            .Array[3, 20]
            .Sample(y =>
            {
                Effect[] effects = [.. y.Select(v => new Effect(v, 0.3))];
                var robust = ClusterRobust.Of(RandomEffects.Fit(effects), [.. y.Select((_, i) => $"c{i}")]);
                var mean = y.Average();
                var ordinary = Math.Sqrt(y.Sum(v => (v - mean) * (v - mean)) / (y.Length - 1) / y.Length);
                Assert.Equal(ordinary, robust.StandardError, 1e-10);
                Assert.Equal(y.Length - 1, robust.Df, 1e-8);
            });
    }

    private static void Same(JsonElement r, IReadOnlyList<RobustCoefficient> robust, string name)
    {
        double[] N(string property) => StoredReference.Numbers(r, property);
        Assert.Equal(N("estimate").Length, robust.Count);
        for (var j = 0; j < robust.Count; j++)
        {
            var se = N("se")[j];
            void Same(string property, double actual, double unit) =>
                StoredReference.Same(N(property)[j], actual, unit, $"{name} {j} {property}");
            if (se < 1e-12)
            {
                Assert.True(robust[j].StandardError < 1e-12);
                continue;
            }
            Same("estimate", robust[j].Estimate, se);
            Same("se", robust[j].StandardError, 0);
            Same("statistic", robust[j].Statistic, 0);
            Same("df", robust[j].Df, 0);
            Same("p", robust[j].P, 0);
            Same("low", robust[j].CiLow, se);
            Same("high", robust[j].CiHigh, se);
        }
    }
}
