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

    private protected override void Check() { }

    private protected override void Draw(Canvas canvas) => canvas.EmptyFrame(Title);

    private protected override FigureTable Tabulate() => throw new NotSupportedException();
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
