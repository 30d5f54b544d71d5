using Virker.Statistics.Survival;

namespace Virker.Cli.Survival;

/// <summary>The fields of <c>virker survival --format json</c>; Cox's are logarithms of ratios of hazards.</summary>
internal sealed record SurvivalJson(
    IReadOnlyList<CurveJson> Curves,
    double RmstHorizon,
    LogRankJson? Logrank,
    CoxJson? Cox
)
{
    /// <summary>Percent the intervals cover.</summary>
    public double Level { get; } = 95;
}

internal sealed record CurveJson(
    string Group,
    int N,
    int Events,
    IReadOnlyList<PointJson> At,
    double Rmst,
    double RmstSe,
    double Median,
    double MedianLow,
    double MedianHigh
)
{
    public static CurveJson Of(string group, SurvivalCurve curve, IReadOnlyList<double> at, double horizon)
    {
        var mean = curve.RestrictedMean(horizon);
        var median = curve.Quantile();
        return new(
            group,
            curve.AtRisk[0],
            curve.Events.Sum(),
            [.. (at.Count == 0 ? curve.Times : at).Select(time => PointJson.Of(curve.At(time)))],
            mean.Mean,
            mean.StandardError,
            median.Time,
            median.CiLow,
            median.CiHigh
        );
    }
}

internal sealed record PointJson(double Time, double Survival, double Se, double CiLow, double CiHigh, int AtRisk)
{
    public static PointJson Of(CurvePoint point) =>
        new(point.Time, point.Survival, point.StandardError, point.CiLow, point.CiHigh, point.AtRisk);
}

internal sealed record LogRankJson(double Chisq, int Df, double P)
{
    public static LogRankJson Of(LogRankResult test) => new(test.ChiSquare, test.Df, test.P);
}

internal sealed record CoxJson(IReadOnlyList<HazardJson> Coefficients, double Loglik, int N, int Events)
{
    /// <summary>With clusters tests and intervals use the robust error, as R's do; else the error of the model.</summary>
    public static CoxJson Of(CoxFit fit, IReadOnlyList<string>? clusters)
    {
        var plain = fit.Test();
        var robust = clusters is null ? null : fit.Test(fit.RobustCovariance(clusters));
        var proportional = fit.TestProportionality();
        return new(
            [
                .. plain.Select(
                    (c, i) =>
                    {
                        var used = robust?[i] ?? c;
                        return new HazardJson(
                            c.Name,
                            c.Estimate,
                            c.StandardError,
                            robust?[i].StandardError,
                            used.Statistic,
                            used.P,
                            used.CiLow,
                            used.CiHigh,
                            proportional[i].P
                        );
                    }
                ),
            ],
            fit.LogLikelihood,
            fit.RowCount,
            fit.EventCount
        );
    }
}

/// <summary>A log hazard ratio; ProportionalP tests that it is the same all along (cox.zph).</summary>
internal sealed record HazardJson(
    string Name,
    double Estimate,
    double Se,
    double? RobustSe,
    double Statistic,
    double P,
    double CiLow,
    double CiHigh,
    double ProportionalP
);
