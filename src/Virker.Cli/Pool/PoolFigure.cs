using System.Globalization;
using Virker.Figures;
using Virker.Statistics.Distributions;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Cli.Pool;

/// <summary>The forest plot of <c>virker pool --figure</c>.</summary>
internal static class PoolFigure
{
    public static ForestPlot Of(
        PoolFile file,
        MetaResult fit,
        PoolMeasure measure,
        MetaOptions options,
        bool exponentiate
    )
    {
        double quantile = Normal.Quantile(0.5 + (options.Level / 2));
        Func<double, double> shown = exponentiate ? Math.Exp : value => value;
        string percent = (options.Level * 100).ToString("0.#", CultureInfo.InvariantCulture);
        var rows = file.Effects.Select(
            (effect, i) =>
            {
                double half = quantile * Math.Sqrt(effect.Variance);
                return new ForestRow(
                    file.Studies[i],
                    shown(effect.Estimate),
                    shown(effect.Estimate - half),
                    shown(effect.Estimate + half),
                    fit.Weights[i]
                );
            }
        );
        return new ForestPlot
        {
            Id = "pool",
            Title = $"Forest plot, {measure}, {options.Estimator}",
            Description = $"{fit.K} studies with {percent}% intervals, the pooled effect and its prediction interval.",
            Culture = CultureInfo.InvariantCulture,
            Headings = new ForestHeadings("Study", $"{measure} ({percent}% CI)", "Weight"),
            Scale = exponentiate ? AxisScale.Log : AxisScale.Linear,
            NullValue = exponentiate ? 1 : 0,
            AxisTitle = measure.ToString(),
            Groups = [new ForestGroup("", [.. rows])],
            Pooled = new ForestSummary("Pooled", shown(fit.Estimate), shown(fit.CiLow), shown(fit.CiHigh))
            {
                Prediction = double.IsFinite(fit.PiLow)
                    ? new ForestPrediction("Prediction interval", shown(fit.PiLow), shown(fit.PiHigh))
                    : null,
            },
        };
    }
}
