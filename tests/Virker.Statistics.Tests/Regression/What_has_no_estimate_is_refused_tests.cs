using Virker.Statistics.Regression;

namespace Virker.Statistics.Tests.Regression;

public class What_has_no_estimate_is_refused_tests
{
    private static readonly double[] Y = [1, 3, 2, 5, 4, 6];
    private static readonly bool[] Happened = [false, true, false, true, false, true];

    [Fact]
    public void Collinear_predictors_are_named()
    {
        Predictor one = new("age", [20, 30, 40, 50, 60, 35]);
        Predictor twice = new("age again", [.. one.Values.Select(v => 2 * v + 1)]);
        Predictor constant = new("always", [3, 3, 3, 3, 3, 3]);
        Refused(() => LinearRegression.Fit(Y, [one, twice]), "'age again' is constant or a combination");
        Refused(() => LogisticRegression.Fit(Happened, [one, constant]), "'always'");
        // A dummy for every group beside the intercept.
        Refused(() => LinearRegression.Fit(Y, [new("a", [1, 1, 1, 0, 0, 0]), new("b", [0, 0, 0, 1, 1, 1])]), "'b'");
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6 }, new[] { 0, 0, 0, 1, 1, 1 })]
    [InlineData(new double[] { 0, 0, 0, 1, 1, 1 }, new[] { 0, 1, 0, 1, 1, 1 })]
    [InlineData(new double[] { 1e6, 2e6, 3e6, 4e6, 5e6, 6e6 }, new[] { 1, 1, 1, 1, 0, 0 })]
    public void Perfect_separation_complete_or_of_one_group_is_said(double[] x, int[] y) =>
        Refused(
            () => LogisticRegression.Fit([.. y.Select(v => v == 1)], [new("x", x)]),
            "Perfect separation, most of all by 'x'"
        );

    [Fact]
    public void Nearly_separated_outcomes_still_have_an_estimate()
    {
        var fit = LogisticRegression.Fit(
            [false, false, false, true, false, true, true, true],
            [new("x", [1, 2, 3, 4, 4.001, 5, 6, 7])]
        );
        Assert.InRange(fit.Estimates[1], 1, 20);
    }

    [Fact]
    public void All_outcomes_the_same_one_cluster_and_too_few_rows_are_said()
    {
        Refused(() => LogisticRegression.Fit([true, true, true], []), "All outcomes are the same");
        Refused(
            () => LinearRegression.Fit(Y, []).Test(CrType.CR2, ["a", "a", "a", "a", "a", "a"]),
            "There is a single cluster"
        );
        Refused(() => LinearRegression.Fit(Y, []).Test(CrType.CR2, ["a", "b"]), "2 cluster ids");
        Refused(() => LinearRegression.Fit([1, 2], [new("x", [1, 2])]), "need more than 2 rows");
        Refused(() => LinearRegression.Fit([1, double.NaN, 2], []), "Row 2: the outcome is NaN");
        Refused(() => LinearRegression.Fit(Y, [new("x", [1, 2])]), "2 values of 'x'");
    }

    [Fact]
    public void Instruments_that_are_too_few_or_move_nothing_are_said()
    {
        Predictor took = new("took", [0, 1, 0, 1, 0, 1]);
        Refused(() => LinearRegression.FitTwoStage(Y, [took], [], []), "at least as many instruments");
        Refused(
            () =>
                LinearRegression.FitTwoStage(Y, [new("took", [0, 1, 0, 0, 0, 1])], [new("z", [1, 0, 0, 0, 1, 1])], []),
            "do not move 'took'"
        );
    }

    [Fact]
    public void A_row_that_decides_its_own_fit_has_no_HC2()
    {
        var fit = LinearRegression.Fit(Y, [new("alone", [0, 0, 0, 0, 0, 1])]);
        Assert.True(double.IsNaN(fit.Test(HcType.HC2)[1].StandardError));
        Assert.True(fit.Test(HcType.HC1)[1].StandardError > 0);
    }

    [Fact]
    public void Groups_become_dummies_against_the_first()
    {
        var groups = Predictor.Groups("town", ["b", "a", "c", "a"]);
        Assert.Equal(["town=b", "town=c"], groups.Select(g => g.Name));
        Assert.Equal([1, 0, 0, 0], groups[0].Values);
    }

    private static void Refused(Func<object> fit, string message) =>
        Assert.Contains(message, Refusal.Why(fit), StringComparison.Ordinal);
}
