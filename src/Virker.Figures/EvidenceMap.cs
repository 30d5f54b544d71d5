namespace Virker.Figures;

/// <summary>
/// A matrix of what is known: each cell shows which way the results point (shape), how strong they are (size) and how
/// many there are (number). A cell that is not given is drawn as a gap.
/// </summary>
public sealed record EvidenceMap : Figure
{
    /// <summary>Headings of the rows.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Headings of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The cells that hold something; at most one a place.</summary>
    public required IReadOnlyList<MapCell> Cells { get; init; }

    /// <summary>The texts.</summary>
    public required MapTexts Texts { get; init; }

    internal override bool HasLinks => Cells.Any(c => c.Href is not null);

    private protected override bool IsEmpty => Rows.Count == 0 || Columns.Count == 0;

    private protected override void Check()
    {
        var taken = new HashSet<(int, int)>();
        foreach (var cell in Cells)
        {
            var place = $"cell {cell.Row}, {cell.Column}";
            if (cell.Row < 0 || cell.Row >= Rows.Count || cell.Column < 0 || cell.Column >= Columns.Count)
                throw Require.Wrong($"{place} is outside the map of {Rows.Count} rows and {Columns.Count} columns.");
            place = $"\"{Rows[cell.Row]}\" × \"{Columns[cell.Column]}\"";
            if (!taken.Add((cell.Row, cell.Column)))
                throw Require.Wrong($"{place} is given twice.");
            if (cell.Strength < 0 || cell.Strength >= Math.Max(1, Texts.Strengths.Count))
                throw Require.Wrong($"{place}: strength {cell.Strength} has no name among the texts.");
            // No other beginning can carry a script.
            if (cell.Href is { } href && !Starts.Any(s => href.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
                throw Require.Wrong($"{place}: the link \"{href}\" must start with one of {string.Join(' ', Starts)}");
        }
        foreach (var direction in Shown.Where(d => !Texts.Directions.ContainsKey(d)))
            throw Require.Wrong($"\"{Title}\": the direction {direction} has no name among the texts.");
    }

    private static readonly string[] Starts = ["/", "#", "?", "http://", "https://"];

    private IEnumerable<Direction> Shown => Cells.Select(c => c.Direction).Append(Direction.Gap).Distinct().Order();

    private MapCell At(int row, int column) =>
        Cells.FirstOrDefault(c => c.Row == row && c.Column == column) ?? new MapCell(row, column, Direction.Gap);

    private string Words(MapCell cell)
    {
        var strength =
            Texts.Strengths.Count > 0 && cell.Direction is not (Direction.Gap or Direction.Few)
                ? Texts.Strengths[cell.Strength]
                : "";
        string[] words = [Texts.Directions[cell.Direction], strength, cell.Amount];
        return string.Join(", ", words.Where(w => w.Length > 0));
    }

    private protected override FigureTable Tabulate() =>
        new(
            [Texts.Corner, .. Columns],
            [
                .. Rows.Select(
                    (name, row) =>
                        (IReadOnlyList<string>)[name, .. Columns.Select((_, column) => Words(At(row, column)))]
                ),
            ]
        );

    private protected override void Draw(Canvas canvas)
    {
        var label = canvas.Narrow ? 0 : Math.Min(260, Rows.Max(r => TextMetrics.Width(r, canvas.Size)) + 14);
        // Rotated headings of the last columns lean out to the right.
        var lean = canvas.Narrow ? 0 : HeadLength * Cos45;
        var most = Math.Max(1, (int)((canvas.Width - label - lean) / 42));
        var blocks = (Columns.Count + most - 1) / most;
        var perBlock = (Columns.Count + blocks - 1) / blocks;
        var cell = Math.Min(canvas.Narrow ? 60 : 96, (canvas.Width - label - lean) / perBlock);
        var y = 4.0;
        for (var first = 0; first < Columns.Count; first += perBlock)
            y = Block(canvas, y, label, cell, first, Math.Min(perBlock, Columns.Count - first)) + 16;
        y += Legend.Draw(canvas, 0, y, Entries(canvas), 34);
        canvas.Height = y + 4;
    }

    private double Block(Canvas canvas, double top, double label, double cell, int first, int count)
    {
        var y = canvas.Narrow ? Key(canvas, top, cell, first, count) : Heads(canvas, top, label, cell, first, count);
        var right = canvas.Narrow ? canvas.Width : label + (cell * count);
        for (var row = 0; row < Rows.Count; row++)
        {
            canvas.Line(0, y, right, y, Palette.Faint);
            var height = canvas.BlockHeight(Rows[row], label - 10, 3);
            if (canvas.Narrow)
                y += 4 + canvas.Block(0, y + 4, Rows[row], canvas.Width, 3);
            else
                canvas.Block(0, y + Math.Max(4, (CellHeight - height) / 2), Rows[row], label - 10, 3);
            for (var column = first; column < first + count; column++)
                Cell(canvas, At(row, column), label + (cell * (column - first)), y, cell);
            y += Math.Max(CellHeight, canvas.Narrow ? 0 : height + 8);
        }
        canvas.Line(0, y, right, y, Palette.Ink);
        return y;
    }

    private void Cell(Canvas canvas, MapCell cell, double left, double top, double width)
    {
        var middle = left + (width / 2);
        if (cell.Href is { } href)
        {
            canvas.OpenLink(href, $"{Rows[cell.Row]}, {Columns[cell.Column]}: {Words(cell)}");
            canvas.Rect(left + 2, top + 2, width - 4, CellHeight - 4, Palette.Paper);
        }
        DirectionMark.Draw(canvas, cell.Direction, middle, top + 21, Radius(cell));
        canvas.Block(middle, top + 39, cell.Amount, width, 1, canvas.Small, Anchor.Middle);
        if (cell.Href is not null)
            canvas.CloseLink();
    }

    private double Radius(MapCell cell) =>
        cell.Direction is Direction.Gap or Direction.Few ? 11 : Radius(cell.Strength);

    private double Radius(int strength) =>
        Texts.Strengths.Count < 2 ? 12 : 8 + (8.0 * strength / (Texts.Strengths.Count - 1));

    private double Heads(Canvas canvas, double top, double label, double cell, int first, int count)
    {
        canvas.Block(0, top, Texts.Corner, label - 10, 3, bold: true);
        var heads = Columns.Skip(first).Take(count).ToList();
        var wrapped = heads.ConvertAll(h => TextMetrics.Wrap(h, HeadLength, canvas.Small, 2));
        var height = wrapped.Max(lines => lines.Max(l => TextMetrics.Width(l, canvas.Small))) * Cos45;
        height = Math.Max(height + (2 * canvas.Small), canvas.BlockHeight(Texts.Corner, label - 10, 3, bold: true));
        foreach (var (index, lines) in wrapped.Index())
        {
            var whole = TextMetrics.IsCut(lines, heads[index]) ? heads[index] : null;
            var x = label + (cell * (index + 0.5));
            for (var line = 0; line < lines.Count; line++)
            {
                // The second line stands below the first, seen along the slope.
                var back = (lines.Count - 1 - line) * canvas.Small * Canvas.Leading * Cos45;
                canvas.Text(x - back, top + height - back, lines[line], canvas.Small, whole: whole, rotate: -45);
            }
        }
        return top + height + 8;
    }

    /// <summary>On a phone the columns have numbers, named in a key.</summary>
    private double Key(Canvas canvas, double top, double cell, int first, int count)
    {
        var y = top;
        for (var column = first; column < first + count; column++)
        {
            canvas.Text(0, y + canvas.Size, Number(column), bold: true);
            y += canvas.Block(28, y, Columns[column], canvas.Width - 28);
        }
        y += 8;
        for (var column = first; column < first + count; column++)
        {
            canvas.Text(
                cell * (column - first + 0.5),
                y + canvas.Size,
                Number(column),
                null,
                Anchor.Middle,
                bold: true
            );
        }
        return y + (canvas.Size * Canvas.Leading) + 4;
    }

    private string Number(int column) => (column + 1).ToString(Culture);

    private IEnumerable<(string, Action<double, double>)> Entries(Canvas canvas) =>
        Shown
            .Select(d =>
                (Texts.Directions[d], (Action<double, double>)((x, y) => DirectionMark.Draw(canvas, d, x, y, 11)))
            )
            .Concat(
                Texts.Strengths.Select(
                    (name, index) =>
                        (
                            name,
                            (Action<double, double>)(
                                (x, y) => canvas.Circle(x, y, Radius(index), Palette.Paper, Palette.Ink)
                            )
                        )
                )
            );

    private const double CellHeight = 58;
    private const double HeadLength = 190;
    private const double Cos45 = 0.7071;
}

/// <summary>One cell of an evidence map.</summary>
/// <param name="Row">Index into the rows, from 0.</param>
/// <param name="Column">Index into the columns, from 0.</param>
/// <param name="Direction">Which way the results point.</param>
/// <param name="Strength">Index into <see cref="MapTexts.Strengths"/>, from 0, the weakest.</param>
/// <param name="Amount">How many results, as text under the mark.</param>
/// <param name="Href">Where the cell leads: starts with '/', '#', '?', 'http://' or 'https://'.</param>
public sealed record MapCell(
    int Row,
    int Column,
    Direction Direction,
    int Strength = 0,
    string Amount = "",
    string? Href = null
);

/// <summary>The texts of an evidence map.</summary>
/// <param name="Corner">Heading over the row headings.</param>
/// <param name="Directions">What each direction is called; all that occur must be there, and the gap.</param>
/// <param name="Strengths">What the sizes are called, from the weakest to the strongest; may be empty.</param>
public sealed record MapTexts(
    string Corner,
    IReadOnlyDictionary<Direction, string> Directions,
    IReadOnlyList<string> Strengths
);
