using CsCheck;
using Virker.Statistics.Regression;
using Virker.Statistics.Survival;

namespace Virker.Statistics.Tests.Survival;

public class Cox_at_the_edges_tests
{
    private static readonly Gen<(double[] Times, bool[] Events, double[] X)> Rows = Gen.Int[20, 40]
        .SelectMany(n =>
            Gen.Select(Gen.Int[1, 12].Select(t => (double)t).Array[n], Gen.Bool.Array[n], Gen.Double[-2, 2].Array[n])
        )
        .Select(d =>
        {
            // Two pairs that no coefficient can please both of, first of all.
            (d.Item1[0], d.Item1[1], d.Item1[2], d.Item1[3]) = (0.5, 0.6, 0.7, 0.8);
            (d.Item2[0], d.Item2[1], d.Item2[2], d.Item2[3]) = (true, true, true, true);
            (d.Item3[0], d.Item3[1], d.Item3[2], d.Item3[3]) = (-3, 3, -3, 3);
            return d;
        });

    [Fact]
    public void Only_the_order_of_times_matters() =>
        Rows.Sample(d =>
        {
            var plain = Fit(d.Times, d.Events, d.X);
            var moved = Fit([.. d.Times.Select(t => Math.Exp(t / 3) + 7)], d.Events, d.X);
            Assert.Equal(plain.Estimates[0], moved.Estimates[0], 1e-9);
            Assert.Equal(plain.LogLikelihood, moved.LogLikelihood, 1e-9);
        });

    [Fact]
    public void With_Breslow_a_weight_of_two_is_the_row_twice() =>
        Rows.Sample(d =>
        {
            CoxOptions breslow = new() { Ties = CoxTies.Breslow };
            var weighted = Fit(
                d.Times,
                d.Events,
                d.X,
                breslow with
                {
                    Weights = [.. d.Times.Select((_, i) => i % 2 == 0 ? 2.0 : 1.0)],
                }
            );
            int[] rows = [.. d.Times.SelectMany((_, i) => i % 2 == 0 ? new[] { i, i } : [i])];
            var twice = Fit(
                [.. rows.Select(i => d.Times[i])],
                [.. rows.Select(i => d.Events[i])],
                [.. rows.Select(i => d.X[i])],
                breslow
            );
            Assert.Equal(twice.Estimates[0], weighted.Estimates[0], 1e-9);
            Assert.Equal(twice.Covariance()[0, 0], weighted.Covariance()[0, 0], 1e-9);
            Assert.Equal(twice.BaselineHazard(6), weighted.BaselineHazard(6), 1e-9);
        });

    [Fact]
    public void The_unit_of_a_predictor_moves_its_coefficient_and_not_its_test() =>
        Gen.Select(Rows, Gen.Double[-5, 5])
            .Sample(
                (d, power) =>
                {
                    var unit = Math.Pow(10, power);
                    var plain = Fit(d.Times, d.Events, d.X).Test()[0];
                    var scaled = Fit(d.Times, d.Events, [.. d.X.Select(x => unit * (x + 5))]).Test()[0];
                    Assert.Equal(plain.Estimate, unit * scaled.Estimate, 1e-8 * (1 + Math.Abs(plain.Estimate)));
                    Assert.Equal(plain.P, scaled.P, 1e-7);
                }
            );

    [Fact]
    public void Rows_cut_in_two_by_their_start_are_the_same_people() =>
        Rows.Sample(d =>
        {
            var plain = Fit(d.Times, d.Events, d.X);
            var n = d.Times.Length;
            var cut = Fit(
                [.. d.Times.Select(t => t / 2), .. d.Times],
                [.. d.Times.Select(_ => false), .. d.Events],
                [.. d.X, .. d.X],
                new() { Starts = [.. Enumerable.Repeat(0.0, n), .. d.Times.Select(t => t / 2)] }
            );
            string[] people = [.. Enumerable.Range(0, 2 * n).Select(i => $"{i % n}")];
            Assert.Equal(plain.Estimates[0], cut.Estimates[0], 1e-8);
            Assert.Equal(plain.RobustCovariance()[0, 0], cut.RobustCovariance(people)[0, 0], 1e-8);
        });

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(new double[] { 1, 1, 1, 4, 5, 6 }, new double[] { 1, 1, 1, 0, 0, 0 })]
    public void A_likelihood_that_grows_for_ever_is_said(double[] times, double[] x)
    {
        bool[] events = [true, true, true, false, false, false];
        Refused(() => Fit(times, events, x), "no finite estimate");
    }

    [Fact]
    public void What_has_no_estimate_is_refused()
    {
        Refused(() => Fit([1, 2], [false, false], [1, 2]), "no events");
        Refused(() => Fit([5], [true], [1]), "constant among those at risk");
        Refused(() => Fit([7, 7, 7], [true, true, true], [1, 1, 1]), "constant");
        Refused(() => Fit([1, 2], [true, true], [1, double.NaN]), "Row 2: x is NaN");
        Refused(() => Fit([1, 2], [true, true], [1, 2], new() { Starts = [0, 2] }), "Row 2: the start 2 is not before");
        Refused(() => Fit([1, 2], [true, true], [1, 2], new() { Weights = [1, 0] }), "Row 2: the weight is 0");
        Refused(() => CoxRegression.Fit([1], [true], []), "no predictors");
    }

    private static CoxFit Fit(double[] times, bool[] events, double[] x, CoxOptions? options = null) =>
        CoxRegression.Fit(times, events, [new Predictor("x", x)], options);

    private static void Refused(Func<object> ask, string message) =>
        Assert.Contains(message, Refusal.Why(ask), StringComparison.Ordinal);
}
