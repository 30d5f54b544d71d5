namespace Virker.Figures;

/// <summary>Horizontal bars from zero, with an interval where there is one.</summary>
public sealed record BarFigure : Figure
{
    /// <summary>The bars in the order they are shown.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>Heading over the labels in the table.</summary>
    public required string RowHeading { get; init; }

    /// <summary>What the axis measures.</summary>
    public required string ValueHeading { get; init; }

    /// <summary>.NET format of the values, such as "0.0" or "P0".</summary>
    public string ValueFormat { get; init; } = "0.##";

    private protected override bool IsEmpty => Bars.Count == 0;

    private protected override void Check() { }

    private protected override void Draw(Canvas canvas) => canvas.EmptyFrame(Title);

    private protected override FigureTable Tabulate() => throw new NotSupportedException();
}

/// <summary>One bar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its length from zero; may be negative.</param>
/// <param name="Low">Lower limit of the interval; both limits or none.</param>
/// <param name="High">Upper limit of the interval.</param>
/// <param name="Highlighted">Drawn in the second colour with a heavy outline.</param>
public sealed record Bar(string Label, double Value, double? Low = null, double? High = null, bool Highlighted = false);
