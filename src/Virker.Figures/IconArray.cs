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

    private protected override void Check() { }

    private protected override void Draw(Canvas canvas) => canvas.EmptyFrame(Title);

    private protected override FigureTable Tabulate() => throw new NotSupportedException();
}
