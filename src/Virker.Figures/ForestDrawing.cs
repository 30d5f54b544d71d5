namespace Virker.Figures;

/// <summary>
/// The drawing of a forest plot. Wide: columns in a line with the plot between them. Narrow: the label above its own
/// strip of the plot, the row's columns in one quiet line.
/// </summary>
internal sealed class ForestDrawing
{
    private const double Gap = 16;
    private readonly ForestPlot _plot;
    private readonly Canvas _canvas;
    private readonly Axis _axis;
    private readonly double _labelWidth;
    private readonly double _estimateRight;
    private readonly double _estimateWidth;
    private readonly double _weightWidth;
    private readonly double _heaviest;
    private readonly List<(double Right, double Width)> _columns = [];

    public ForestDrawing(ForestPlot plot, Canvas canvas)
    {
        (this._plot, this._canvas) = (plot, canvas);
        var rows = plot.Groups.SelectMany(g => g.Rows).ToList();
        var summaries = plot.Groups.Select(g => g.Summary).Append(plot.Pooled).OfType<ForestSummary>().ToList();
        _heaviest = rows.Select(r => r.Weight ?? 0).DefaultIfEmpty(0).Max();
        _estimateWidth = ColumnWidth(
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
            (_labelWidth, _estimateRight, left) = (canvas.Width, canvas.Width, 6);
        }
        else
        {
            _weightWidth = plot.HasWeights
                ? ColumnWidth(plot.Headings.Weight, rows.Select(r => plot.Weight(r.Weight)), 90)
                : 0;
            _estimateRight = canvas.Width - (plot.HasWeights ? _weightWidth + Gap : 0);
            _labelWidth = ColumnWidth(plot.Headings.Row, rows.SelectMany(r => new[] { r.Label, r.Sublabel }), 240);
            // What is pooled stands in bold, and what is predicted may break between words but not within one.
            _labelWidth = Math.Max(
                _labelWidth,
                Math.Max(
                    ColumnWidth("", summaries.Select(s => s.Label), 240, bold: true),
                    ColumnWidth("", summaries.SelectMany(s => (s.Prediction?.Label ?? "").Split(' ')), 240)
                )
            );
            left = _labelWidth + Gap;
            var room = _estimateRight - _estimateWidth - Gap - 240 - left;
            var count = plot.Headings.Columns.Count;
            for (var i = 0; i < count; i++)
            {
                var column = i;
                var cap = Math.Max(30, (room / count) - Gap);
                var width = ColumnWidth(plot.Headings.Columns[i], rows.Select(r => r.Columns[column]), cap);
                _columns.Add((left + width, width));
                left += width + Gap;
            }
        }
        _axis = Axis(left, _estimateRight - _estimateWidth - Gap, rows, summaries);
    }

    public void Draw()
    {
        var top = Header();
        var (y, ground) = (top, _canvas.Position);
        foreach (var group in _plot.Groups)
        {
            if (group.Heading.Length > 0)
            {
                y += 8;
                y += _canvas.Block(
                    0,
                    y,
                    group.Heading,
                    _canvas.Narrow ? _canvas.Width : _axis.Start - Gap,
                    2,
                    bold: true
                );
                y += 4;
            }
            foreach (var row in group.Rows)
                y = Row(y, row);
            y = group.Summary is { } summary ? Summary(y, summary) : y;
        }
        if (_plot.Pooled is { } pooled)
        {
            _canvas.Line(0, y + 3, _canvas.Width, y + 3, Palette.Rule);
            y = Summary(y + 8, pooled);
        }
        if (!_canvas.Narrow)
            _canvas.Under(ground, () => Guides(top, y + 4));
        y = AxisDrawing.Horizontal(_canvas, _axis, y + 4, _plot.ValueFormat, _plot.Culture, "");
        y += Favours(y + 2) + 2;
        y += AxisTitle(y);
        _canvas.Height = y + 6;
    }

    private double ColumnWidth(string heading, IEnumerable<string> cells, double cap, bool bold = false)
    {
        var words = heading.Split(' ').Select(w => TextMetrics.Width(w, _canvas.Size, true));
        var widest = words.Concat(cells.Select(c => TextMetrics.Width(c, _canvas.Size, bold))).DefaultIfEmpty(0).Max();
        return Math.Min(cap, widest + 1);
    }

