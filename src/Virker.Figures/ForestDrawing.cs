namespace Virker.Figures;

/// <summary>
/// The drawing of a forest plot. Wide: columns in a line with the plot between them. Narrow: the label above its own
/// strip of the plot, the row's columns in one quiet line.
/// </summary>
internal sealed class ForestDrawing
{
    private const double Gap = 16;
    private readonly ForestPlot plot;
    private readonly Canvas canvas;
    private readonly Axis axis;
    private readonly double labelWidth;
    private readonly double estimateRight;
    private readonly double estimateWidth;
    private readonly double weightWidth;
    private readonly double heaviest;
    private readonly List<(double Right, double Width)> columns = [];

    public ForestDrawing(ForestPlot plot, Canvas canvas)
    {
        (this.plot, this.canvas) = (plot, canvas);
        var rows = plot.Groups.SelectMany(g => g.Rows).ToList();
        var summaries = plot.Groups.Select(g => g.Summary).Append(plot.Pooled).OfType<ForestSummary>().ToList();
        heaviest = rows.Select(r => r.Weight ?? 0).DefaultIfEmpty(0).Max();
        estimateWidth = ColumnWidth(
            plot.Headings.Estimate,
            [
                .. rows.Select(r => plot.Estimate(r.Estimate, r.Low, r.High)),
                .. summaries.Select(s => plot.Estimate(s.Estimate, s.Low, s.High)),
                .. summaries
                    .Select(s => s.Prediction)
                    .OfType<ForestPrediction>()
                    .Select(p => plot.Interval(p.Low, p.High)),
            ],
            200,
            bold: true
        );
        double left;
        if (canvas.Narrow)
        {
            (labelWidth, estimateRight, left) = (canvas.Width, canvas.Width, 6);
        }
        else
        {
            weightWidth = plot.HasWeights
                ? ColumnWidth(plot.Headings.Weight, rows.Select(r => plot.Weight(r.Weight)), 90)
                : 0;
            estimateRight = canvas.Width - (plot.HasWeights ? weightWidth + Gap : 0);
            labelWidth = ColumnWidth(
                plot.Headings.Row,
                rows.SelectMany(r => new[] { r.Label, r.Sublabel }).Concat(summaries.Select(s => s.Label)),
                240
            );
            left = labelWidth + Gap;
            var room = estimateRight - estimateWidth - Gap - 240 - left;
            var count = plot.Headings.Columns.Count;
            for (var i = 0; i < count; i++)
            {
                var column = i;
                var cap = Math.Max(30, (room / count) - Gap);
                var width = ColumnWidth(plot.Headings.Columns[i], rows.Select(r => r.Columns[column]), cap);
                columns.Add((left + width, width));
                left += width + Gap;
            }
        }
        axis = Axis(left, estimateRight - estimateWidth - Gap, rows, summaries);
    }

    public void Draw()
    {
        var top = Header();
        var (y, ground) = (top, canvas.Position);
        foreach (var group in plot.Groups)
        {
            if (group.Heading.Length > 0)
            {
                y += 8;
                y += canvas.Block(0, y, group.Heading, canvas.Narrow ? canvas.Width : axis.Start - Gap, 2, bold: true);
                y += 4;
            }
            foreach (var row in group.Rows)
            {
                y = Row(y, row);
            }
            y = group.Summary is { } summary ? Summary(y, summary) : y;
        }
        if (plot.Pooled is { } pooled)
        {
            canvas.Line(0, y + 3, canvas.Width, y + 3, Palette.Rule);
            y = Summary(y + 8, pooled);
        }
        if (!canvas.Narrow)
        {
            canvas.Under(ground, () => Guides(top, y + 4));
        }
        y = AxisDrawing.Horizontal(canvas, axis, y + 4, plot.ValueFormat, plot.Culture, "");
        y += Favours(y + 2) + 2;
        y += AxisTitle(y);
        canvas.Height = y + 6;
    }

    private double ColumnWidth(string heading, IEnumerable<string> cells, double cap, bool bold = false)
    {
        var words = heading.Split(' ').Select(w => TextMetrics.Width(w, canvas.Size, true));
        var widest = words.Concat(cells.Select(c => TextMetrics.Width(c, canvas.Size, bold))).DefaultIfEmpty(0).Max();
        return Math.Min(cap, widest + 1);
    }

