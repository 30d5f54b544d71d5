namespace Virker.Figures;

/// <summary>Series over a horizontal axis, each with its own colour, dash and marker, and a band where there is one.</summary>
public sealed record LineFigure : Figure
{
    /// <summary>At most six series; the points of each by rising X.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>What the horizontal axis measures.</summary>
    public required string XTitle { get; init; }

    /// <summary>What the vertical axis measures.</summary>
    public required string YTitle { get; init; }

    /// <summary>Heading over the series' names in the table.</summary>
    public required string SeriesHeading { get; init; }

    /// <summary>.NET format of the values in the table; a percentage also on the axis.</summary>
    public string XFormat { get; init; } = "0.##";

    /// <summary>Names of X = 0, 1, 2 …, such as the quarters of a year; numbers where it is null.</summary>
    public IReadOnlyList<string>? XNames { get; init; }

    /// <summary>.NET format of the values in the table; a percentage also on the axis.</summary>
    public string YFormat { get; init; } = "0.##";

    /// <summary>Lowest value on the vertical axis if it should be below the data, such as 0.</summary>
    public double? YFrom { get; init; }

    /// <summary>Highest value on the vertical axis if it should be above the data, such as 1.</summary>
    public double? YTo { get; init; }

    private protected override bool IsEmpty => Series.All(s => s.Points.Count == 0);

    private protected override void Check()
    {
        if (Series.Count > Palette.Series.Count)
        {
            throw Require.Wrong(
                $"\"{Title}\": {Series.Count} series; more than {Palette.Series.Count} cannot be told apart."
            );
        }
        Require.Finite(Title, "the lowest value", YFrom ?? 0);
        Require.Finite(Title, "the highest value", YTo ?? 0);
        foreach (var series in Series)
        {
            var before = double.NegativeInfinity;
            foreach (var point in series.Points)
            {
                Require.Finite(series.Name, "X", point.X);
                Require.Finite(series.Name, "Y", point.Y);
                if (XNames is not null && NameOf(point.X) is null)
                    throw Require.Wrong($"\"{series.Name}\": X = {Text(point.X, XFormat)} has no name.");
                if (point.Low is not null || point.High is not null)
                    Require.Interval(series.Name, point.Low ?? double.NaN, point.High ?? double.NaN);
                if (point.X < before)
                {
                    throw Require.Wrong(
                        $"\"{series.Name}\": X falls from {Text(before, XFormat)} to {Text(point.X, XFormat)}."
                    );
                }
                before = point.X;
            }
        }
    }

    private string Text(double value, string format) => Numbers.Label(value, format, Culture);

    private string? NameOf(double x) =>
        XNames is { } names && x >= 0 && x < names.Count && x == Math.Floor(x) ? names[(int)x] : null;

    private string Text(LinePoint point) =>
        point is { Low: { } low, High: { } high }
            ? $"{Text(point.Y, YFormat)} ({Numbers.Interval(low, high, YFormat, Culture)})"
            : Text(point.Y, YFormat);

    private protected override FigureTable Tabulate() =>
        new(
            [SeriesHeading, XTitle, YTitle],
            [
                .. Series.SelectMany(s =>
                    s.Points.Select(p => (IReadOnlyList<string>)[s.Name, NameOf(p.X) ?? Text(p.X, XFormat), Text(p)])
                ),
            ]
        );

