using Virker.Statistics.EffectSizes;

namespace Virker.Statistics.MetaAnalysis;

/// <summary>A common effect pooled from sparse tables, on the analysis scale (log for RR and OR).</summary>
public sealed record CommonEffectResult
{
    /// <summary>The number of tables.</summary>
    public required int K { get; init; }

    /// <summary>The common effect.</summary>
    public required double Estimate { get; init; }

    /// <summary>Its standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>z.</summary>
    public required double Statistic { get; init; }

    /// <summary>Two-sided p value.</summary>
    public required double P { get; init; }

    /// <summary>Lower bound of the confidence interval.</summary>
    public required double CiLow { get; init; }

    /// <summary>Upper bound of the confidence interval.</summary>
    public required double CiHigh { get; init; }

    /// <summary>Test of heterogeneity.</summary>
    public required double Q { get; init; }

    /// <summary>Its degrees of freedom: tables that bear information − 1.</summary>
    public required int QDf { get; init; }

    /// <summary>Its p value.</summary>
    public required double QP { get; init; }

    /// <summary>I², in percent.</summary>
    public required double I2 { get; init; }

    /// <summary>H².</summary>
    public required double H2 { get; init; }

    /// <summary>Coverage of the interval.</summary>
    public required double Level { get; init; }
}

/// <summary>Mantel–Haenszel's method: a common effect without a zero-cell correction.</summary>
public static class MantelHaenszel
{
    /// <summary>The common log risk ratio.</summary>
    public static CommonEffectResult RiskRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95) =>
        throw new NotSupportedException();

    /// <summary>The common log odds ratio.</summary>
    public static CommonEffectResult OddsRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95) =>
        throw new NotSupportedException();

    /// <summary>The common risk difference.</summary>
    public static CommonEffectResult RiskDifference(IReadOnlyList<TwoByTwo> tables, double level = 0.95) =>
        throw new NotSupportedException();
}

/// <summary>Peto's one-step method for the odds ratio of rare events.</summary>
public static class Peto
{
    /// <summary>The common log odds ratio.</summary>
    public static CommonEffectResult OddsRatio(IReadOnlyList<TwoByTwo> tables, double level = 0.95) =>
        throw new NotSupportedException();
}