    /// <summary>All estimates and the null are on the axis; an interval may run a factor two (a third) beyond.</summary>
    private Axis Axis(double left, double right, List<ForestRow> rows, List<ForestSummary> summaries)
    {
        List<double> middles = [plot.Null, .. rows.Select(r => r.Estimate), .. summaries.Select(s => s.Estimate)];
        List<double> lows = [.. rows.Select(r => r.Low), .. summaries.Select(s => s.Prediction?.Low ?? s.Low)];
        List<double> highs = [.. rows.Select(r => r.High), .. summaries.Select(s => s.Prediction?.High ?? s.High)];
        var (low, high) = (middles.Min(), middles.Max());
        if (plot.Scale == AxisScale.Log)
        {
            (low, high) = (Math.Clamp(lows.Min(), low / 2, low), Math.Clamp(highs.Max(), high, high * 2));
        }
        else
        {
            var beyond = high > low ? (high - low) / 2 : double.MaxValue;
            (low, high) = (Math.Clamp(lows.Min(), low - beyond, low), Math.Clamp(highs.Max(), high, high + beyond));
        }
        return plot is { AxisFrom: { } from, AxisTo: { } to } && from < to
            ? new Axis(from, to, left, right, plot.Scale)
            : Figures.Axis.Over(plot.AxisFrom ?? low, plot.AxisTo ?? high, left, right, plot.Scale);
    }

    private double Header()
    {
        var cells = new List<(double X, double Width, string Text, Anchor Anchor)>
        {
            (0, canvas.Narrow ? canvas.Width - estimateWidth - Gap : labelWidth, plot.Headings.Row, Anchor.Start),
            (estimateRight, estimateWidth, plot.Headings.Estimate, Anchor.End),
        };
        if (!canvas.Narrow)
        {
            cells.AddRange(columns.Zip(plot.Headings.Columns, (c, text) => (c.Right, c.Width, text, Anchor.End)));
            if (plot.HasWeights)
            {
                cells.Add((canvas.Width, weightWidth, plot.Headings.Weight, Anchor.End));
            }
        }
        var heights = cells.ConvertAll(c => canvas.BlockHeight(c.Text, c.Width, 3, bold: true));
        var bottom = 4 + heights.Max();
        foreach (var (cell, height) in cells.Zip(heights))
        {
            canvas.Block(cell.X, bottom - height, cell.Text, cell.Width, 3, null, cell.Anchor, bold: true);
        }
        canvas.Line(0, bottom + 4, canvas.Width, bottom + 4, Palette.Ink);
        return bottom + 10;
    }

    private double Row(double top, ForestRow row)
    {
        var value = plot.Estimate(row.Estimate, row.Low, row.High);
        void Mark(double y)
        {
            Interval(y, row.Low, row.High);
            if (axis.Contains(row.Estimate))
            {
                var side = heaviest > 0 ? 5 + (9 * Math.Sqrt((row.Weight ?? 0) / heaviest)) : 9;
                canvas.Rect(axis.At(row.Estimate) - (side / 2), y - (side / 2), side, side, Palette.Blue);
            }
        }
        if (canvas.Narrow)
        {
            var named = plot.Headings.Columns.Zip(row.Columns, (heading, text) => $"{heading}:\u00a0{text}");
            var weight = row.Weight is null ? "" : $"{plot.Headings.Weight}:\u00a0{plot.Weight(row.Weight)}";
            string[] parts = [row.Sublabel, .. named, weight];
            return Strip(top, row.Label, string.Join(" · ", parts.Where(p => p.Length > 0)), value, false, Mark);
        }
        var height = canvas.BlockHeight(row.Label, labelWidth);
        height += canvas.BlockHeight(row.Sublabel, labelWidth, 1, canvas.Small);
        var below = canvas.Block(0, top, row.Label, labelWidth);
        canvas.Block(0, top + below, row.Sublabel, labelWidth, 1, canvas.Small, fill: Palette.Muted);
        foreach (var ((right, width), text) in columns.Zip(row.Columns))
        {
            canvas.Block(right, top, text, width, 1, anchor: Anchor.End);
        }
        canvas.Block(estimateRight, top, value, estimateWidth, 1, anchor: Anchor.End);
        canvas.Block(canvas.Width, top, plot.Weight(row.Weight), weightWidth, 1, anchor: Anchor.End);
        Mark(Middle(top));
        return top + height + 6;
    }

    private double Summary(double top, ForestSummary summary)
    {
        var value = plot.Estimate(summary.Estimate, summary.Low, summary.High);
        var bottom = Strip(top, summary.Label, summary.Note, value, true, y => Diamond(y, summary));
        if (summary.Prediction is { } prediction)
        {
            var interval = plot.Interval(prediction.Low, prediction.High);
            bottom = Strip(bottom, prediction.Label, "", interval, false, y => Bar(y, prediction));
        }
        return bottom + 4;
    }