    private protected override void Draw(Canvas canvas)
    {
        var points = Series.SelectMany(s => s.Points).ToList();
        var y = 4 + Legend.Draw(canvas, 0, 2, Series.Select((s, i) => (s.Name, Symbol(canvas, i))));
        y += canvas.Block(0, y + 4, YTitle, canvas.Width, 2, canvas.Small) + 14;
        var low = Math.Min(YFrom ?? double.MaxValue, points.Min(p => Math.Min(p.Y, p.Low ?? p.Y)));
        var high = Math.Max(YTo ?? double.MinValue, points.Max(p => Math.Max(p.Y, p.High ?? p.Y)));
        var bottom = y + (canvas.Narrow ? 240 : 360);
        var up = Axis.Over(low, high, bottom, y, room: 0.02);
        // A chosen end is the end: zero stands on the axis.
        up = up with
        {
            From = low == YFrom && high > low ? low : up.From,
            To = high == YTo && high > low ? high : up.To,
        };
        var left = AxisDrawing.VerticalWidth(canvas, up, YFormat, Culture);
        var along = Axis.Over(points.Min(p => p.X), points.Max(p => p.X), left, canvas.Width - 10, room: 0.01);
        AxisDrawing.Vertical(canvas, up, left, along.End, YFormat, Culture);
        foreach (var (i, series) in Series.Index().Where(s => s.Item.Points.Any(p => p.Low is not null)))
            canvas.Polygon(Band(series, along, up), Palette.Bands[i], Palette.Series[i], 0.75);
        foreach (var (i, series) in Series.Index().Where(s => s.Item.Points.Count > 0))
        {
            canvas.Polyline(Path(series, along, up, p => p.Y), Palette.Series[i], 2.5, Dashes[i]);
            if (!series.Step && series.Points.Count <= 40)
            {
                foreach (var point in series.Points)
                    Marker(canvas, i, along.At(point.X), up.At(point.Y));
            }
        }
        canvas.Height =
            AxisDrawing.Horizontal(canvas, along, bottom, XFormat, Culture, XTitle, XNames is null ? null : NameOf) + 6;
    }

    private Action<double, double> Symbol(Canvas canvas, int i) =>
        (x, y) =>
        {
            canvas.Line(x - 16, y, x + 16, y, Palette.Series[i], 2.5, Dashes[i]);
            if (!Series[i].Step)
                Marker(canvas, i, x, y);
        };

    private static IEnumerable<(double X, double Y)> Path(
        LineSeries series,
        Axis along,
        Axis up,
        Func<LinePoint, double> value
    )
    {
        LinePoint? before = null;
        foreach (var point in series.Points)
        {
            if (series.Step && before is not null)
                yield return (along.At(point.X), up.At(value(before)));
            yield return (along.At(point.X), up.At(value(point)));
            before = point;
        }
    }

    private static IEnumerable<(double X, double Y)> Band(LineSeries series, Axis along, Axis up) =>
        Path(series, along, up, p => p.High ?? p.Y).Concat(Path(series, along, up, p => p.Low ?? p.Y).Reverse());

    private static void Marker(Canvas canvas, int index, double x, double y)
    {
        var (ink, r) = (Palette.Series[index], 4.5);
        switch (index)
        {
            case 0:
                canvas.Circle(x, y, r, ink);
                break;
            case 1:
                canvas.Rect(x - r, y - r, 2 * r, 2 * r, Palette.Paper, ink, 2);
                break;
            case 2:
                canvas.Polygon([(x, y - r - 1), (x + r + 1, y + r), (x - r - 1, y + r)], ink);
                break;
            case 3:
                canvas.Polygon([(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)], Palette.Paper, ink, 2);
                break;
            case 4:
                canvas.Circle(x, y, r, Palette.Paper, ink, 2);
                break;
            default:
                canvas.Rect(x - r, y - r, 2 * r, 2 * r, ink);
                break;
        }
    }

    private static readonly string?[] Dashes = [null, "8 4", "2 3", "12 3 2 3", "5 2", "1 3"];
}

/// <summary>One line.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Points">By rising X.</param>
/// <param name="Step">Whether a value holds until the next point (survival curves, ledgers).</param>
public sealed record LineSeries(string Name, IReadOnlyList<LinePoint> Points, bool Step = false);

/// <summary>One point on a line.</summary>
/// <param name="X">Horizontal value.</param>
/// <param name="Y">Vertical value.</param>
/// <param name="Low">Lower edge of the band; both edges or none.</param>
/// <param name="High">Upper edge of the band.</param>
public sealed record LinePoint(double X, double Y, double? Low = null, double? High = null);
