using Virker.Cli.Options;
using Virker.Cli.Output;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

/// <summary>A pooled effect as people read it, and as tables for programs.</summary>
internal static class PoolPage
{
    public static void Write(Page page, MetaResult fit, PoolFile file, SubgroupResult? groups, PoolChoices choices)
    {
        Title(page, fit.K, choices);
        page.Table(Sheet.Of([.. Estimates(fit, choices), .. Interval(fit.PiLow, fit.PiHigh, choices, "pi", fit.K)]));
        page.Line("");
        Heterogeneity(page, fit);
        if (groups is not null)
        {
            page.Table(
                new Sheet(
                    ["group", "k", "estimate", "ci_low", "ci_high", "p", "tau2", "i2"],
                    [
                        .. groups.Groups.Select(g =>
                            (IReadOnlyList<object?>)
                                [
                                    g.Name,
                                    g.Result.K,
                                    choices.Shown(g.Result.Estimate),
                                    choices.Shown(g.Result.CiLow),
                                    choices.Shown(g.Result.CiHigh),
                                    g.Result.P,
                                    g.Result.Tau2,
                                    g.Result.I2,
                                ]
                        ),
                    ]
                )
            );
            page.Line("");
            page.Line(
                Language.T("Forskel mellem grupperne", "Difference between the groups")
                    + $": Q({groups.QDf}) = {Show.Number(groups.Q)}, p {Show.PWithSign(groups.QP)}"
            );
        }

        page.Table(
            new Sheet(
                ["study", "estimate", "ci_low", "ci_high", "weight"],
                [.. file.Studies.Select((study, i) => Study(study, fit, i, choices))]
            )
        );
    }

    public static void Title(Page page, int k, PoolChoices choices)
    {
        var name = choices.Kind.Shown(choices.IsRatio);
        bool isFixed = choices.Options.Estimator == HeterogeneityEstimator.FE;
        string test = choices.Options.Test == TestMethod.KnappHartung ? "t (Knapp–Hartung)" : "z";
        page.Line(
            Language.T(
                $"Meta-analyse: {name.Da}, {(isFixed ? "én fælles effekt" : $"tilfældige effekter ({choices.Options.Estimator})")}, k = {k}",
                $"Meta-analysis: {name.En}, {(isFixed ? "common effect" : $"random effects ({choices.Options.Estimator})")}, k = {k}"
            )
        );
        string level = Show.Percent(choices.Options.Level);
        page.Line(Language.T($"Test: {test}; intervaller: {level}", $"Test: {test}; intervals: {level}"));
    }

    private static void Heterogeneity(Page page, MetaResult fit)
    {
        if (fit.K == 1)
        {
            page.Line(
                Language.T(
                    "Ét studie: ingen forskel mellem studier at måle",
                    "One study: no difference between studies to measure"
                )
            );
            return;
        }

        if (!double.IsNaN(fit.Tau2Low))
        {
            page.Line(
                Language.T("Forskel mellem studierne", "Heterogeneity")
                    + $": tau2 = {Show.Number(fit.Tau2)} ({Show.Range(fit.Tau2Low, fit.Tau2High)}), "
                    + $"I2 = {Show.Number(fit.I2)} %, H2 = {Show.Number(fit.H2)}"
            );
        }

        page.Line(
            Language.T("Test af forskellen", "Test of heterogeneity")
                + $": Q({fit.QDf}) = {Show.Number(fit.Q)}, p {Show.PWithSign(fit.QP)}"
        );
    }

    public static IReadOnlyList<Sheet> Sheets(MetaResult fit, SubgroupResult? groups, PoolChoices choices) =>
        [
            All("pooled", "all", fit, choices),
            .. (groups?.Groups ?? []).Select(group => All("subgroup", group.Name, group.Result, choices)),
            .. groups is null
                ? Array.Empty<Sheet>()
                : [Sheet.Of(("q", groups.Q), ("q_df", groups.QDf), ("q_p", groups.QP)) with { Part = "between" }],
        ];

