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

    /// <summary>.NET format of the values in the table; a percentage also on the axis.</summary>
    public string YFormat { get; init; } = "0.##";

    /// <summary>Lowest value on the vertical axis if it should be below the data, such as 0.</summary>
    public double? YFrom { get; init; }

    /// <summary>Highest value on the vertical axis if it should be above the data, such as 1.</summary>
    public double? YTo { get; init; }

    private protected override bool IsEmpty => Series.All(s => s.Points.Count == 0);

    private protected override void Check() { }

    private protected override void Draw(Canvas canvas) => canvas.EmptyFrame(Title);

    private protected override FigureTable Tabulate() => throw new NotSupportedException();
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
