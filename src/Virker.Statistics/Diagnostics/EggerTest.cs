using Virker.Statistics.DependentEffects;
using Virker.Statistics.EffectSizes;
using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Diagnostics;

/// <summary>A regression of the effects on their standard errors: do small studies show other effects?</summary>
/// <param name="Slope">The change in effect when the standard error grows by 1.</param>
/// <param name="StandardError">Of the slope.</param>
/// <param name="Statistic">Slope ÷ standard error: z or t.</param>
/// <param name="Df">Degrees of freedom of t; NaN when z is used.</param>
/// <param name="P">Two-sided p value that the slope is 0.</param>
/// <param name="Limit">The effect expected of a study with standard error 0.</param>
/// <param name="LimitLow">Lower bound of its confidence interval.</param>
/// <param name="LimitHigh">Upper bound of its confidence interval.</param>
public sealed record EggerResult(
    double Slope,
    double StandardError,
    double Statistic,
    double Df,
    double P,
    double Limit,
    double LimitLow,
    double LimitHigh
);

/// <summary>
/// Egger's regression test of funnel plot asymmetry: Egger et al. (1997), BMJ 315, 629–634; Sterne and Egger (2005).
/// With fewer than about ten studies it sees little, and asymmetry has other causes than unpublished studies.
/// </summary>
public static class EggerTest
{
    /// <summary>The mixed-effects version: the meta-regression yᵢ = β₀ + β₁√vᵢ (metafor's <c>regtest</c>, its default).</summary>
    /// <exception cref="ArgumentException">Fewer than three effects, or all standard errors equal.</exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static EggerResult MixedEffects(IReadOnlyList<Effect> effects, MetaOptions? options = null)
    {
        Check(effects);
        var errors = new Moderator("standard error", [.. effects.Select(effect => Math.Sqrt(effect.Variance))]);
        var fit = MetaRegression.Fit(effects, [errors], options);
        var (limit, slope) = (fit.Coefficients[0], fit.Coefficients[1]);
        return new(
            slope.Estimate,
            slope.StandardError,
            slope.Statistic,
            fit.Df,
            slope.P,
            limit.Estimate,
            limit.CiLow,
            limit.CiHigh
        );
    }

    /// <summary>
    /// The classical version: weighted least squares with weights 1/vᵢ and a free scale, tested against t with k − 2
    /// degrees of freedom (<c>regtest(model = "lm")</c>). The slope is the intercept of Egger's own formulation.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Fewer than three effects, all standard errors equal, or a level outside (0, 1).
    /// </exception>
    /// <exception cref="NoEstimateException">The data admit no estimate.</exception>
    public static EggerResult Classical(IReadOnlyList<Effect> effects, double level = 0.95)
    {
        Check(effects);
        Guard.Level(level);
        var (sw, swx, swy) = (0.0, 0.0, 0.0);
        foreach (var (y, v) in effects)
        {
            sw += 1 / v;
            swx += 1 / Math.Sqrt(v);
            swy += y / v;
        }
        var (meanX, meanY) = (swx / sw, swy / sw);
        var (xx, xy) = (0.0, 0.0);
        foreach (var (y, v) in effects)
        {
            var x = Math.Sqrt(v) - meanX;
            xx += x * x / v;
            xy += x * (y - meanY) / v;
        }
        var slope = xy / xx;
        var squares = 0.0;
        foreach (var (y, v) in effects)
        {
            var residual = y - meanY - slope * (Math.Sqrt(v) - meanX);
            squares += residual * residual / v;
        }
        double df = effects.Count - 2;
        var scale = squares / df;
        var limit = meanY - slope * meanX;
        var slopeError = Math.Sqrt(scale / xx);
        var slopeTest = Wald.Of(slope, slopeError, df, level);
        var limitTest = Wald.Of(limit, Math.Sqrt(scale * (1 / sw + meanX * meanX / xx)), df, level);
        return new(slope, slopeError, slopeTest.Statistic, df, slopeTest.P, limit, limitTest.CiLow, limitTest.CiHigh);
    }

    internal static void Check(IReadOnlyList<Effect> effects)
    {
        Require.Studies(effects, 3, "A regression on the standard errors");
        if (effects.All(effect => effect.Variance == effects[0].Variance))
        {
            throw new NoEstimateException(
                NoEstimateReason.NoSpread,
                "All standard errors are equal: there are no smaller studies to compare with larger ones."
            );
        }
    }
}
