namespace Virker.Figures;

/// <summary>
/// "Of 100 like these": a hundred small people, so that a risk can be counted. With a positive
/// <see cref="Extra"/> that many more are reached; with a negative one that many of the base are lost.
/// </summary>
public sealed record IconArray : Figure
{
    /// <summary>How many of 100 without the change.</summary>
    public required int Base { get; init; }

    /// <summary>How many more (or fewer, if negative) with it.</summary>
    public int Extra { get; init; }

    /// <summary>Heading over the groups in the table.</summary>
    public required string GroupHeading { get; init; }

    /// <summary>Heading over the counts in the table.</summary>
    public required string CountHeading { get; init; }

    /// <summary>Legend of those who are in the base either way.</summary>
    public required string BaseText { get; init; }

    /// <summary>Legend of the extra ones (or the lost ones).</summary>
    public string ExtraText { get; init; } = "";

    /// <summary>Legend of the others.</summary>
    public required string RestText { get; init; }

    private protected override bool IsEmpty => false;

    private protected override void Check()
    {
        if (Base is < 0 or > 100 || Base + Extra is < 0 or > 100)
            throw Require.Wrong($"\"{Title}\": {Base} and {Extra} more do not fit into 100.");
    }

    private IReadOnlyList<(string Text, int Count, Action<Canvas, double, double, double> Mark)> Groups
    {
        get
        {
            var kept = Math.Min(Base, Base + Extra);
            var rest = 100 - Math.Max(Base, Base + Extra);
            return
            [
                (BaseText, kept, (c, x, y, s) => Person(c, x, y, s, Palette.Blue, Palette.Blue)),
                .. Extra == 0
                    ? Array.Empty<(string, int, Action<Canvas, double, double, double>)>()
                    : [(ExtraText, Math.Abs(Extra), Extra > 0 ? Gained : Lost)],
                (RestText, rest, (c, x, y, s) => Person(c, x, y, s, Palette.Paper, Palette.Rule)),
            ];
        }
    }

    private protected override FigureTable Tabulate() =>
        new(
            [GroupHeading, CountHeading],
            [.. Groups.Select(g => (IReadOnlyList<string>)[g.Text, g.Count.ToString(Culture)])]
        );

    private protected override void Draw(Canvas canvas)
    {
        const double Step = 34;
        var left = canvas.Narrow ? (canvas.Width - (10 * Step)) / 2 : 0;
        var people = Groups.SelectMany(g => Enumerable.Repeat(g.Mark, g.Count));
        foreach (var (i, mark) in people.Index())
            mark(canvas, left + ((i % 10 + 0.5) * Step), ((i / 10) + 0.5) * Step, Step - 6);
        var x = canvas.Narrow ? left : (10 * Step) + 48;
        var y = canvas.Narrow ? (10 * Step) + 16 : 60.0;
        foreach (var (text, count, mark) in Groups)
        {
            mark(canvas, x + 16, y + 16, 28);
            canvas.Text(x + 84, y + 26, count.ToString(Culture), 28, Anchor.End, bold: true);
            var room = canvas.Width - x - 100;
            var height = canvas.BlockHeight(text, room, 4);
            canvas.Block(x + 98, y + 16 - (canvas.Size * 0.63), text, room, 4);
            y += Math.Max(44, height + 16);
        }
        canvas.Height = Math.Max(y, 10 * Step);
    }

    private static void Gained(Canvas canvas, double x, double y, double size)
    {
        canvas.Rect(x - (size / 2) - 1, y - (size / 2) - 1, size + 2, size + 2, Palette.Orange);
        Person(canvas, x, y, size, Palette.Paper, Palette.Paper);
    }

    private static void Lost(Canvas canvas, double x, double y, double size)
    {
        Person(canvas, x, y, size, Palette.Paper, Palette.Orange);
        canvas.Line(x - (size * 0.4), y + (size * 0.45), x + (size * 0.4), y - (size * 0.45), Palette.Orange, 3);
    }

    /// <summary>A head and shoulders.</summary>
    private static void Person(Canvas canvas, double x, double y, double size, string fill, string stroke)
    {
        canvas.Circle(x, y - (size * 0.25), size * 0.17, fill, stroke, 1.25);
        var (half, top, bottom) = (size * 0.28, y, y + (size * 0.42));
        canvas.Polygon(
            [
                (x - half, bottom),
                (x - half, top + (size * 0.14)),
                (x - (half * 0.5), top),
                (x + (half * 0.5), top),
                (x + half, top + (size * 0.14)),
                (x + half, bottom),
            ],
            fill,
            stroke,
            1.25
        );
    }
}
