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

    private protected override void Check() { }

    private protected override void Draw(Canvas canvas) => canvas.EmptyFrame(Title);

    private protected override FigureTable Tabulate() => throw new NotSupportedException();
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
