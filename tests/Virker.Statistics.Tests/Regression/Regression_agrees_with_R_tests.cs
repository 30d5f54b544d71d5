using System.Text.Json;
using Virker.Statistics.DependentEffects;
using Virker.Statistics.Regression;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.Regression;

public class Regression_agrees_with_R_tests
{
    public static IEnumerable<TheoryDataRow<string>> Names => StoredReference.Regression.With();

    [Theory]
    [MemberData(nameof(Names))]
    public void Estimates_agree_with_lm_glm_and_ivreg(string name)
    {
        var data = StoredReference.Regression[name];
        var fit = Fit(data);
        var scale = Scale(data);
        Same(Numbers(data, "estimate"), fit.Estimates, scale, name);
        StoredReference.Same(data.GetProperty("dispersion").GetDouble(), fit.Dispersion, 0, name);
        StoredReference.Same(data.GetProperty("deviance").GetDouble(), fit.Deviance, 0, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Robust_errors_agree_with_sandwich(string name)
    {
        var data = StoredReference.Regression[name];
        var fit = Fit(data);
        foreach (var expected in data.GetProperty("hc").EnumerateArray())
        {
            var type = Enum.Parse<HcType>(expected.GetProperty("type").GetString()!);
            Same(expected, fit.Test(type), $"{name} {type}");
            var units = Numbers(expected, "se");
            double[] covariance = [.. fit.Covariance(type).Cast<double>()];
            Same(
                Numbers(expected, "covariance"),
                covariance,
                [.. units.SelectMany(a => units.Select(b => a * b))],
                $"{name} {type} covariance"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cluster_robust_errors_agree_with_clubSandwich(string name)
    {
        var data = StoredReference.Regression[name];
        var fit = Fit(data);
        var clusters = StoredReference.Clusters(data);
        foreach (var expected in data.GetProperty("cr").EnumerateArray())
        {
            var type = Enum.Parse<CrType>(expected.GetProperty("type").GetString()!);
            Same(expected, fit.Test(type, clusters), $"{name} {type}");
        }
        var units = Numbers(data.GetProperty("cr")[2], "se");
        double[] covariance = [.. fit.Covariance(CrType.CR2, clusters).Cast<double>()];
        Same(Numbers(data, "cr2"), covariance, [.. units.SelectMany(a => units.Select(b => a * b))], name + " CR2");
    }

    private static RegressionFit Fit(JsonElement data)
    {
        var y = Numbers(data, "y");
        return data.GetProperty("kind").GetString() switch
        {
            "linear" => LinearRegression.Fit(y, Predictors(data, "x")),
            "logistic" => LogisticRegression.Fit([.. y.Select(v => v == 1)], Predictors(data, "x")),
            // R's script puts the exogenous predictors first, as Virker does.
            _ => LinearRegression.FitTwoStage(
                y,
                Predictors(data, "endogenous"),
                Predictors(data, "instruments"),
                Predictors(data, "x")
            ),
        };
    }

    private static Predictor[] Predictors(JsonElement data, string property) =>
        data.GetProperty(property) is { ValueKind: JsonValueKind.Object } columns
            ? [.. columns.EnumerateObject().Select(c => new Predictor(c.Name, Numbers(columns, c.Name)))]
            : [];

    private static void Same(JsonElement expected, IReadOnlyList<RobustCoefficient> actual, string what)
    {
        var units = Numbers(expected, "se");
        Same(units, [.. actual.Select(c => c.StandardError)], units, what + " se");
        Same(Numbers(expected, "p"), [.. actual.Select(c => c.P)], [.. units.Select(_ => 1e-6)], what + " p");
        Same(Numbers(expected, "low"), [.. actual.Select(c => c.CiLow)], units, what + " low");
        Same(Numbers(expected, "high"), [.. actual.Select(c => c.CiHigh)], units, what + " high");
        if (expected.TryGetProperty("df", out _))
            Same(Numbers(expected, "df"), [.. actual.Select(c => c.Df)], [.. units.Select(_ => 0.0)], what + " df");
    }

    private static void Same(double[] expected, IReadOnlyList<double> actual, double[] units, string what)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
            StoredReference.Same(expected[i], actual[i], double.IsNaN(units[i]) ? 0 : units[i], $"{what} [{i}]");
    }

    private static double[] Scale(JsonElement data) => Numbers(data.GetProperty("hc")[0], "se");

    private static double[] Numbers(JsonElement data, string name) => StoredReference.Numbers(data, name);
}
