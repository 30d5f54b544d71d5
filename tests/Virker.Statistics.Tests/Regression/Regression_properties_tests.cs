using CsCheck;
using Virker.Statistics.Regression;

namespace Virker.Statistics.Tests.Regression;

public class Regression_properties_tests
{
    // Predictors on a grid of hundredths: values a hair's breadth apart make rows or clusters that alone decide
    // the line, where 1 - leverage keeps no digits and no two ways of reckoning agree.
    private static readonly Gen<(double[] Y, double[] X, int[] Groups)> Rows = Gen.Int[8, 40]
        .SelectMany(n =>
            Gen.Select(
                Gen.Double[-5, 5].Array[n],
                Gen.Int[-300, 300].Select(hundredths => hundredths / 100.0).Array[n],
                Gen.Int[0, 4].Array[n]
            )
        )
        .Where(d => d.Item3.Distinct().Count() > 1 && d.Item2.Max() - d.Item2.Min() > 0.5);

    [Fact]
    public void Residuals_are_orthogonal_to_the_predictors_and_fitted_plus_residual_is_the_outcome() =>
        Rows.Sample(d =>
        {
            var fit = LinearRegression.Fit(d.Y, [new("x", d.X)]);
            Assert.Equal(0, fit.Residuals.Sum(), 1e-10);
            Assert.Equal(0, fit.Residuals.Zip(d.X, (e, x) => e * x).Sum(), 1e-10);
            Assert.All(
                Enumerable.Range(0, fit.Rows),
                i => Assert.Equal(d.Y[i], fit.Fitted[i] + fit.Residuals[i], 1e-12)
            );
        });

    [Fact]
    public void Every_row_a_cluster_makes_CR2_the_same_as_HC2() =>
        Rows.Sample(d =>
        {
            var fit = LinearRegression.Fit(d.Y, [new("x", d.X)]);
            var own = fit.Test(CrType.CR2, [.. d.Y.Select((_, i) => $"{i}")]);
            Assert.Equal(fit.Test(HcType.HC2)[1].StandardError, own[1].StandardError, 1e-10);
        });

    [Fact]
    public void The_scale_of_a_predictor_moves_its_coefficient_and_not_its_test() =>
        Gen.Select(Rows, Gen.Double[-6, 6], Gen.Double[-1000, 1000])
            .Sample(
                (d, power, shift) =>
                {
                    var unit = Math.Pow(10, power);
                    string[] clusters = [.. d.Groups.Select(g => $"{g}")];
                    var plain = LinearRegression.Fit(d.Y, [new("x", d.X)]).Test(CrType.CR2, clusters)[1];
                    var scaled = LinearRegression
                        .Fit(d.Y, [new("x", [.. d.X.Select(x => unit * (x + shift))])])
                        .Test(CrType.CR2, clusters)[1];
                    Assert.Equal(plain.Estimate, unit * scaled.Estimate, 1e-8 * (1 + Math.Abs(plain.Estimate)));
                    Assert.Equal(plain.P, scaled.P, 1e-7);
                    Assert.Equal(plain.Df, scaled.Df, 1e-6);
                }
            );

    [Fact]
    public void A_logistic_fit_expects_as_many_events_as_there_were() =>
        Gen.Select(Gen.Bool.Array[40], Gen.Double[-2, 2].Array[40])
            .Sample(
                (y, x) =>
                {
                    y[0] = true;
                    y[1] = false;
                    // A pair on either side, so that nothing separates.
                    (x[0], x[1], x[2], x[3], y[2], y[3]) = (3, 3, -3, -3, true, false);
                    var fit = LogisticRegression.Fit(y, [new("x", x)]);
                    Assert.Equal(y.Count(v => v), fit.Fitted.Sum(), 1e-9);
                    var turned = LogisticRegression.Fit([.. y.Select(v => !v)], [new("x", x)]);
                    Assert.Equal(fit.Estimates[1], -turned.Estimates[1], 1e-9);
                }
            );

    [Fact]
    public void With_the_predictor_as_its_own_instrument_two_stages_are_least_squares() =>
        Rows.Sample(d =>
        {
            var plain = LinearRegression.Fit(d.Y, [new("x", d.X)]);
            var two = LinearRegression.FitTwoStage(d.Y, [new("x", d.X)], [new("z", d.X)], []);
            Assert.Equal(plain.Estimates[1], two.Estimates[1], 1e-9);
            Assert.Equal(plain.Test(HcType.HC1)[1].P, two.Test(HcType.HC1)[1].P, 1e-9);
        });
}