    /// <summary>All estimates and the null are on the axis; an interval may run a factor two (a third) beyond.</summary>
    private Axis Axis(double left, double right, List<ForestRow> rows, List<ForestSummary> summaries)
    {
        List<double> middles = [_plot.Null, .. rows.Select(r => r.Estimate), .. summaries.Select(s => s.Estimate)];
        List<double> lows = [.. rows.Select(r => r.Low), .. summaries.Select(s => s.Prediction?.Low ?? s.Low)];
        List<double> highs = [.. rows.Select(r => r.High), .. summaries.Select(s => s.Prediction?.High ?? s.High)];
        var (low, high) = (middles.Min(), middles.Max());
        if (_plot.Scale == AxisScale.Log)
        {
            (low, high) = (Math.Clamp(lows.Min(), low / 2, low), Math.Clamp(highs.Max(), high, high * 2));
        }
        else
        {
            var beyond = high > low ? (high - low) / 2 : double.MaxValue;
            (low, high) = (Math.Clamp(lows.Min(), low - beyond, low), Math.Clamp(highs.Max(), high, high + beyond));
        }
        return _plot is { AxisFrom: { } from, AxisTo: { } to } && from < to
            ? new Axis(from, to, left, right, _plot.Scale)
            : Figures.Axis.Over(_plot.AxisFrom ?? low, _plot.AxisTo ?? high, left, right, _plot.Scale);
    }

    private double Header()
    {
        var cells = new List<(double X, double Width, string Text, Anchor Anchor)>
        {
            (0, _canvas.Narrow ? _canvas.Width - _estimateWidth - Gap : _labelWidth, _plot.Headings.Row, Anchor.Start),
            (_estimateRight, _estimateWidth, _plot.Headings.Estimate, Anchor.End),
        };
        if (!_canvas.Narrow)
        {
            cells.AddRange(_columns.Zip(_plot.Headings.Columns, (c, text) => (c.Right, c.Width, text, Anchor.End)));
            if (_plot.HasWeights)
                cells.Add((_canvas.Width, _weightWidth, _plot.Headings.Weight, Anchor.End));
        }
        var heights = cells.ConvertAll(c => _canvas.BlockHeight(c.Text, c.Width, 3, bold: true));
        var bottom = 4 + heights.Max();
        foreach (var (cell, height) in cells.Zip(heights))
            _canvas.Block(cell.X, bottom - height, cell.Text, cell.Width, 3, null, cell.Anchor, bold: true);
        _canvas.Line(0, bottom + 4, _canvas.Width, bottom + 4, Palette.Ink);
        return bottom + 10;
    }

    private double Row(double top, ForestRow row)
    {
        var value = _plot.Estimate(row.Estimate, row.Low, row.High);
        void Mark(double y)
        {
            Interval(y, row.Low, row.High);
            if (_axis.Contains(row.Estimate))
            {
                var side = _heaviest > 0 ? 5 + (9 * Math.Sqrt((row.Weight ?? 0) / _heaviest)) : 9;
                _canvas.Rect(_axis.At(row.Estimate) - (side / 2), y - (side / 2), side, side, Palette.Blue);
            }
        }
        if (_canvas.Narrow)
        {
            var named = _plot.Headings.Columns.Zip(row.Columns, (heading, text) => $"{heading}:\u00a0{text}");
            var weight = row.Weight is null ? "" : $"{_plot.Headings.Weight}:\u00a0{_plot.Weight(row.Weight)}";
            string[] parts = [row.Sublabel, .. named, weight];
            return Strip(top, row.Label, string.Join(" · ", parts.Where(p => p.Length > 0)), value, false, Mark);
        }
        var height = _canvas.BlockHeight(row.Label, _labelWidth);
        height += _canvas.BlockHeight(row.Sublabel, _labelWidth, 1, _canvas.Small);
        var below = _canvas.Block(0, top, row.Label, _labelWidth);
        _canvas.Block(0, top + below, row.Sublabel, _labelWidth, 1, _canvas.Small, fill: Palette.Muted);
        foreach (var ((right, width), text) in _columns.Zip(row.Columns))
            _canvas.Block(right, top, text, width, 1, anchor: Anchor.End);
        _canvas.Block(_estimateRight, top, value, _estimateWidth, 1, anchor: Anchor.End);
        _canvas.Block(_canvas.Width, top, _plot.Weight(row.Weight), _weightWidth, 1, anchor: Anchor.End);
        Mark(Middle(top));
        return top + height + 6;
    }

    private double Summary(double top, ForestSummary summary)
    {
        var value = _plot.Estimate(summary.Estimate, summary.Low, summary.High);
        var bottom = Strip(top, summary.Label, summary.Note, value, true, y => Diamond(y, summary));
        if (summary.Prediction is { } prediction)
        {
            var interval = _plot.Interval(prediction.Low, prediction.High);
            bottom = Strip(bottom, prediction.Label, "", interval, false, y => Bar(y, prediction));
        }
        return bottom + 4;
    }

