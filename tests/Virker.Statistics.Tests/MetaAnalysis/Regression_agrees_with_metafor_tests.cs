using Virker.Statistics.MetaAnalysis;
using Virker.Statistics.Tests.Reference;

namespace Virker.Statistics.Tests.MetaAnalysis;

public sealed record RegressionFit(
    string Method,
    string Test,
    double[][] Coefficients,
    double[][] Covariance,
    double Df,
    double Tau2,
    double Tau2StandardError,
    double Tau2Low,
    double Tau2High,
    double I2,
    double H2,
    double Qe,
    double QeDf,
    double Qep,
    double Qm,
    double QmDf,
    double QmDf2,
    double Qmp,
    double R2,
    double LogLikelihood,
    double RestrictedLogLikelihood,
    double[][] Fitted,
    double[][] Predicted
);

public sealed record RegressionSet(
    string Name,
    string[] Moderators,
    double[][] Design,
    double[] At,
    double[] Estimates,
    double[] Variances,
    RegressionFit[] Fits
);

public sealed record RegressionFile(RegressionSet[] Regressions);

public sealed class Regression_agrees_with_metafor_tests
{
    private static readonly RegressionFile File = MetaReference.Read<RegressionFile>("meta-regression.json");

    public static TheoryData<string, string, string> Fits()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var set in File.Regressions)
        {
            foreach (var fit in set.Fits)
                data.Add(set.Name, fit.Method, fit.Test);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Fits))]
    public void Every_field_agrees_to_1e_8(string name, string method, string test)
    {
        var set = File.Regressions.Single(set => set.Name == name);
        var expected = set.Fits.Single(fit => fit.Method == method && fit.Test == test);
        var moderators = set.Moderators.Select(
            (moderator, j) => new Moderator(moderator, [.. set.Design.Select(row => row[j])])
        );
        var actual = MetaRegression.Fit(
            MetaReference.Effects(set.Estimates, set.Variances),
            [.. moderators],
            MetaReference.Choice(method, test)
        );
        Assert.Equal(["intercept", .. set.Moderators], actual.Coefficients.Select(coefficient => coefficient.Name));
        var comparison = new Comparison()
            .Check("df", expected.Df, actual.Df)
            .Check("tau2", expected.Tau2, actual.Tau2)
            .Check("tau2 standard error", expected.Tau2StandardError, actual.Tau2StandardError)
            .Check("tau2 low", expected.Tau2Low, actual.Tau2Low)
            .Check("tau2 high", expected.Tau2High, actual.Tau2High)
            .Check("i2", expected.I2, actual.I2)
            .Check("h2", expected.H2, actual.H2)
            .Check("qe", expected.Qe, actual.QE)
            .Check("qe df", expected.QeDf, actual.QEDf)
            .Check("qe p", expected.Qep, actual.QEP)
            .Check("qm", expected.Qm, actual.QM)
            .Check("qm df", expected.QmDf, actual.QMDf)
            .Check("qm df2", expected.QmDf2, actual.QMDf2)
            .Check("qm p", expected.Qmp, actual.QMP)
            .Check("r2", expected.R2, actual.R2)
            .Check("log-likelihood", expected.LogLikelihood, actual.LogLikelihood)
            .Check("restricted log-likelihood", expected.RestrictedLogLikelihood, actual.RestrictedLogLikelihood)
            .Check("predicted", expected.Predicted[0], Numbers(actual.Predict(set.At)));
        for (var j = 0; j < actual.Coefficients.Count; j++)
        {
            var row = Enumerable.Range(0, actual.Coefficients.Count).Select(l => actual.Covariance[j, l]);
            comparison
                .Check($"coefficient {j}", expected.Coefficients[j], Numbers(actual.Coefficients[j]))
                .Check($"covariance {j}", expected.Covariance[j], [.. row]);
        }
        for (var i = 0; i < actual.K; i++)
            comparison.Check($"fitted {i}", expected.Fitted[i], Numbers(actual.Fitted[i]));
        comparison.Assert();
    }

    private static double[] Numbers(Coefficient c) =>
        [c.Estimate, c.StandardError, c.Statistic, c.P, c.CiLow, c.CiHigh];

    private static double[] Numbers(Prediction p) =>
        [p.Estimate, p.StandardError, p.CiLow, p.CiHigh, p.PiLow, p.PiHigh];
}
