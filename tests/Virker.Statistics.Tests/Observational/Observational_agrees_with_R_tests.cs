using System.Text.Json;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.Observational;
using Virker.Statistics.Regression;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Observational;

public class Observational_agrees_with_R_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Observational.With("ipw");

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_balance_overlap_and_the_weighted_difference(string name)
    {
        var data = StoredReference.Observational[name];
        var (covariates, treated) = (Covariates(data), Treated(data));
        foreach (var expected in data.GetProperty("ipw").EnumerateArray())
        {
            var estimand = Enum.Parse<Estimand>(expected.GetProperty("estimand").GetString()!);
            var weighted = InverseProbability.Of(treated, covariates, estimand);
            Same(expected, "propensity", weighted.Propensity, 0);
            Same(expected, "weights", weighted.Weights, 0);
            Same(expected, "stable", InverseProbability.Of(treated, covariates, estimand, stabilised: true).Weights, 0);
            Same(expected, "before", [.. weighted.Balance.Select(b => b.Difference)], 0.01);
            Same(expected, "after", [.. weighted.Balance.Select(b => b.WeightedDifference)], 0.01);
            var overlap = weighted.Overlap;
            Same(expected, "ess", [overlap.EffectiveTreated, overlap.EffectiveControl], 0);
            Same(
                expected,
                "range",
                [overlap.TreatedLow, overlap.TreatedHigh, overlap.ControlLow, overlap.ControlHigh],
                0
            );
            Assert.Equal(expected.GetProperty("outside").GetInt32(), overlap.Outside);
            Assert.Equal(expected.GetProperty("extreme").GetInt32(), overlap.Extreme);
            StoredReference.Same(expected.GetProperty("largest").GetDouble(), overlap.LargestWeight, 0, name);
            Same(expected, weighted.Effect(StoredReference.Numbers(data, "y")), name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_doubly_robust_estimate(string name)
    {
        var data = StoredReference.Observational[name];
        foreach (var expected in data.GetProperty("aipw").EnumerateArray())
        {
            var estimand = Enum.Parse<Estimand>(expected.GetProperty("estimand").GetString()!);
            var y = StoredReference.Numbers(data, "y");
            Same(expected, DoublyRobust.Of(y, Treated(data), Covariates(data), estimand), $"{name} {estimand}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_means_with_and_without_clusters(string name)
    {
        var data = StoredReference.Observational[name];
        var (covariates, treated, y) = (Covariates(data), Treated(data), StoredReference.Numbers(data, "y"));
        string[] clusters = [.. y.Select((_, i) => $"{i % 25}")];
        foreach (var expected in data.GetProperty("means").EnumerateArray())
        {
            var estimand = Enum.Parse<Estimand>(expected.GetProperty("estimand").GetString()!);
            var isLinear = expected.GetProperty("linear").GetBoolean();
            var alone = DoublyRobust.Means(y, treated, covariates, estimand, outcomeIsLinear: isLinear);
            var together = DoublyRobust.Means(y, treated, covariates, estimand, clusters, isLinear);
            var error = alone.Difference().StandardError;
            Same(expected, "mu", [alone.Treated, alone.Control], error);
            Same(expected, "mu", [together.Treated, together.Control], error);
            Same(expected, "v", [alone.TreatedVariance, alone.ControlVariance, alone.Covariance], error * error);
            Same(
                expected,
                "clustered",
                [together.TreatedVariance, together.ControlVariance, together.Covariance],
                error * error
            );
            var difference = together.Difference();
            Assert.Equal(24, difference.Df);
            Same(expected, "ci", [difference.CiLow, difference.CiHigh], error);
            var (ratio, clustered) = (alone.LogRatio(), together.LogRatio());
            StoredReference.Same(
                expected.GetProperty("log_ratio").GetDouble(),
                ratio.Estimate,
                ratio.StandardError,
                name
            );
            Same(expected, "log_ratio_se", [ratio.StandardError, clustered.StandardError], 0);
        }
    }

    [Fact]
    public void E_values()
    {
        foreach (var e in StoredReference.Observational["e-values"].GetProperty("e").EnumerateArray())
        {
            double Number(string property) => e.GetProperty(property).GetDouble();
            var value = EValue.Of(Number("rr"), Number("low"), Number("high"));
            StoredReference.Same(Number("estimate"), value.Estimate, 0, "estimate");
            StoredReference.Same(Number("interval"), value.Interval, 0, "interval");
        }
        // VanderWeele and Ding's own example: a risk ratio of 3.9 (1.8 to 8.7) gives 7.26 and 3.0.
        var published = EValue.Of(3.9, 1.8, 8.7);
        Assert.Equal((7.26, 3.0), (Math.Round(published.Estimate, 2), Math.Round(published.Interval, 2)));
    }

    private static void Same(JsonElement expected, RobustCoefficient actual, string what)
    {
        var error = expected.GetProperty("se").GetDouble();
        StoredReference.Same(expected.GetProperty("estimate").GetDouble(), actual.Estimate, error, what);
        StoredReference.Same(error, actual.StandardError, 0, what + " se");
    }

    private static void Same(JsonElement expected, string property, IReadOnlyList<double> actual, double unit)
    {
        var numbers = StoredReference.Numbers(expected, property);
        Assert.Equal(numbers.Length, actual.Count);
        for (var i = 0; i < numbers.Length; i++)
            StoredReference.Same(numbers[i], actual[i], unit, $"{property} {i}");
    }

    private static bool[] Treated(JsonElement data) =>
        [.. StoredReference.Numbers(data, "treated").Select(t => t == 1)];

    private static Predictor[] Covariates(JsonElement data) =>
        [
            .. data.GetProperty("x")
                .EnumerateObject()
                .Select(c => new Predictor(c.Name, StoredReference.Numbers(data.GetProperty("x"), c.Name))),
        ];
}
