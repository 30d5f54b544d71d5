namespace Virker.Figures;

/// <summary>
/// The share of each unit against how many people it has, with the region where it would lie by chance: a small unit
/// far from the middle is no surprise, a large one is.
/// </summary>
public sealed record ShareFunnel : Figure
{
    /// <summary>The units.</summary>
    public required IReadOnlyList<ShareFunnelPoint> Points { get; init; }

    /// <summary>The share of all together, from 0 to 1: a horizontal line.</summary>
    public required double Middle { get; init; }

    /// <summary>The regions, by rising number of people; they should reach past the largest unit.</summary>
    public required IReadOnlyList<ShareFunnelLimit> Limits { get; init; }

    /// <summary>The texts.</summary>
    public required ShareFunnelTexts Texts { get; init; }

    private protected override bool IsEmpty => Points.Count == 0;

    private protected override void Check()
    {
        Share(Title, Middle);
        foreach (var point in Points)
        {
            Share(point.Label, point.Share);
            Require.NotNegative(point.Label, "people", point.People);
            Require.AtMost(point.Label, "people", point.People, 1e100);
        }
        var before = 0.0;
        foreach (var limit in Limits)
        {
            Require.Finite(Title, "people of a limit", limit.People);
            if (limit.People < before)
                throw Require.Wrong($"\"{Title}\": the limits' people fall from {before} to {limit.People}.");
            before = limit.People;
            Require.Interval(Title, limit.Low, limit.High);
            Require.Interval(Title, limit.FarLow, limit.FarHigh);
        }

        static void Share(string row, double value)
        {
            if (!(value >= 0 && value <= 1))
                throw Require.Wrong($"\"{row}\": a share lies from 0 to 1, not {value}.");
        }
    }

    private protected override FigureTable Tabulate() =>
        new(
            [Texts.Row, Texts.People, Texts.Share],
            [
                .. Points.Select(p =>
                    (IReadOnlyList<string>)
                        [p.Label, Numbers.Label(p.People, "#,##0", Culture), Numbers.Label(p.Share, Percent, Culture)]
                ),
            ]
        );

    private protected override void Draw(Canvas canvas)
    {
        var y = 4 + Legend.Draw(canvas, 0, 2, Entries(canvas));
        y += canvas.Block(0, y + 4, Texts.Share, canvas.Width, 2, canvas.Small) + 14;
        var bottom = y + (canvas.Narrow ? 240 : 340);
        var high = Math.Min(1, Math.Max(Middle * 2.5, Points.Max(p => p.Share) * 1.15));
        var up = new Axis(0, high > 0 ? high : 1, bottom, y);
        var left = AxisDrawing.VerticalWidth(canvas, up, Percent, Culture);
        var along = new Axis(0, Math.Max(1, Points.Max(p => p.People) * 1.1), left, canvas.Width - 10);
        var limits = Limits.Where(l => l.People <= along.To).ToList();
        if (limits.Count > 1)
        {
            Region(limits, l => l.FarLow, l => l.FarHigh, Palette.Contours[1]);
            Region(limits, l => l.Low, l => l.High, Palette.Paper);
        }
        AxisDrawing.Vertical(canvas, up, left, along.End, Percent, Culture, grid: false);
        canvas.Line(along.Start, up.At(Middle), along.End, up.At(Middle), Palette.Ink, 1.5);
        foreach (var point in Points)
        {
            var (x, at) = (along.At(point.People), up.At(point.Share));
            Mark(canvas, x, at, point.Label);
            // Named where few can be told apart, on the side with room.
            var room = Math.Max(x, canvas.Width - x) - 14;
            if (Points.Count <= MostNamed && TextMetrics.Width(point.Label, canvas.Small) < room)
            {
                var isLeft = x > canvas.Width / 2;
                canvas.Text(
                    isLeft ? x - 9 : x + 9,
                    at + (canvas.Small * 0.35),
                    point.Label,
                    canvas.Small,
                    isLeft ? Anchor.End : Anchor.Start
                );
            }
        }
        canvas.Height = AxisDrawing.Horizontal(canvas, along, bottom, "0", Culture, Texts.People) + 6;

        void Region(
            List<ShareFunnelLimit> among,
            Func<ShareFunnelLimit, double> low,
            Func<ShareFunnelLimit, double> top,
            string ground
        ) =>
            canvas.Polygon(
                [
                    .. among.Select(l => (along.At(l.People), up.At(top(l)))),
                    .. among.AsEnumerable().Reverse().Select(l => (along.At(l.People), up.At(low(l)))),
                ],
                ground,
                Palette.Rule,
                1
            );
    }

    private IEnumerable<(string, Action<double, double>)> Entries(Canvas canvas)
    {
        yield return (Texts.Unit, (x, y) => Mark(canvas, x, y, ""));
        yield return (Texts.Middle, (x, y) => canvas.Line(x - 15, y, x + 15, y, Palette.Ink, 1.5));
        yield return (Texts.Region, (x, y) => canvas.Rect(x - 12, y - 7, 24, 14, Palette.Paper, Palette.Rule, 1));
        yield return (
            Texts.FarRegion,
            (x, y) => canvas.Rect(x - 12, y - 7, 24, 14, Palette.Contours[1], Palette.Rule, 1)
        );
    }

    private static void Mark(Canvas canvas, double x, double y, string label) =>
        canvas.Circle(x, y, 5, Palette.Blue, Palette.Paper, 1, label);

    private const int MostNamed = 12;
    private const string Percent = "0 %";
}

/// <summary>One unit.</summary>
/// <param name="Label">Its name.</param>
/// <param name="People">How many it has.</param>
/// <param name="Share">From 0 to 1.</param>
public sealed record ShareFunnelPoint(string Label, double People, double Share);

/// <summary>Where a unit with so many people would lie by chance.</summary>
/// <param name="People">How many.</param>
/// <param name="Low">The near region's lower edge.</param>
/// <param name="High">Its upper edge.</param>
/// <param name="FarLow">The far region's lower edge.</param>
/// <param name="FarHigh">Its upper edge.</param>
public sealed record ShareFunnelLimit(double People, double Low, double High, double FarLow, double FarHigh);

/// <summary>The texts of a funnel of shares.</summary>
/// <param name="Row">Heading over the labels in the table.</param>
/// <param name="People">Title of the horizontal axis.</param>
/// <param name="Share">Title of the vertical axis.</param>
/// <param name="Unit">Legend of a unit.</param>
/// <param name="Middle">Legend of the line.</param>
/// <param name="Region">Legend of the near region.</param>
/// <param name="FarRegion">Legend of the far region.</param>
public sealed record ShareFunnelTexts(
    string Row,
    string People,
    string Share,
    string Unit,
    string Middle,
    string Region,
    string FarRegion
);