    private static Sheet All(string part, string name, MetaResult r, PoolChoices choices) =>
        Sheet.Of([
            ("name", name),
            ("k", r.K),
            .. Estimates(r, choices),
            .. Interval(r.PiLow, r.PiHigh, choices, "pi", r.K),
            ("tau2", r.Tau2),
            ("tau2_low", r.Tau2Low),
            ("tau2_high", r.Tau2High),
            ("i2", r.I2),
            ("h2", r.H2),
            ("q", r.Q),
            ("q_df", r.QDf),
            ("q_p", r.QP),
        ]) with
        {
            Part = part,
        };

    // The standard error belongs to the scale of the analysis: beside a ratio it is not shown.
    private static IEnumerable<(string, object?)> Estimates(MetaResult r, PoolChoices choices) =>
        [
            ("estimate", choices.Shown(r.Estimate)),
            ("se", choices.IsRatio ? null : r.StandardError),
            ("statistic", r.Statistic),
            ("p", r.P),
            .. Interval(r.CiLow, r.CiHigh, choices, "ci", 2),
        ];

    // One study predicts nothing.
    private static IEnumerable<(string, object?)> Interval(
        double low,
        double high,
        PoolChoices choices,
        string kind,
        int k
    ) => [($"{kind}_low", k < 2 ? null : choices.Shown(low)), ($"{kind}_high", k < 2 ? null : choices.Shown(high))];

    private static IReadOnlyList<object?> Study(string study, MetaResult fit, int i, PoolChoices choices)
    {
        var (low, high) = PoolFigure.IntervalOf(fit.Effects[i], choices);
        return [study, choices.Shown(fit.Effects[i].Estimate), choices.Shown(low), choices.Shown(high), fit.Weights[i]];
    }
}

/// <summary>A meta-regression likewise.</summary>
internal static class RegressionPage
{
    public static void Write(Page page, RegressionResult fit, PoolChoices choices)
    {
        PoolPage.Title(page, fit.K, choices);
        page.Table(Coefficients(fit));
        page.Line("");
        page.Line(
            Language.T("Moderatorerne", "Moderators")
                + $": QM({fit.QMDf}) = {Show.Number(fit.QM)}, p {Show.PWithSign(fit.QMP)}, R2 = {Show.Number(fit.R2)} %"
        );
        page.Line(
            Language.T("Forskel, der er tilbage", "Residual heterogeneity")
                + $": tau2 = {Show.Number(fit.Tau2)}, I2 = {Show.Number(fit.I2)} %, "
                + $"Q({fit.QEDf}) = {Show.Number(fit.QE)}, p {Show.PWithSign(fit.QEP)}"
        );
    }

    public static IReadOnlyList<Sheet> Sheets(RegressionResult fit) =>
        [
            Coefficients(fit) with
            {
                Part = "coefficient",
            },
            Sheet.Of(
                ("k", fit.K),
                ("tau2", fit.Tau2),
                ("tau2_low", fit.Tau2Low),
                ("tau2_high", fit.Tau2High),
                ("i2", fit.I2),
                ("h2", fit.H2),
                ("q", fit.QE),
                ("q_df", fit.QEDf),
                ("q_p", fit.QEP),
                ("qm", fit.QM),
                ("qm_df", fit.QMDf),
                ("qm_p", fit.QMP),
                ("r2", fit.R2)
            ) with
            {
                Part = "model",
            },
        ];

    private static Sheet Coefficients(RegressionResult fit) =>
        new(
            ["name", "estimate", "se", "statistic", "p", "ci_low", "ci_high"],
            [
                .. fit.Coefficients.Select(c =>
                    (IReadOnlyList<object?>)[c.Name, c.Estimate, c.StandardError, c.Statistic, c.P, c.CiLow, c.CiHigh]
                ),
            ]
        );
}
