using System.Globalization;

namespace Virker.Figures;

/// <summary>
/// The width a figure is composed for. A page can carry both and let a media query choose; their ids differ.
/// </summary>
public enum Layout
{
    /// <summary>900 units wide: desktop and print.</summary>
    Wide,

    /// <summary>360 units wide: a phone. Labels stand above their marks; no text is smaller than 12 units.</summary>
    Narrow,
}

/// <summary>How the values of a horizontal axis are spread.</summary>
public enum AxisScale
{
    /// <summary>Equal differences, equal lengths.</summary>
    Linear,

    /// <summary>Equal ratios, equal lengths: for risk ratios, odds ratios and hazard ratios.</summary>
    Log,
}

/// <summary>The numbers of a figure as text, for the accessible table beside it.</summary>
/// <param name="Header">One heading a column.</param>
/// <param name="Rows">Each row has as many cells as the header; the first cell is the row's heading.</param>
public sealed record FigureTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// What all figures share. Every text comes from the caller; every number in a text is written with
/// <see cref="Culture"/>; the same record always gives the same bytes, whatever the machine's culture.
/// </summary>
public abstract record Figure
{
    private protected Figure() { }

    /// <summary>Prefix of every id in the SVG, unique on the page: a letter, then letters, digits, '-' or '_'.</summary>
    public required string Id { get; init; }

    /// <summary>The figure's name, read aloud first.</summary>
    public required string Title { get; init; }

    /// <summary>What the figure shows, in a sentence or two: read aloud instead of the picture.</summary>
    public required string Description { get; init; }

    /// <summary>The language of the texts and the form of the numbers.</summary>
    public required CultureInfo Culture { get; init; }

    /// <summary>What to write in the frame when there is nothing to draw.</summary>
    public string EmptyText { get; init; } = "";

    /// <summary>The same numbers as in the picture.</summary>
    /// <exception cref="ArgumentException">A value cannot be drawn; the message names the row.</exception>
    public FigureTable Table
    {
        get
        {
            Check();
            return Tabulate();
        }
    }

    /// <summary>
    /// The picture as one <c>svg</c> element with role, title, description and viewBox, without script, style or fixed
    /// width, ready for a page with a strict content security policy and for a file of its own.
    /// </summary>
    /// <exception cref="ArgumentException">A value cannot be drawn; the message names the row.</exception>
    public string ToSvg(Layout layout = Layout.Wide)
    {
        if (!IsId(Id))
            throw Require.Wrong($"\"{Id}\" cannot be an id: a letter, then letters, digits, '-' or '_'.");
        Check();
        var canvas = new Canvas(layout);
        if (IsEmpty)
            canvas.EmptyFrame(EmptyText);
        else
            Draw(canvas);
        return canvas.ToSvg(this);
    }

    private protected abstract bool IsEmpty { get; }

    /// <summary>A picture with links inside must be a group: the parts of an image cannot take focus.</summary>
    internal virtual bool HasLinks => false;

    private protected abstract void Check();

    private protected abstract FigureTable Tabulate();

    private protected abstract void Draw(Canvas canvas);

    private static bool IsId(string id) =>
        id.Length > 0 && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
