using System.Text.Json.Serialization;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

/// <summary>The fields of <c>virker pool --format json</c>, on the analysis scale.</summary>
internal sealed record PoolJson(
    string Measure,
    string Method,
    string Tau2Method,
    PoolTest Test,
    double Level,
    string Scale,
    int K,
    double Estimate,
    double Se,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh,
    double PiLow,
    double PiHigh,
    double Tau2,
    double Tau2Low,
    double Tau2High,
    double I2,
    double I2Low,
    double I2High,
    double H2,
    double Q,
    int QDf,
    [property: JsonPropertyName("q_p")] double QP,
    double Loglik,
    double Aic,
    IReadOnlyList<StudyJson>? Studies,
    SubgroupsJson? Subgroups
)
{
    /// <summary>Inverse variance, the one method there is.</summary>
    public const string InverseVariance = "iv";

    public static PoolJson Of(MetaResult r, IReadOnlyList<string>? studies, SubgroupResult? groups, PoolChoices choices)
    {
        bool predicts = r.K > 1;
        return new(
            choices.Measure.ToString(),
            InverseVariance,
            choices.Options.Estimator.ToString(),
            choices.Options.Test == TestMethod.KnappHartung ? PoolTest.Knha : PoolTest.Z,
            Math.Round(100 * choices.Options.Level, 10),
            choices.Kind.Scale,
            r.K,
            r.Estimate,
            r.StandardError,
            r.Statistic,
            r.P,
            r.CiLow,
            r.CiHigh,
            predicts ? r.PiLow : double.NaN,
            predicts ? r.PiHigh : double.NaN,
            r.Tau2,
            r.Tau2Low,
            r.Tau2High,
            r.I2,
            r.I2Low,
            r.I2High,
            r.H2,
            r.Q,
            r.QDf,
            r.QP,
            choices.Options.Estimator == HeterogeneityEstimator.REML ? r.RestrictedLogLikelihood : r.LogLikelihood,
            r.Aic,
            studies is null
                ? null
                :
                [
                    .. studies.Select(
                        (s, i) => new StudyJson(s, r.Effects[i].Estimate, r.Effects[i].Variance, r.Weights[i])
                    ),
                ],
            groups is null ? null : SubgroupsJson.Of(groups, choices)
        );
    }
}

internal sealed record StudyJson(string Study, double Yi, double Vi, double Weight);

internal sealed record SubgroupsJson(
    double Q,
    int QDf,
    [property: JsonPropertyName("q_p")] double QP,
    IReadOnlyList<SubgroupJson> Groups
)
{
    public static SubgroupsJson Of(SubgroupResult result, PoolChoices choices) =>
        new(
            result.Q,
            result.QDf,
            result.QP,
            [
                .. result.Groups.Select(group => new SubgroupJson(
                    group.Name,
                    PoolJson.Of(group.Result, null, null, choices)
                )),
            ]
        );
}

internal sealed record SubgroupJson(string Name, PoolJson Result);

internal sealed record CoefficientJson(
    string Name,
    double Estimate,
    double Se,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh
);

/// <summary>With moderators; Q is that of what they leave unexplained (metafor's QE).</summary>
internal sealed record RegressionJson(
    string Measure,
    string Method,
    string Tau2Method,
    PoolTest Test,
    double Level,
    string Scale,
    int K,
    IReadOnlyList<CoefficientJson> Coefficients,
    double Tau2,
    double Tau2Low,
    double Tau2High,
    double I2,
    double H2,
    double Qm,
    int QmDf,
    double QmP,
    double R2,
    double Q,
    int QDf,
    [property: JsonPropertyName("q_p")] double QP
)
{
    public static RegressionJson Of(RegressionResult r, PoolChoices choices) =>
        new(
            choices.Measure.ToString(),
            PoolJson.InverseVariance,
            choices.Options.Estimator.ToString(),
            choices.Options.Test == TestMethod.KnappHartung ? PoolTest.Knha : PoolTest.Z,
            Math.Round(100 * choices.Options.Level, 10),
            choices.Kind.Scale,
            r.K,
            [
                .. r.Coefficients.Select(c => new CoefficientJson(
                    c.Name,
                    c.Estimate,
                    c.StandardError,
                    c.Statistic,
                    c.P,
                    c.CiLow,
                    c.CiHigh
                )),
            ],
            r.Tau2,
            r.Tau2Low,
            r.Tau2High,
            r.I2,
            r.H2,
            r.QM,
            r.QMDf,
            r.QMP,
            r.R2,
            r.QE,
            r.QEDf,
            r.QEP
        );
}
