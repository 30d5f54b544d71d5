namespace Virker.Figures;

/// <summary>Horizontal bars from zero, with an interval where there is one.</summary>
public sealed record BarFigure : Figure
{
    /// <summary>The bars in the order they are shown.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>Heading over the labels in the table.</summary>
    public required string RowHeading { get; init; }

    /// <summary>What the axis measures.</summary>
    public required string ValueHeading { get; init; }

    /// <summary>.NET format of the values, such as "0.0" or "P0".</summary>
    public string ValueFormat { get; init; } = "0.##";

    private protected override bool IsEmpty => Bars.Count == 0;

    private protected override void Check()
    {
        foreach (var bar in Bars)
        {
            Require.Finite(bar.Label, "the value", bar.Value);
            if (bar.Low is not null || bar.High is not null)
                Require.Interval(bar.Label, bar.Low ?? double.NaN, bar.High ?? double.NaN);
        }
    }

    private string Text(Bar bar)
    {
        var value = Numbers.Label(bar.Value, ValueFormat, Culture);
        return bar is { Low: { } low, High: { } high }
            ? $"{value} ({Numbers.Interval(low, high, ValueFormat, Culture)})"
            : value;
    }

    private protected override FigureTable Tabulate() =>
        new([RowHeading, ValueHeading], [.. Bars.Select(b => (IReadOnlyList<string>)[b.Label, Text(b)])]);

    private protected override void Draw(Canvas canvas)
    {
        var label = canvas.Narrow
            ? canvas.Width
            : Math.Min(320, Bars.Max(b => TextMetrics.Width(b.Label, canvas.Size)) + 1);
        var value = Math.Min(canvas.Narrow ? 150 : 220, Bars.Max(b => TextMetrics.Width(Text(b), canvas.Size)) + 1);
        var axis = Axis.Over(
            Math.Min(0, Bars.Min(b => Math.Min(b.Value, b.Low ?? 0))),
            Math.Max(0, Bars.Max(b => Math.Max(b.Value, b.High ?? 0))),
            canvas.Narrow ? 6 : label + 14,
            canvas.Width - value - 14
        );
        var y = 6.0;
        foreach (var bar in Bars)
        {
            var height = canvas.Block(0, y, bar.Label, label, 3);
            var top = canvas.Narrow ? y + height + 2 : y - 1;
            Draw(canvas, axis, bar, top);
            canvas.Block(canvas.Width, top + 1, Text(bar), value, 1, null, Anchor.End);
            y = canvas.Narrow ? top + 30 : y + Math.Max(height, 22) + 8;
        }
        canvas.Height = AxisDrawing.Horizontal(canvas, axis, y, ValueFormat, Culture, ValueHeading) + 6;
    }

    private static void Draw(Canvas canvas, Axis axis, Bar bar, double top)
    {
        const double Thickness = 20;
        canvas.Line(axis.At(0), top - 4, axis.At(0), top + Thickness + 4, Palette.Ink);
        var (from, to) = (axis.At(Math.Min(0, bar.Value)), axis.At(Math.Max(0, bar.Value)));
        var colour = bar.Highlighted ? Palette.Orange : Palette.Blue;
        canvas.Rect(from, top, to - from, Thickness, colour, bar.Highlighted ? Palette.Ink : null, 2);
        if (bar is { Low: { } low, High: { } high })
        {
            var middle = top + (Thickness / 2);
            // A pale halo parts the interval from the bar under it.
            foreach (var (pen, ink) in new[] { (5.0, Palette.Paper), (1.5, Palette.Ink) })
            {
                canvas.Line(axis.At(low), middle, axis.At(high), middle, ink, pen);
                canvas.Line(axis.At(low), middle - 5, axis.At(low), middle + 5, ink, pen);
                canvas.Line(axis.At(high), middle - 5, axis.At(high), middle + 5, ink, pen);
            }
        }
    }
}

/// <summary>One bar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its length from zero; may be negative.</param>
/// <param name="Low">Lower limit of the interval; both limits or none.</param>
/// <param name="High">Upper limit of the interval.</param>
/// <param name="Highlighted">Drawn in the second colour with a heavy outline.</param>
public sealed record Bar(string Label, double Value, double? Low = null, double? High = null, bool Highlighted = false);
