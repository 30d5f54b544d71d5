using Virker.Statistics.Distributions;

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

    internal static CommonEffectResult Of(
        int k,
        double estimate,
        double standardError,
        double q,
        int informative,
        double level
    )
    {
        var df = Math.Max(0, informative - 1);
        var statistic = estimate / standardError;
        var margin = Normal.QuantileUpper((1 - level) / 2) * standardError;
        return new CommonEffectResult
        {
            K = k,
            Estimate = estimate,
            StandardError = standardError,
            Statistic = statistic,
            P = 2 * Normal.Upper(Math.Abs(statistic)),
            CiLow = estimate - margin,
            CiHigh = estimate + margin,
            Q = df > 0 ? q : 0,
            QDf = df,
            QP = df > 0 ? ChiSquare.Upper(q, df) : 1,
            I2 = df > 0 ? Math.Max(0, 100 * (q - df) / q) : 0,
            H2 = df > 0 ? q / df : 1,
            Level = level,
        };
    }
}
