namespace Virker.Statistics.Absolute;

/// <summary>The scale an effect is given on.</summary>
public enum EffectScale
{
    /// <summary>The natural logarithm of the risk ratio.</summary>
    LogRiskRatio,

    /// <summary>The natural logarithm of the odds ratio.</summary>
    LogOddsRatio,

    /// <summary>The risk difference, from −1 to 1.</summary>
    RiskDifference,
}

/// <summary>A number of people per 100, with the confidence and the prediction interval (NaN where none was given).</summary>
public readonly record struct PerHundred(double Estimate, double CiLow, double CiHigh, double PiLow, double PiHigh);

/// <summary>
/// How many people must be treated for one more event (or one fewer, when <paramref name="IsMore"/> is false).
/// When the interval of the difference holds 0, the numbers do not form one interval: they run from
/// <paramref name="Low"/> up through infinity, and on the other side from infinity down to
/// <paramref name="OppositeLow"/> (Altman 1998, BMJ 317, 1309–1312).
/// </summary>
/// <param name="Estimate">1 ÷ |difference|; infinite when there is no difference.</param>
/// <param name="IsMore">Whether the estimate is of one more event or of one fewer.</param>
/// <param name="Low">The fewest people, at the end of the interval on the estimate's side; NaN without an interval.</param>
/// <param name="High">The most people; infinite when the interval holds no effect.</param>
/// <param name="IncludesNoEffect">Whether the interval holds no effect at all.</param>
/// <param name="OppositeLow">
/// The fewest people for the opposite event, when the interval reaches past no effect; else NaN.
/// </param>
public sealed record NumberNeeded(
    double Estimate,
    bool IsMore,
    double Low,
    double High,
    bool IncludesNoEffect,
    double OppositeLow
);

/// <summary>What a relative effect means for 100 people like these.</summary>
/// <param name="Baseline">Events per 100 without the treatment.</param>
/// <param name="With">Events per 100 with it, between 0 and 100.</param>
/// <param name="More">The difference per 100; below 0 when events become fewer.</param>
/// <param name="NumberNeeded">The number needed for one event's difference, with the confidence interval.</param>
/// <param name="Clamped">
/// Whether a value went beyond 0 or 100 per 100 and was held there: the effect then cannot hold at this baseline.
/// </param>
public sealed record AbsoluteEffect(
    double Baseline,
    PerHundred With,
    PerHundred More,
    NumberNeeded NumberNeeded,
    bool Clamped
);