    /// <summary>A label over all text columns, a mark and a value; on a phone the label stands above.</summary>
    private double Strip(double top, string label, string note, string value, bool bold, Action<double> mark)
    {
        var width = _canvas.Narrow ? _canvas.Width : _axis.Start - Gap;
        var text = _canvas.BlockHeight(label, width, 3, bold: bold);
        var height = text + _canvas.BlockHeight(note, width, 3, _canvas.Small);
        var strip = _canvas.Narrow ? top + height + 1 : top;
        var bottom = _canvas.Narrow ? strip + 28 : top + height + 6;
        if (_canvas.Narrow)
            Guides(strip, strip + 20);
        _canvas.Block(0, top, label, width, 3, bold: bold);
        _canvas.Block(0, top + text, note, width, 3, _canvas.Small, fill: Palette.Muted);
        _canvas.Block(_estimateRight, strip, value, _estimateWidth, 1, null, Anchor.End, bold);
        mark(Middle(strip));
        return bottom;
    }

    private double Middle(double top) => top + (_canvas.Size * 0.63);

    /// <summary>The null line and the pooled line; on a phone each strip has its own piece, so no label is struck.</summary>
    private void Guides(double top, double bottom)
    {
        if (_plot.Pooled is { } pooled && _axis.Contains(pooled.Estimate))
        {
            var x = _axis.At(pooled.Estimate);
            _canvas.Line(x, top, x, bottom, Palette.Rule, 1, "2 3");
        }
        if (_axis.Contains(_plot.Null))
            _canvas.Line(_axis.At(_plot.Null), top, _axis.At(_plot.Null), bottom, Palette.Ink);
    }

    private void Interval(double y, double low, double high)
    {
        _canvas.Line(_axis.At(low), y, _axis.At(high), y, Palette.Ink, 1.5);
        Arrows(y, low, high, Palette.Ink, 4);
    }

    private void Arrows(double y, double low, double high, string colour, double half)
    {
        if (low < _axis.From)
            _canvas.Polygon([(_axis.Start, y), (_axis.Start + 8, y - half), (_axis.Start + 8, y + half)], colour);
        if (high > _axis.To)
            _canvas.Polygon([(_axis.End, y), (_axis.End - 8, y - half), (_axis.End - 8, y + half)], colour);
    }

    private void Diamond(double y, ForestSummary summary)
    {
        var (left, middle, right) = (_axis.At(summary.Low), _axis.At(summary.Estimate), _axis.At(summary.High));
        _canvas.Polygon([(left, y), (middle, y - 7), (right, y), (middle, y + 7)], Palette.Ink, Palette.Ink, 1);
        Arrows(y, summary.Low, summary.High, Palette.Ink, 5);
    }

    private void Bar(double y, ForestPrediction prediction)
    {
        var (left, right) = (_axis.At(prediction.Low), _axis.At(prediction.High));
        _canvas.Line(left, y, right, y, Palette.Orange, 5);
        foreach (
            var (limit, x) in new[] { (prediction.Low, left), (prediction.High, right) }.Where(e =>
                _axis.Contains(e.Item1)
            )
        )
        {
            _canvas.Line(x, y - 7, x, y + 7, Palette.Orange, 2);
        }
        Arrows(y, prediction.Low, prediction.High, Palette.Orange, 7);
    }

    private double Favours(double top)
    {
        var low = _plot.FavoursLow.Length > 0 ? "← " + _plot.FavoursLow : "";
        var high = _plot.FavoursHigh.Length > 0 ? _plot.FavoursHigh + " →" : "";
        var middle = _axis.At(_plot.Null);
        if (!_canvas.Narrow)
        {
            var left = _canvas.Block(middle - 10, top, low, middle - 14, 2, _canvas.Small, Anchor.End);
            return Math.Max(left, _canvas.Block(middle + 10, top, high, _canvas.Width - middle - 14, 2, _canvas.Small));
        }
        var together = TextMetrics.Width(low + high, _canvas.Small) + Gap <= _canvas.Width;
        var first = _canvas.Block(0, top, low, _canvas.Width, 2, _canvas.Small);
        var second = _canvas.Block(
            _canvas.Width,
            together ? top : top + first,
            high,
            _canvas.Width,
            2,
            _canvas.Small,
            Anchor.End
        );
        return together ? Math.Max(first, second) : first + second;
    }

    private double AxisTitle(double top) =>
        _canvas.Narrow
            ? _canvas.Block(_canvas.Width / 2, top, _plot.AxisTitle, _canvas.Width, 2, _canvas.Small, Anchor.Middle)
            : _canvas.Block(
                (_axis.Start + _axis.End) / 2,
                top,
                _plot.AxisTitle,
                2 * Math.Min((_axis.Start + _axis.End) / 2, _canvas.Width - ((_axis.Start + _axis.End) / 2)),
                2,
                _canvas.Small,
                Anchor.Middle
            );
}
