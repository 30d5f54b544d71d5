using System.Text.Json;
using CsCheck;
using Virker.Statistics.Randomness;
using Virker.Statistics.Regression;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Regression;

public class Random_intercepts_agree_with_lme4_tests
{
    public static IEnumerable<TheoryDataRow<string>> Linear => StoredReference.Mixed.With("within");

    public static IEnumerable<TheoryDataRow<string>> Logistic => StoredReference.Mixed.With("nodes");

    [Theory]
    [MemberData(nameof(Linear))]
    public void Linear_by_REML(string name)
    {
        var data = StoredReference.Mixed[name];
        var fit = RandomInterceptLinear.Fit(
            StoredReference.Numbers(data, "y"),
            Predictors(data),
            StoredReference.Clusters(data)
        );
        Near(data.GetProperty("within").GetDouble(), fit.Within, 1e-7, 0, name + " within");
        Near(data.GetProperty("loglik").GetDouble(), fit.LogLikelihood, 1e-9, 0, name + " log-likelihood");
        Same(data, fit, 1e-7, name);
    }

    [Theory]
    [MemberData(nameof(Logistic))]
    public void Logistic_by_quadrature(string name)
    {
        var data = StoredReference.Mixed[name];
        var nodes = data.GetProperty("nodes").GetInt32();
        var fit = RandomInterceptLogistic.Fit(
            [.. StoredReference.Numbers(data, "y").Select(y => y == 1)],
            Predictors(data),
            StoredReference.Clusters(data),
            nodes
        );
        Near(data.GetProperty("loglik").GetDouble(), fit.LogLikelihood, 1e-7, 0, name + " log-likelihood");
        Same(data, fit, 1e-5, name);
    }

    [Fact]
    public void A_shift_of_the_outcome_moves_the_intercept_alone() =>
        Gen.Select(Gen.Double[-3, 3].Array[30], Gen.Int[0, 5].Array[30], Gen.Double[-1e4, 1e4])
            .Where((_, groups, _) => groups.Distinct().Count() > 1)
            .Sample(
                (y, groups, shift) =>
                {
                    string[] ids = [.. groups.Select(g => $"{g}")];
                    Predictor x = new("x", [.. y.Select((_, i) => i % 7.0)]);
                    var plain = RandomInterceptLinear.Fit(y, [x], ids);
                    var moved = RandomInterceptLinear.Fit([.. y.Select(v => v + shift)], [x], ids);
                    Assert.Equal(plain.Coefficients[0].Estimate + shift, moved.Coefficients[0].Estimate, 1e-7);
                    Assert.Equal(plain.Coefficients[1].Estimate, moved.Coefficients[1].Estimate, 1e-7);
                    Assert.Equal(plain.Icc, moved.Icc, 1e-5);
                }
            );

    [Fact]
    public void Groups_that_were_made_to_differ_are_found_again()
    {
        var source = new SeededSource(6);
        string[] groups = [.. Enumerable.Range(0, 3000).Select(i => $"{i / 30}")];
        // 100 groups, log odds spread evenly with standard deviation 1.
        double[] own = [.. Enumerable.Range(0, 100).Select(_ => (source.Uniform() - 0.5) * Math.Sqrt(12))];
        bool[] y = [.. groups.Select((_, i) => source.Uniform() < 1 / (1 + Math.Exp(1 - own[i / 30])))];
        var fit = RandomInterceptLogistic.Fit(y, [], groups);
        Assert.InRange(fit.Between, 0.7, 1.4);
        Assert.InRange(fit.Coefficients[0].Estimate, -1.3, -0.7);
        // Shrunk, but in the right direction.
        Assert.True(fit.Groups.Zip(own).Count(pair => pair.First.Effect * pair.Second > 0) > 80);
        Assert.Equal(fit.Icc, fit.Between / (fit.Between + Math.PI * Math.PI / 3));
    }

    [Fact]
    public void Groups_that_cannot_be_told_apart_are_said()
    {
        double[] y = [1, 3, 2, 5];
        Refused(() => RandomInterceptLinear.Fit(y, [], ["a", "a", "a", "a"]), "single group");
        Refused(() => RandomInterceptLinear.Fit(y, [], ["a", "b", "c", "d"]), "a group of its own");
        Refused(() => RandomInterceptLinear.Fit(y, [], ["a", "b"]), "2 cluster ids");
        bool[] same = [true, true, true, true];
        Refused(() => RandomInterceptLogistic.Fit(same, [], ["a", "a", "b", "b"]), "All outcomes are the same");
        bool[] throughout = [.. Enumerable.Range(0, 40).Select(i => i / 4 % 2 == 0)];
        Refused(
            () => RandomInterceptLogistic.Fit(throughout, [], [.. throughout.Select((_, i) => $"{i / 4}")]),
            "finds no end"
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            RandomInterceptLogistic.Fit([true, false, true], [], ["a", "a", "b"], nodes: 0)
        );
    }

    private static void Same(JsonElement data, RandomInterceptFit fit, double tolerance, string name)
    {
        double[] Numbers(string property) => StoredReference.Numbers(data, property);
        Near(data.GetProperty("between").GetDouble(), fit.Between, tolerance, 1e-10, name + " between");
        foreach (var (j, error) in Numbers("se").Index())
        {
            Near(Numbers("estimate")[j], fit.Coefficients[j].Estimate, tolerance, error, $"{name} {j}");
            Near(error, fit.Coefficients[j].StandardError, tolerance, 0, $"{name} {j} se");
        }
        var groups = fit.Groups.ToDictionary(g => g.Group);
        var unit = Math.Sqrt(fit.Between) + 1e-9;
        foreach (var (j, group) in data.GetProperty("groups").EnumerateArray().Index())
        {
            var own = groups[group.ToString()];
            Near(Numbers("effect")[j], own.Effect, tolerance, unit, $"{name} {group}");
            Near(Numbers("sd")[j], own.StandardDeviation, tolerance, unit, $"{name} {group} sd");
        }
    }

    private static void Near(double expected, double actual, double relative, double unit, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), unit),
            $"{what}: R says {expected:R}, Virker {actual:R}"
        );

    private static Predictor[] Predictors(JsonElement data) =>
        data.GetProperty("x") is { ValueKind: JsonValueKind.Object } columns
            ?
            [
                .. columns
                    .EnumerateObject()
                    .Select(c => new Predictor(c.Name, StoredReference.Numbers(columns, c.Name))),
            ]
            : [];

    private static void Refused(Func<object> fit, string message) =>
        Assert.Contains(message, Refusal.Why(fit), StringComparison.Ordinal);
}
