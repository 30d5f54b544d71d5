using System.Globalization;
using Virker.Cli.Options;
using Virker.Figures;
using Virker.Statistics.Distributions;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

/// <summary>The forest plot of <c>virker pool --figure</c>.</summary>
internal static class PoolFigure
{
    public static ForestPlot Of(PoolFile file, MetaResult fit, IReadOnlyList<string>? splits, PoolChoices choices)
    {
        string percent = (choices.Options.Level * 100).ToString("0.#####", CultureInfo.InvariantCulture);
        string name = choices.Kind.Shown(choices.IsRatio).ToString();
        string measured = char.ToUpperInvariant(name[0]) + name[1..];
        var rows = file.Effects.Select(
            (effect, i) =>
            {
                var (low, high) = IntervalOf(effect, choices);
                return new ForestRow(
                    file.Studies[i],
                    choices.Shown(effect.Estimate),
                    choices.Shown(low),
                    choices.Shown(high),
                    fit.Weights[i]
                );
            }
        );
        return new ForestPlot
        {
            Id = "pool",
            Title = $"Forest plot: {name}, {choices.Options.Estimator}",
            Description = Language.T(
                $"{fit.K} studier med {percent} % intervaller og den samlede effekt.",
                $"{fit.K} studies with {percent}% intervals, and the pooled effect."
            ),
            Culture = CultureInfo.InvariantCulture,
            Headings = new ForestHeadings(
                Language.T("Studie", "Study"),
                $"{measured} ({Language.T($"{percent} % KI", $"{percent}% CI")})",
                Language.T("Vægt", "Weight")
            ),
            Scale = choices.IsRatio ? AxisScale.Log : AxisScale.Linear,
            NullValue = choices.IsRatio ? 1 : 0,
            AxisTitle = measured,
            Groups = splits is null
                ? [new ForestGroup("", [.. rows])]
                :
                [
                    .. rows.Zip(splits)
                        .GroupBy(pair => pair.Second, StringComparer.Ordinal)
                        .Select(group => new ForestGroup(group.Key, [.. group.Select(pair => pair.First)])),
                ],
            Pooled = new ForestSummary(
                Language.T("Samlet", "Pooled"),
                choices.Shown(fit.Estimate),
                choices.Shown(fit.CiLow),
                choices.Shown(fit.CiHigh)
            )
            {
                Prediction =
                    fit.K > 1 && double.IsFinite(fit.PiLow)
                        ? new ForestPrediction(
                            Language.T("Prædiktionsinterval", "Prediction interval"),
                            choices.Shown(fit.PiLow),
                            choices.Shown(fit.PiHigh)
                        )
                        : null,
            },
        };
    }

    /// <summary>A study's own interval, on the scale of the analysis.</summary>
    public static (double Low, double High) IntervalOf(Effect effect, PoolChoices choices)
    {
        double half = Normal.Quantile(0.5 + choices.Options.Level / 2) * Math.Sqrt(effect.Variance);
        return (effect.Estimate - half, effect.Estimate + half);
    }
}
