using Virker.Cli.Options;
using Virker.Cli.Output;

namespace Virker.Cli.Trials;

/// <summary>The effect in a trial as people read it, and as tables for programs.</summary>
internal static class TrialPage
{
    public static void Write(Page page, TrialJson result)
    {
        var (treated, control) = (result.Arms[0], result.Arms[1]);
        page.Line(
            Language.T(
                $"Forsøg: {treated.Arm} (n = {treated.N}) minus {control.Arm} (n = {control.N}); intervaller: 95 %",
                $"Trial: {treated.Arm} (n = {treated.N}) less {control.Arm} (n = {control.N}); intervals: 95 %"
            )
        );
        foreach (var sheet in Sheets(result))
            page.Table(sheet);
    }

    public static IEnumerable<Sheet> Sheets(TrialJson result)
    {
        yield return new Sheet(
            ["arm", "n", "mean"],
            [.. result.Arms.Select(arm => (IReadOnlyList<object?>)[arm.Arm, arm.N, arm.Mean])]
        )
        {
            Part = "arm",
        };
        yield return new Sheet(
            ["estimator", "variance", "estimate", "se", "df", "p", "ci_low", "ci_high"],
            [
                .. result.Estimators.Select(pair =>
                    (IReadOnlyList<object?>)
                        [
                            pair.Name,
                            pair.Effect.Variance,
                            pair.Effect.Estimate,
                            pair.Effect.Se,
                            pair.Effect.Df,
                            pair.Effect.P,
                            pair.Effect.CiLow,
                            pair.Effect.CiHigh,
                        ]
                ),
            ]
        )
        {
            Part = "effect",
        };
        if (result.Randomisation is { } test)
        {
            yield return Sheet.Of(
                ("estimator", "randomisation"),
                ("estimate", test.Difference),
                ("p", test.P),
                ("draws", test.Draws),
                ("exact", test.Exact)
            ) with
            {
                Part = "randomisation",
            };
        }

        if (result.Complier is { } complier)
        {
            yield return Sheet.Of(
                ("uptake", complier.Uptake.Estimate),
                ("first_stage_f", complier.FirstStageF),
                ("anderson_rubin", complier.AndersonRubin.Shape),
                ("ci_low", complier.AndersonRubin.Low),
                ("ci_high", complier.AndersonRubin.High)
            ) with
            {
                Part = "complier",
            };
        }
    }
}
