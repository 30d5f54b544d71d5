using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.Absolute;

/// <summary>
/// Absolute effects from a baseline risk p₀: p₀·RR; p₀·OR ÷ (1 − p₀ + p₀·OR); p₀ + RD. As in GRADE's summaries of
/// findings (Schünemann et al., Cochrane Handbook, chapter 15), the baseline is taken as known and the interval is that
/// of the effect alone; a ratio is supposed to hold at every baseline.
/// </summary>
public static class AbsoluteEffects
{
    /// <summary>From a pooled effect, with its prediction interval.</summary>
    /// <param name="baselineRisk">The risk without treatment, from 0 to 1.</param>
    /// <param name="scale">The scale of the pooled effects.</param>
    /// <param name="result">The pooled effect.</param>
    /// <exception cref="ArgumentOutOfRangeException">The baseline is not from 0 to 1.</exception>
    public static AbsoluteEffect Of(double baselineRisk, EffectScale scale, MetaResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(
            baselineRisk,
            scale,
            new EffectWithIntervals(result.Estimate, result.CiLow, result.CiHigh, result.PiLow, result.PiHigh)
        );
    }

    /// <summary>From an effect and its intervals, all on the given scale; a bound may be NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The baseline is not from 0 to 1.</exception>
    public static AbsoluteEffect Of(double baselineRisk, EffectScale scale, EffectWithIntervals effect)
    {
        if (!(baselineRisk is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(baselineRisk),
                baselineRisk,
                "A baseline risk lies from 0 to 1."
            );
        }
        var clamped = false;
        var with = new PerHundred(
            Risk(effect.Estimate),
            Risk(effect.CiLow),
            Risk(effect.CiHigh),
            Risk(effect.PiLow),
            Risk(effect.PiHigh)
        );
        var baseline = 100 * baselineRisk;
        var more = new PerHundred(
            with.Estimate - baseline,
            with.CiLow - baseline,
            with.CiHigh - baseline,
            with.PiLow - baseline,
            with.PiHigh - baseline
        );
        return new(baseline, with, more, Needed(more), clamped);

        double Risk(double value)
        {
            // What never or always happens does so at any ratio, also where the formulas meet 0 · ∞.
            var (isNever, isAlways) = double.IsNaN(value) ? (false, false) : (baselineRisk == 0, baselineRisk == 1);
            var risk = scale switch
            {
                EffectScale.RiskDifference => baselineRisk + value,
                EffectScale.LogRiskRatio => isNever ? 0 : baselineRisk * Math.Exp(value),
                EffectScale.LogOddsRatio => isNever ? 0
                : isAlways ? 1
                : baselineRisk / (baselineRisk + (1 - baselineRisk) * Math.Exp(-value)),
            };
            clamped |= risk is < 0 or > 1;
            return 100 * Math.Clamp(risk, 0, 1);
        }
    }

    private static NumberNeeded Needed(PerHundred more)
    {
        var isMore = more.Estimate >= 0;
        // Seen from the estimate's side: near is the bound farthest from no effect, far the other one.
        var (near, far) = isMore ? (more.CiHigh, more.CiLow) : (-more.CiLow, -more.CiHigh);
        var crosses = far <= 0;
        return new(
            100 / Math.Abs(more.Estimate),
            isMore,
            100 / near,
            crosses ? double.PositiveInfinity : 100 / far,
            crosses,
            far < 0 ? 100 / -far : double.NaN
        );
    }
}

/// <summary>An effect with its confidence interval and, where there is one, its prediction interval.</summary>
public readonly record struct EffectWithIntervals(
    double Estimate,
    double CiLow,
    double CiHigh,
    double PiLow = double.NaN,
    double PiHigh = double.NaN
);
