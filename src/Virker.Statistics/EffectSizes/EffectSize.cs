using Virker.Statistics.MetaAnalysis;

namespace Virker.Statistics.EffectSizes;

/// <summary>Turns what studies report into estimates and sampling variances.</summary>
public static class EffectSize
{
    /// <summary>Log risk ratios.</summary>
    public static IReadOnlyList<Effect> RiskRatios(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells = null) =>
        throw new NotSupportedException();

    /// <summary>Log odds ratios.</summary>
    public static IReadOnlyList<Effect> OddsRatios(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells = null) =>
        throw new NotSupportedException();

    /// <summary>Risk differences.</summary>
    public static IReadOnlyList<Effect> RiskDifferences(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells = null) =>
        throw new NotSupportedException();

    /// <summary>Mean differences.</summary>
    public static IReadOnlyList<Effect> MeanDifferences(IReadOnlyList<TwoMeans> studies) =>
        throw new NotSupportedException();

    /// <summary>Standardised mean differences (Hedges' g).</summary>
    public static IReadOnlyList<Effect> StandardizedMeanDifferences(IReadOnlyList<TwoMeans> studies) =>
        throw new NotSupportedException();
}
