using System.Globalization;

namespace Virker.Figures;

/// <summary>Ticks, labels and titles, the same in every figure.</summary>
internal static class AxisDrawing
{
    private const double TickLength = 5;

    /// <summary>
    /// A horizontal axis at <paramref name="y"/>; labels that would touch are left out. With <paramref name="name"/> a
    /// tick it gives no name is not drawn. Returns the bottom.
    /// </summary>
    public static double Horizontal(
        Canvas canvas,
        Axis axis,
        double y,
        string format,
        CultureInfo culture,
        string title,
        Func<double, string?>? name = null
    )
    {
        canvas.Line(axis.Start, y, axis.End, y, Palette.Ink);
        var free = double.NegativeInfinity;
        foreach (var tick in axis.Ticks(MostTicks(axis)))
        {
            if ((name is null ? Numbers.Tick(tick, format, culture) : name(tick)) is not { } label)
                continue;
            var x = axis.At(tick);
            canvas.Line(x, y, x, y + TickLength, Palette.Ink);
            var half = TextMetrics.Width(label, canvas.Small) / 2;
            var middle = Math.Clamp(x, half, canvas.Width - half);
            if (middle - half < free)
                continue;
            canvas.Text(middle, y + TickLength + canvas.Small, label, canvas.Small, Anchor.Middle);
            free = middle + half + 6;
        }
        var bottom = y + TickLength + (canvas.Small * Canvas.Leading) + 2;
        return bottom + Title(canvas, axis, bottom, title);
    }

    /// <summary>A vertical axis at the left of the plot with grid lines across it.</summary>
    public static void Vertical(
        Canvas canvas,
        Axis axis,
        double left,
        double right,
        string format,
        CultureInfo culture,
        bool grid = true
    )
    {
        canvas.Line(left, axis.Start, left, axis.End, Palette.Ink);
        foreach (var tick in axis.Ticks(6))
        {
            var y = axis.At(tick);
            if (grid)
                canvas.Line(left, y, right, y, Palette.Faint);
            canvas.Line(left - TickLength, y, left, y, Palette.Ink);
            canvas.Text(
                left - TickLength - 3,
                y + (canvas.Small * 0.35),
                Numbers.Tick(tick, format, culture),
                canvas.Small,
                Anchor.End
            );
        }
    }

    /// <summary>Room for the labels of a vertical axis.</summary>
    public static double VerticalWidth(Canvas canvas, Axis axis, string format, CultureInfo culture) =>
        axis.Ticks(6)
            .Select(t => TextMetrics.Width(Numbers.Tick(t, format, culture), canvas.Small))
            .DefaultIfEmpty(0)
            .Max()
        + TickLength
        + 5;

    private static int MostTicks(Axis axis) => Math.Clamp((int)((axis.End - axis.Start) / 45), 3, 9);

    private static double Title(Canvas canvas, Axis axis, double top, string title)
    {
        // The title is centred under the axis as far as the canvas allows.
        var width = canvas.Width - 8;
        var lines = TextMetrics.Wrap(title, width, canvas.Small, 2);
        var half = lines.Max(l => TextMetrics.Width(l, canvas.Small)) / 2;
        var middle = Math.Clamp((axis.Start + axis.End) / 2, half, Math.Max(half, canvas.Width - half));
        return canvas.Block(middle, top, title, width, 2, canvas.Small, Anchor.Middle);
    }
}
