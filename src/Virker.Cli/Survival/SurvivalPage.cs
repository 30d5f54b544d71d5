using Virker.Cli.Options;
using Virker.Cli.Output;

namespace Virker.Cli.Survival;

/// <summary>Curves, log-rank and Cox as people read them, and as tables for programs.</summary>
internal static class SurvivalPage
{
    public static void Write(Page page, SurvivalJson result)
    {
        int n = result.Curves.Sum(curve => curve.N);
        int events = result.Curves.Sum(curve => curve.Events);
        page.Line(
            Language.T(
                $"Tid til hændelse (Kaplan–Meier): n = {n}, hændelser = {events}; intervaller: 95 %",
                $"Time to event (Kaplan–Meier): n = {n}, events = {events}; intervals: 95 %"
            )
        );
        page.Table(Groups(result));
        page.Table(Curves(result));
        if (result.Logrank is { } test)
        {
            page.Line("");
            page.Line(
                $"Log-rank: {Language.T("chi i anden", "chi-square")}({test.Df}) = {Show.Number(test.Chisq)}, p {Show.PWithSign(test.P)}"
            );
        }

        if (result.Cox is { } cox)
        {
            page.Table(
                Coefficients(cox) with
                {
                    Title = new(
                        $"Cox-regression (log hazardratio, Efron): n = {cox.N}, hændelser = {cox.Events}, log-likelihood = {Show.Number(cox.Loglik)}",
                        $"Cox regression (log hazard ratio, Efron): n = {cox.N}, events = {cox.Events}, log-likelihood = {Show.Number(cox.Loglik)}"
                    ),
                }
            );
        }
    }

    public static IEnumerable<Sheet> Sheets(SurvivalJson result)
    {
        yield return Groups(result) with
        {
            Part = "group",
        };
        yield return Curves(result) with
        {
            Part = "curve",
        };
        if (result.Logrank is { } test)
        {
            yield return Sheet.Of(("chisq", test.Chisq), ("df", test.Df), ("p", test.P)) with
            {
                Part = "logrank",
            };
        }

        if (result.Cox is { } cox)
        {
            yield return Coefficients(cox) with
            {
                Part = "coefficient",
            };
            yield return Sheet.Of(("n", cox.N), ("events", cox.Events), ("loglik", cox.Loglik)) with
            {
                Part = "cox",
            };
        }
    }

    private static Sheet Groups(SurvivalJson result) =>
        new(
            ["group", "n", "events", "median", "median_low", "median_high", "rmst", "rmst_se", "rmst_horizon"],
            [
                .. result.Curves.Select(curve =>
                    (IReadOnlyList<object?>)
                        [
                            curve.Group,
                            curve.N,
                            curve.Events,
                            curve.Median,
                            curve.MedianLow,
                            curve.MedianHigh,
                            curve.Rmst,
                            curve.RmstSe,
                            result.RmstHorizon,
                        ]
                ),
            ]
        );

    private static Sheet Curves(SurvivalJson result) =>
        new(
            ["group", "time", "survival", "se", "ci_low", "ci_high", "at_risk"],
            [
                .. result.Curves.SelectMany(curve =>
                    curve.At.Select(point =>
                        (IReadOnlyList<object?>)
                            [curve.Group, point.Time, point.Survival, point.Se, point.CiLow, point.CiHigh, point.AtRisk]
                    )
                ),
            ]
        );

    private static Sheet Coefficients(CoxJson cox) =>
        new(
            ["name", "estimate", "se", "robust_se", "statistic", "p", "ci_low", "ci_high", "proportional_p"],
            [
                .. cox.Coefficients.Select(c =>
                    (IReadOnlyList<object?>)
                        [c.Name, c.Estimate, c.Se, c.RobustSe, c.Statistic, c.P, c.CiLow, c.CiHigh, c.ProportionalP]
                ),
            ]
        );
}
