namespace Virker.Figures;

/// <summary>
/// Who was asked, who drew lots, and what became of either arm: the flow diagram of a randomised trial (CONSORT 2010).
/// Steps stand under each other; a step with several boxes splits, and a box beside leads out.
/// </summary>
public sealed record FlowDiagram : Figure
{
    /// <summary>From above; each with one box or two.</summary>
    public required IReadOnlyList<FlowStep> Steps { get; init; }

    /// <summary>Heading over the boxes in the table.</summary>
    public required string StepHeading { get; init; }

    /// <summary>Heading over the counts in the table.</summary>
    public required string CountHeading { get; init; }

    private const double Gap = 28;
    private const double Inside = 12;

    private protected override bool IsEmpty => Steps.Count == 0;

    private protected override void Check()
    {
        foreach (var step in Steps)
        {
            if (step.Boxes.Count is not (1 or 2))
                throw Require.Wrong($"\"{Title}\": a step has one box or two, not {step.Boxes.Count}.");
            foreach (var box in step.Boxes.Concat(step.Out))
            {
                if (box.Count < 0)
                    throw Require.Wrong($"\"{box.Text}\": {box.Count} people cannot be drawn.");
            }
        }
    }

    private protected override FigureTable Tabulate() =>
        new(
            [StepHeading, CountHeading],
            [
                .. Steps
                    .SelectMany(s => s.Boxes.Concat(s.Out))
                    .Select(b => (IReadOnlyList<string>)[b.Text, b.Count.ToString("N0", Culture)]),
            ]
        );

    private protected override void Draw(Canvas canvas)
    {
        var hasOut = Steps.Any(s => s.Out.Count > 0);
        var width = canvas.Narrow || !hasOut ? canvas.Width - 4 : canvas.Width * 0.62;
        var middle = 2 + (width / 2);
        var y = 4.0;
        IReadOnlyList<double> from = [];
        foreach (var step in Steps)
        {
            var two = step.Boxes.Count == 2;
            var each = two ? (width - Gap) / 2 : Math.Min(width, 420);
            double[] centres = two ? [2 + (each / 2), 2 + width - (each / 2)] : [middle];
            var height = step.Boxes.Max(b => BoxHeight(canvas, b, each));
            Connect(canvas, from, centres, y);
            foreach (var (box, centre) in step.Boxes.Zip(centres))
                Box(canvas, box, centre - (each / 2), y, each, height, Palette.Blue);
            var bottom = y + height;
            bottom = Beside(canvas, step, centres[^1], each / 2, y, bottom);
            // The way goes on beneath what stands under the boxes.
            foreach (var centre in centres)
                canvas.Line(centre, y + height, centre, bottom, Palette.Muted);
            (y, from) = (bottom + Gap, centres);
        }
        canvas.Height = y - Gap + 4;
    }

    // Beside the step where there is room, under it on a phone.
    private double Beside(Canvas canvas, FlowStep step, double centre, double half, double y, double bottom)
    {
        if (step.Out.Count == 0)
            return bottom;
        var right = centre + half;
        var left = canvas.Narrow ? 40 : Math.Max(right + Gap, canvas.Width * 0.66);
        var top = canvas.Narrow ? bottom + 10 : y;
        foreach (var box in step.Out)
        {
            var width = canvas.Width - left - 2;
            var height = BoxHeight(canvas, box, width);
            // Whoever stands lower than the box leaves the way beneath it.
            var middle = top + (height / 2);
            canvas.Line(
                canvas.Narrow ? 12
                    : middle <= bottom ? right
                    : centre,
                middle,
                left,
                middle,
                Palette.Muted
            );
            Box(canvas, box, left, top, width, height, Palette.Rule);
            top += height + 8;
        }
        if (canvas.Narrow)
        {
            canvas.Line(
                12,
                bottom,
                12,
                top - 8 - (BoxHeight(canvas, step.Out[^1], canvas.Width - left - 2) / 2),
                Palette.Muted
            );
        }
        return Math.Max(bottom, top - 8);
    }

    private static void Connect(Canvas canvas, IReadOnlyList<double> from, double[] to, double y)
    {
        if (from.Count == 0)
            return;
        if (from.Count == to.Length)
        {
            foreach (var x in to)
                canvas.Line(x, y - Gap, x, y, Palette.Muted);
            return;
        }
        var middle = y - (Gap / 2);
        foreach (var x in from)
            canvas.Line(x, y - Gap, x, middle, Palette.Muted);
        double[] all = [.. from, .. to];
        canvas.Line(all.Min(), middle, all.Max(), middle, Palette.Muted);
        foreach (var x in to)
            canvas.Line(x, middle, x, y, Palette.Muted);
    }

    private void Box(Canvas canvas, FlowBox box, double x, double y, double width, double height, string stroke)
    {
        canvas.Rect(x, y, width, height, Palette.Paper, stroke, 1.5);
        var top = y + Inside;
        top += canvas.Block(x + Inside, top, box.Text, width - (2 * Inside), 4, canvas.Small);
        canvas.Block(x + Inside, top, box.Count.ToString("N0", Culture), width - (2 * Inside), 1, bold: true);
    }

    private double BoxHeight(Canvas canvas, FlowBox box, double width) =>
        canvas.BlockHeight(box.Text, width - (2 * Inside), 4, canvas.Small)
        + canvas.BlockHeight(box.Count.ToString("N0", Culture), width - (2 * Inside), 1, bold: true)
        + (2 * Inside);
}

/// <summary>A step of the way.</summary>
/// <param name="Boxes">One, or one for either arm.</param>
public sealed record FlowStep(IReadOnlyList<FlowBox> Boxes)
{
    /// <summary>Who left here.</summary>
    public IReadOnlyList<FlowBox> Out { get; init; } = [];
}

/// <summary>Some people and what they have in common.</summary>
public sealed record FlowBox(string Text, int Count);
