namespace Virker.Figures;

/// <summary>
/// Results that have a direction but no common scale: one bar a study, in the column it points to; the height is its
/// weight (Ogilvie et al. 2008, BMC Medical Research Methodology 8:8).
/// </summary>
public sealed record HarvestPlot : Figure
{
    /// <summary>The columns from left to right; every bar's direction must be among them.</summary>
    public required IReadOnlyList<HarvestColumn> Columns { get; init; }

    /// <summary>One row an outcome or a group.</summary>
    public required IReadOnlyList<HarvestRow> Rows { get; init; }

    /// <summary>Heading over the row labels.</summary>
    public required string RowHeading { get; init; }

    /// <summary>What the height of a bar means, in a line below.</summary>
    public string Note { get; init; } = "";

    private protected override bool IsEmpty => Columns.Count == 0 || Rows.All(r => r.Bars.Count == 0);

    private protected override void Check()
    {
        foreach (var bar in Rows.SelectMany(r => r.Bars))
        {
            Require.NotNegative(bar.Label, "the weight", bar.Weight);
            Require.AtMost(bar.Label, "the weight", bar.Weight, 1);
            if (Columns.All(c => c.Direction != bar.Direction))
                throw Require.Wrong($"\"{bar.Label}\": no column for the direction {bar.Direction}.");
        }
    }

    private protected override FigureTable Tabulate() =>
        new(
            [RowHeading, .. Columns.Select(c => c.Heading)],
            [
                .. Rows.Select(r =>
                    (IReadOnlyList<string>)
                        [r.Label, .. Columns.Select(c => string.Join("; ", In(r, c).Select(b => Name(b))))]
                ),
            ]
        );

    private static string Name(HarvestBar bar) => bar.Mark.Length > 0 ? $"{bar.Mark} {bar.Label}" : bar.Label;

    private static IEnumerable<HarvestBar> In(HarvestRow row, HarvestColumn column) =>
        row.Bars.Where(b => b.Direction == column.Direction);

    private protected override void Draw(Canvas canvas)
    {
        var label = canvas.Narrow ? 0 : Math.Min(240, Rows.Max(r => TextMetrics.Width(r.Label, canvas.Size)) + 16);
        var width = (canvas.Width - label) / Columns.Count;
        var y = Heads(canvas, label, width);
        var perLine = Math.Max(1, (int)((width - 12) / Pitch));
        foreach (var row in Rows)
        {
            var name = canvas.BlockHeight(row.Label, canvas.Narrow ? canvas.Width : label - 16, 3);
            var top = canvas.Narrow ? y + 4 + name : y;
            var lines = Columns.Max(c => (In(row, c).Count() + perLine - 1) / perLine);
            var height = Math.Max(Math.Max(1, lines) * LineHeight, canvas.Narrow ? 0 : name + 12);
            canvas.Block(
                0,
                canvas.Narrow ? y + 4 : y + Math.Max(6, (height - name) / 2),
                row.Label,
                canvas.Narrow ? canvas.Width : label - 16,
                3
            );
            foreach (var (c, column) in Columns.Index())
            {
                var left = label + (c * width);
                canvas.Line(left, top, left, top + height, Palette.Faint);
                foreach (var (i, bar) in In(row, column).Index())
                    Draw(canvas, bar, left + 8 + (i % perLine * Pitch), top + ((i / perLine) + 1) * LineHeight - 4);
            }
            y = top + height + 4;
            canvas.Line(0, y, canvas.Width, y, Palette.Rule);
        }
        y += canvas.Block(0, y + 6, Note, canvas.Width, 4, canvas.Small) + 8;
        canvas.Height = y + 2;
    }

    private double Heads(Canvas canvas, double label, double width)
    {
        var heading = canvas.Block(0, 4, canvas.Narrow ? "" : RowHeading, label - 10, 3, bold: true);
        var size = canvas.Narrow ? canvas.Small : canvas.Size;
        var height = Columns.Max(c => canvas.BlockHeight(c.Heading, width - 34, 3, size, bold: true));
        foreach (var (c, column) in Columns.Index())
        {
            DirectionMark.Draw(canvas, column.Direction, label + (c * width) + 14, 4 + (size * 0.63), 8);
            canvas.Block(label + (c * width) + 28, 4, column.Heading, width - 34, 3, size, bold: true);
        }
        var bottom = Math.Max(height, heading) + 10;
        canvas.Line(0, bottom, canvas.Width, bottom, Palette.Ink);
        return bottom;
    }

    private static void Draw(Canvas canvas, HarvestBar bar, double left, double bottom)
    {
        var height = 4 + (32 * bar.Weight);
        var colour = DirectionMark.Colour(bar.Direction);
        var hollow = bar.Direction is Direction.None or Direction.Few or Direction.Gap;
        canvas.Rect(
            left + 1,
            bottom - height,
            Pitch - 6,
            height,
            hollow ? Palette.Paper : colour,
            colour,
            1.5,
            title: bar.Label
        );
        canvas.Block(
            left + ((Pitch - 4) / 2),
            bottom - height - (canvas.Small * 1.15),
            bar.Mark,
            Pitch + 4,
            1,
            canvas.Small,
            Anchor.Middle
        );
    }

    private const double Pitch = 22;
    private const double LineHeight = 58;
}

/// <summary>One column of a harvest plot.</summary>
/// <param name="Direction">Which bars stand here.</param>
/// <param name="Heading">What it is called.</param>
public sealed record HarvestColumn(Direction Direction, string Heading);

/// <summary>One row of a harvest plot.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Bars">Its studies.</param>
public sealed record HarvestRow(string Label, IReadOnlyList<HarvestBar> Bars);

/// <summary>One study in a harvest plot.</summary>
/// <param name="Label">Its name: by pointing, and in the table.</param>
/// <param name="Direction">Which column it stands in.</param>
/// <param name="Weight">Its height, 0 to 1.</param>
/// <param name="Mark">A character or two over the bar, such as a note's number.</param>
public sealed record HarvestBar(string Label, Direction Direction, double Weight, string Mark = "");
