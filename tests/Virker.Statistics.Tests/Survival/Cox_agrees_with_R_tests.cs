using System.Text.Json;
using Virker.Statistics.Regression;
using Virker.Statistics.Survival;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Survival;

public class Cox_agrees_with_R_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Survival.With("cox");

    [Theory]
    [MemberData(nameof(Names))]
    public void Estimates_and_likelihoods_agree_with_coxph(string name) =>
        Each(
            name,
            (data, expected, fit, what) =>
            {
                var units = fit.Test().Select(c => c.StandardError).ToArray();
                var estimates = StoredReference.Numbers(expected, "estimate");
                for (var j = 0; j < estimates.Length; j++)
                    StoredReference.Same(estimates[j], fit.Estimates[j], units[j], $"{what} [{j}]");
                Matrix(expected, "variance", fit.Covariance(), what);
                StoredFollowUp.Same(expected, "loglik", [fit.NullLogLikelihood, fit.LogLikelihood], what, 0);
                StoredReference.Same(expected.GetProperty("score").GetDouble(), fit.ScoreTest, 0, what);
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Robust_covariance_by_row_and_by_cluster_agrees_with_coxph(string name) =>
        Each(
            name,
            (data, expected, fit, what) => Matrix(expected, "robust", fit.RobustCovariance(data.Texts("cluster")), what)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_baseline_hazard_agrees_with_basehaz(string name) =>
        Each(
            name,
            (data, expected, fit, what) =>
            {
                var times = StoredReference.Numbers(expected, "hazardtime");
                string[] strata =
                [
                    .. expected.GetProperty("hazardstrata").EnumerateArray().Select(s => s.GetString()!),
                ];
                StoredFollowUp.Same(
                    expected,
                    "hazard",
                    [.. times.Select((time, i) => fit.BaselineHazard(time, strata.ElementAtOrDefault(i) ?? ""))],
                    what,
                    0
                );
            }
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Tests_of_proportionality_agree_with_cox_zph(string name) =>
        Each(
            name,
            (data, expected, fit, what) =>
            {
                foreach (var scale in Enum.GetValues<TimeScale>())
                {
                    var stored = expected.GetProperty("zph").GetProperty($"{scale}");
                    var tests = fit.TestProportionality(scale);
                    StoredFollowUp.Same(stored, "chisq", [.. tests.Select(t => t.ChiSquare)], $"{what} {scale}", 1e-3);
                    StoredFollowUp.Same(stored, "df", [.. tests.Select(t => (double)t.Df)], $"{what} {scale}", 0);
                    StoredFollowUp.Same(stored, "p", [.. tests.Select(t => t.P)], $"{what} {scale}", 1e-6);
                }
            }
        );

    private static void Matrix(JsonElement expected, string column, double[,] actual, string what)
    {
        var (stored, p) = (StoredReference.Numbers(expected, column), actual.GetLength(0));
        for (var a = 0; a < p; a++)
        {
            for (var b = 0; b < p; b++)
            {
                var unit = Math.Sqrt(actual[a, a] * actual[b, b]);
                StoredReference.Same(stored[a * p + b], actual[a, b], unit, $"{what} {column} [{a},{b}]");
            }
        }
    }

    private static void Each(string name, Action<StoredFollowUp, JsonElement, CoxFit, string> check)
    {
        var data = new StoredFollowUp(name);
        var x = data.Data.GetProperty("x");
        foreach (var ties in Enum.GetValues<CoxTies>())
        {
            var fit = CoxRegression.Fit(
                data.Times,
                data.Events,
                [.. x.EnumerateObject().Select(c => new Predictor(c.Name, StoredReference.Numbers(x, c.Name)))],
                new()
                {
                    Ties = ties,
                    Starts = data.Optional("start"),
                    Strata = data.Texts("strata"),
                    Weights = data.Optional("weights"),
                }
            );
            check(data, data.Data.GetProperty("cox").GetProperty($"{ties}"), fit, $"{name} {ties}");
        }
    }
}
