using System.Text.Json.Serialization;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

/// <summary>The fields of <c>virker pool --format json</c>, on the analysis scale.</summary>
internal sealed record PoolJson(
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
    double H2,
    double Q,
    int QDf,
    [property: JsonPropertyName("q_p")] double QP,
    SubgroupsJson? Subgroups
)
{
    public static PoolJson Of(MetaResult r, SubgroupResult? groups = null) =>
        new(
            r.K,
            r.Estimate,
            r.StandardError,
            r.Statistic,
            r.P,
            r.CiLow,
            r.CiHigh,
            r.PiLow,
            r.PiHigh,
            r.Tau2,
            r.Tau2Low,
            r.Tau2High,
            r.I2,
            r.H2,
            r.Q,
            r.QDf,
            r.QP,
            groups is null ? null : SubgroupsJson.Of(groups)
        );

    public static RegressionJson Of(RegressionResult r) =>
        new(
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

internal sealed record SubgroupsJson(
    double Q,
    int QDf,
    [property: JsonPropertyName("q_p")] double QP,
    IReadOnlyList<SubgroupJson> Groups
)
{
    public static SubgroupsJson Of(SubgroupResult result) =>
        new(
            result.Q,
            result.QDf,
            result.QP,
            [.. result.Groups.Select(group => new SubgroupJson(group.Name, PoolJson.Of(group.Result)))]
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

internal sealed record RegressionJson(
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
);
