namespace Virker.Figures;

/// <summary>
/// Estimates against their standard errors, precise studies at the top. Estimates are on the scale of the analysis
/// (logarithms for ratios), where the standard error belongs; with <see cref="AxisScale.Log"/> the ticks show ratios.
/// </summary>
public sealed record FunnelPlot : Figure
{
    /// <summary>The studies.</summary>
    public required IReadOnlyList<FunnelPoint> Points { get; init; }

    /// <summary>The pooled estimate: a vertical line with the region 1.96 standard errors to each side.</summary>
    public required double Estimate { get; init; }

    /// <summary>No effect on the analysis scale: the middle of the shaded significance contours.</summary>
    public double NullValue { get; init; }

    /// <summary>Whether estimates are logarithms, shown as ratios.</summary>
    public AxisScale Scale { get; init; } = AxisScale.Log;

    /// <summary>The texts.</summary>
    public required FunnelTexts Texts { get; init; }

    private protected override bool IsEmpty => Points.Count == 0;

    private protected override void Check()
    {
        Require.Finite(Title, "the estimate", Estimate);
        Require.Finite(Title, "the null value", NullValue);
        foreach (var point in Points)
        {
            Require.Finite(point.Label, "the estimate", point.Estimate);
            Require.NotNegative(point.Label, "the standard error", point.StandardError);
        }
    }

    private protected override void Draw(Canvas canvas) => canvas.EmptyFrame(Title);

    private protected override FigureTable Tabulate() => throw new NotSupportedException();
}

/// <summary>One study in a funnel.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Estimate">Its estimate on the analysis scale.</param>
/// <param name="StandardError">The estimate's standard error.</param>
/// <param name="Imputed">Filled in by trim and fill: drawn hollow.</param>
public sealed record FunnelPoint(string Label, double Estimate, double StandardError, bool Imputed = false);

/// <summary>The texts of a funnel plot.</summary>
/// <param name="Row">Heading over the labels in the table.</param>
/// <param name="Estimate">Title of the horizontal axis.</param>
/// <param name="StandardError">Title of the vertical axis.</param>
/// <param name="Observed">Legend of a study.</param>
/// <param name="Imputed">Legend of a filled-in study; shown only if there is one.</param>
/// <param name="Region">Legend of the 95 % region around the estimate.</param>
public sealed record FunnelTexts(
    string Row,
    string Estimate,
    string StandardError,
    string Observed,
    string Imputed,
    string Region
)
{
    /// <summary>Legend of the shades, from above .10 to below .01.</summary>
    public IReadOnlyList<string> Contours { get; init; } = ["p > .10", ".05 < p < .10", ".01 < p < .05", "p < .01"];
}