    /// <summary>A label over all text columns, a mark and a value; on a phone the label stands above.</summary>
    private double Strip(double top, string label, string note, string value, bool bold, Action<double> mark)
    {
        var width = canvas.Narrow ? canvas.Width : axis.Start - Gap;
        var text = canvas.BlockHeight(label, width, 3, bold: bold);
        var height = text + canvas.BlockHeight(note, width, 3, canvas.Small);
        var strip = canvas.Narrow ? top + height + 1 : top;
        var bottom = canvas.Narrow ? strip + 28 : top + height + 6;
        if (canvas.Narrow)
        {
            Guides(strip, strip + 20);
        }
        canvas.Block(0, top, label, width, 3, bold: bold);
        canvas.Block(0, top + text, note, width, 3, canvas.Small, fill: Palette.Muted);
        canvas.Block(estimateRight, strip, value, estimateWidth, 1, null, Anchor.End, bold);
        mark(Middle(strip));
        return bottom;
    }

    private double Middle(double top) => top + (canvas.Size * 0.63);

    /// <summary>The null line and the pooled line; on a phone each strip has its own piece, so no label is struck.</summary>
    private void Guides(double top, double bottom)
    {
        if (plot.Pooled is { } pooled && axis.Contains(pooled.Estimate))
        {
            var x = axis.At(pooled.Estimate);
            canvas.Line(x, top, x, bottom, Palette.Rule, 1, "2 3");
        }
        if (axis.Contains(plot.Null))
        {
            canvas.Line(axis.At(plot.Null), top, axis.At(plot.Null), bottom, Palette.Ink);
        }
    }

    private void Interval(double y, double low, double high)
    {
        canvas.Line(axis.At(low), y, axis.At(high), y, Palette.Ink, 1.5);
        Arrows(y, low, high, Palette.Ink, 4);
    }

    private void Arrows(double y, double low, double high, string colour, double half)
    {
        if (low < axis.From)
        {
            canvas.Polygon([(axis.Start, y), (axis.Start + 8, y - half), (axis.Start + 8, y + half)], colour);
        }
        if (high > axis.To)
        {
            canvas.Polygon([(axis.End, y), (axis.End - 8, y - half), (axis.End - 8, y + half)], colour);
        }
    }

    private void Diamond(double y, ForestSummary summary)
    {
        var (left, middle, right) = (axis.At(summary.Low), axis.At(summary.Estimate), axis.At(summary.High));
        canvas.Polygon([(left, y), (middle, y - 7), (right, y), (middle, y + 7)], Palette.Ink, Palette.Ink, 1);
        Arrows(y, summary.Low, summary.High, Palette.Ink, 5);
    }

    private void Bar(double y, ForestPrediction prediction)
    {
        var (left, right) = (axis.At(prediction.Low), axis.At(prediction.High));
        canvas.Line(left, y, right, y, Palette.Orange, 5);
        foreach (
            var (limit, x) in new[] { (prediction.Low, left), (prediction.High, right) }.Where(e =>
                axis.Contains(e.Item1)
            )
        )
        {
            canvas.Line(x, y - 7, x, y + 7, Palette.Orange, 2);
        }
        Arrows(y, prediction.Low, prediction.High, Palette.Orange, 7);
    }

    private double Favours(double top)
    {
        var low = plot.FavoursLow.Length > 0 ? "← " + plot.FavoursLow : "";
        var high = plot.FavoursHigh.Length > 0 ? plot.FavoursHigh + " →" : "";
        var middle = axis.At(plot.Null);
        if (!canvas.Narrow)
        {
            var left = canvas.Block(middle - 10, top, low, middle - 14, 2, canvas.Small, Anchor.End);
            return Math.Max(left, canvas.Block(middle + 10, top, high, canvas.Width - middle - 14, 2, canvas.Small));
        }
        var together = TextMetrics.Width(low + high, canvas.Small) + Gap <= canvas.Width;
        var first = canvas.Block(0, top, low, canvas.Width, 2, canvas.Small);
        var second = canvas.Block(
            canvas.Width,
            together ? top : top + first,
            high,
            canvas.Width,
            2,
            canvas.Small,
            Anchor.End
        );
        return together ? Math.Max(first, second) : first + second;
    }

    private double AxisTitle(double top) =>
        canvas.Narrow
            ? canvas.Block(canvas.Width / 2, top, plot.AxisTitle, canvas.Width, 2, canvas.Small, Anchor.Middle)
            : canvas.Block(
                (axis.Start + axis.End) / 2,
                top,
                plot.AxisTitle,
                2 * Math.Min((axis.Start + axis.End) / 2, canvas.Width - ((axis.Start + axis.End) / 2)),
                2,
                canvas.Small,
                Anchor.Middle
            );
}
