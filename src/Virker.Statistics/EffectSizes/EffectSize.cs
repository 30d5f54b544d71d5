using Virker.Statistics.Distributions;

namespace Virker.Statistics.EffectSizes;

/// <summary>
/// Turns what studies report into estimates and large-sample variances, with the conventions of metafor 3.8-1's
/// <c>escalc</c>. Every method throws <see cref="ArgumentException"/> naming the row (from 1) when a table or study is
/// impossible, or when its effect does not exist (a zero cell without correction, no spread at all).
/// </summary>
public static class EffectSize
{
    /// <summary>
    /// Log risk ratios: y = ln(a/n₁) − ln(c/n₂), v = 1/a − 1/n₁ + 1/c − 1/n₂, with a and c the events and n the totals
    /// after the zero-cell rule.
    /// </summary>
    public static IReadOnlyList<Effect> RiskRatios(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells = null) =>
        FromTables(tables, zeroCells, LogRiskRatio);

    /// <summary>
    /// Log odds ratios: y = ln(ad / bc), v = 1/a + 1/b + 1/c + 1/d, with a, c the events and b, d the non-events after the
    /// zero-cell rule.
    /// </summary>
    public static IReadOnlyList<Effect> OddsRatios(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells = null) =>
        FromTables(tables, zeroCells, LogOddsRatio);

    /// <summary>Risk differences: y = p₁ − p₂, v = p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂, after the zero-cell rule.</summary>
    public static IReadOnlyList<Effect> RiskDifferences(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells = null) =>
        FromTables(tables, zeroCells, RiskDifference);

    /// <summary>Mean differences: y = m₁ − m₂, v = s₁²/n₁ + s₂²/n₂.</summary>
    public static IReadOnlyList<Effect> MeanDifferences(IReadOnlyList<TwoMeans> studies) =>
        FromMeans(
            studies,
            study =>
                new(
                    study.MeanTreated - study.MeanControl,
                    study.SdTreated * study.SdTreated / study.TotalTreated
                        + study.SdControl * study.SdControl / study.TotalControl
                )
        );

    /// <summary>
    /// Standardised mean differences, Hedges' g: y = J(m)(m₁ − m₂)/s with the pooled s, m = n₁ + n₂ − 2 and the exact
    /// J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2)); v = 1/n₁ + 1/n₂ + y²/(2(n₁ + n₂)).
    /// </summary>
    public static IReadOnlyList<Effect> StandardizedMeanDifferences(IReadOnlyList<TwoMeans> studies) =>
        FromMeans(studies, HedgesG);

    internal static Effect LogRiskRatio(Cells cells) =>
        new(
            Math.Log(cells.A / cells.TotalTreated) - Math.Log(cells.C / cells.TotalControl),
            1 / cells.A - 1 / cells.TotalTreated + 1 / cells.C - 1 / cells.TotalControl
        );

    internal static Effect LogOddsRatio(Cells cells) =>
        new(
            Math.Log(cells.A / cells.B) - Math.Log(cells.C / cells.D),
            1 / cells.A + 1 / cells.B + 1 / cells.C + 1 / cells.D
        );

    internal static Effect RiskDifference(Cells cells) =>
        new(
            cells.A / cells.TotalTreated - cells.C / cells.TotalControl,
            cells.A / cells.TotalTreated * (cells.B / cells.TotalTreated) / cells.TotalTreated
                + cells.C / cells.TotalControl * (cells.D / cells.TotalControl) / cells.TotalControl
        );

    private static Effect HedgesG(TwoMeans study)
    {
        var (n1, n2) = (study.TotalTreated, study.TotalControl);
        var df = n1 + n2 - 2;
        var pooled = Math.Sqrt(
            ((n1 - 1) * study.SdTreated * study.SdTreated + (n2 - 1) * study.SdControl * study.SdControl) / df
        );
        // Γ((m − 1)/2) needs m > 1; at or below it there is no unbiased g, and the result is refused as not finite.
        var correction =
            df > 1
                ? Math.Exp(SpecialFunctions.LogGamma(df / 2) - SpecialFunctions.LogGamma((df - 1) / 2))
                    / Math.Sqrt(df / 2)
                : double.NaN;
        var g = correction * (study.MeanTreated - study.MeanControl) / pooled;
        return new(g, 1 / n1 + 1 / n2 + g * g / (2 * (n1 + n2)));
    }

    private static Effect[] FromTables(IReadOnlyList<TwoByTwo> tables, ZeroCells? zeroCells, Func<Cells, Effect> effect)
    {
        var cells = Cells.Of(tables, zeroCells ?? new ZeroCells());
        return Existing(cells, effect, "has a zero cell for which this effect does not exist");
    }

    private static Effect[] FromMeans(IReadOnlyList<TwoMeans> studies, Func<TwoMeans, Effect> effect)
    {
        ArgumentNullException.ThrowIfNull(studies);
        for (var i = 0; i < studies.Count; i++)
        {
            var study = studies[i];
            if (!(double.IsFinite(study.MeanTreated) && double.IsFinite(study.MeanControl)))
                throw new ArgumentException($"Row {i + 1}: a mean is not a finite number.", nameof(studies));
            if (
                !(study.SdTreated >= 0 && study.SdControl >= 0)
                || !double.IsFinite(study.SdTreated)
                || !double.IsFinite(study.SdControl)
            )
            {
                throw new ArgumentException(
                    $"Row {i + 1}: a standard deviation is not a finite number of at least 0.",
                    nameof(studies)
                );
            }
            if (
                !(study.TotalTreated > 1 && study.TotalControl > 1)
                || !double.IsFinite(study.TotalTreated)
                || !double.IsFinite(study.TotalControl)
            )
            {
                throw new ArgumentException(
                    $"Row {i + 1}: an arm needs more than one person to have a standard deviation.",
                    nameof(studies)
                );
            }
        }
        return Existing(studies, effect, "has too little spread or too few people for this effect to exist");
    }

    private static Effect[] Existing<T>(IReadOnlyList<T> rows, Func<T, Effect> effect, string otherwise)
    {
        var effects = new Effect[rows.Count];
        for (var i = 0; i < effects.Length; i++)
        {
            effects[i] = effect(rows[i]);
            if (
                !(
                    double.IsFinite(effects[i].Estimate)
                    && effects[i].Variance > 0
                    && double.IsFinite(effects[i].Variance)
                )
            )
            {
                throw new NoEstimateException(
                    NoEstimateReason.NoSpread,
                    $"Row {i + 1}: the study {otherwise}.",
                    $"{i + 1}"
                );
            }
        }
        return effects;
    }
}
