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
        // A ratio is the exponential of its logarithm, and e^200 is past anything that can be drawn.
        var largest = Scale == AxisScale.Log ? 50 : 1e100;
        Require.AtMost(Title, "the estimate", Estimate, largest);
        Require.AtMost(Title, "the null value", NullValue, largest);
        Require.Length(Title, "contour texts", Texts.Contours.Count, Palette.Contours.Count);
        foreach (var point in Points)
        {
            Require.AtMost(point.Label, "the estimate", point.Estimate, largest);
            Require.NotNegative(point.Label, "the standard error", point.StandardError);
            Require.AtMost(point.Label, "the standard error", point.StandardError, largest);
        }
    }

    private protected override FigureTable Tabulate() =>
        new(
            [Texts.Row, Texts.Estimate, Texts.StandardError],
            [
                .. Points.Select(p =>
                    (IReadOnlyList<string>)
                        [
                            p.Imputed ? $"{p.Label} ({Texts.Imputed})" : p.Label,
                            Numbers.Label(Scale == AxisScale.Log ? Math.Exp(p.Estimate) : p.Estimate, Format, Culture),
                            Numbers.Label(p.StandardError, Format, Culture),
                        ]
                ),
            ]
        );

    private protected override void Draw(Canvas canvas)
    {
        var top = 8 + canvas.Block(0, 2, Texts.StandardError, canvas.Width, 2, canvas.Small);
        var deepest = Points.Max(p => p.StandardError);
        var errors = new Axis(0, deepest > 0 ? deepest * 1.06 : 1, top, top + (canvas.Narrow ? 300 : 420));
        var left = AxisDrawing.VerticalWidth(canvas, errors, Format, Culture);
        var values = Points.Select(p => p.Estimate).Append(NullValue).ToList();
        var spread = Z95 * errors.To;
        var across = Axis.Over(
            Math.Min(values.Min(), Estimate - spread),
            Math.Max(values.Max(), Estimate + spread),
            left,
            canvas.Width - 12
        );
        canvas.Rect(left, top, across.End - left, errors.End - top, Palette.Contours[3]);
        foreach (var (z, shade) in new[] { (Z99, 2), (Z95, 1), (Z90, 0) })
            canvas.Polygon(Cone(across, errors, NullValue, z), Palette.Contours[shade], Palette.Rule, 0.75);
        AxisDrawing.Vertical(canvas, errors, left, across.End, Format, Culture, grid: false);
        foreach (var z in new[] { -Z95, Z95 })
            canvas.Polyline(Edge(across, errors, Estimate, z).Take(2), Palette.Ink, 1.5, "6 4");
        canvas.Line(across.At(Estimate), errors.Start, across.At(Estimate), errors.End, Palette.Ink, 1.5);
        foreach (var point in Points)
            Mark(canvas, across.At(point.Estimate), errors.At(point.StandardError), point.Imputed, point.Label);
        // The same positions, named as ratios.
        var shown =
            Scale == AxisScale.Log
                ? new Axis(Math.Exp(across.From), Math.Exp(across.To), across.Start, across.End, Scale)
                : across;
        var bottom = AxisDrawing.Horizontal(canvas, shown, errors.End, Format, Culture, Texts.Estimate) + 6;
        canvas.Height = bottom + Legend.Draw(canvas, 4, bottom, Entries(canvas)) + 4;
    }

    private IEnumerable<(string, Action<double, double>)> Entries(Canvas canvas)
    {
        yield return (Texts.Observed, (x, y) => Mark(canvas, x, y, imputed: false, ""));
        if (Points.Any(p => p.Imputed))
            yield return (Texts.Imputed, (x, y) => Mark(canvas, x, y, imputed: true, ""));
        yield return (Texts.Region, (x, y) => canvas.Line(x - 15, y, x + 15, y, Palette.Ink, 1.5, "6 4"));
        foreach (var (shade, text) in Palette.Contours.Zip(Texts.Contours))
            yield return (text, (x, y) => canvas.Rect(x - 12, y - 7, 24, 14, shade, Palette.Rule, 0.75));
    }

    private static void Mark(Canvas canvas, double x, double y, bool imputed, string label) =>
        canvas.Circle(
            x,
            y,
            4.5,
            imputed ? Palette.Paper : Palette.Blue,
            imputed ? Palette.Ink : Palette.Paper,
            imputed ? 1.5 : 1,
            label
        );

    /// <summary>All points less than z standard errors from the middle, cut off at the frame.</summary>
    private static List<(double X, double Y)> Cone(Axis across, Axis errors, double middle, double z) =>
        [.. Edge(across, errors, middle, z), .. Edge(across, errors, middle, -z).AsEnumerable().Reverse()];

    /// <summary>From the apex along the line to the frame, then down the frame.</summary>
    private static List<(double X, double Y)> Edge(Axis across, Axis errors, double middle, double z)
    {
        var limit = z > 0 ? across.To : across.From;
        var depth = Math.Min(errors.To, (limit - middle) / z);
        var end = across.At(middle + (z * depth));
        return [(across.At(middle), errors.Start), (end, errors.At(depth)), (end, errors.End)];
    }

    // Two-sided normal quantiles for p = .10, .05 and .01.
    private const double Z90 = 1.6448536269514722;
    private const double Z95 = 1.959963984540054;
    private const double Z99 = 2.5758293035489004;
    private const string Format = "0.00##";
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
