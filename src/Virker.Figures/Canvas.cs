using System.Text;

namespace Virker.Figures;

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Writes SVG with presentation attributes only. The figure sets <see cref="Height"/> when it knows it.</summary>
internal sealed class Canvas(Layout layout)
{
    private const string Font = "Arial, Helvetica, 'Liberation Sans', sans-serif";
    private readonly StringBuilder _body = new();

    public bool Narrow => layout == Layout.Narrow;

    public double Width => Narrow ? 360 : 900;

    public double Height { get; set; }

    /// <summary>Size of ordinary text.</summary>
    public double Size => Narrow ? 14 : 15;

    /// <summary>Size of tick labels and notes.</summary>
    public double Small => Narrow ? 12 : 13;

    /// <summary>From one baseline to the next, in shares of the size.</summary>
    public const double Leading = 1.3;

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null)
    {
        _body.Append("<line");
        Coordinates(("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));
        Paint(null, stroke, width, dash);
        _body.Append("/>\n");
    }

    public void Rect(
        double x,
        double y,
        double width,
        double height,
        string fill,
        string? stroke = null,
        double strokeWidth = 1.5,
        string? dash = null,
        string title = ""
    )
    {
        _body.Append("<rect");
        Coordinates(("x", x), ("y", y), ("width", width), ("height", height));
        Paint(fill, stroke, strokeWidth, dash);
        Close("rect", title);
    }

    public void Circle(
        double x,
        double y,
        double radius,
        string fill,
        string? stroke = null,
        double strokeWidth = 1.5,
        string title = ""
    )
    {
        _body.Append("<circle");
        Coordinates(("cx", x), ("cy", y), ("r", radius));
        Paint(fill, stroke, strokeWidth, null);
        Close("circle", title);
    }

    public void Polygon(
        IEnumerable<(double X, double Y)> points,
        string fill,
        string? stroke = null,
        double strokeWidth = 1.5
    ) => Points("polygon", points, fill, stroke, strokeWidth, null);

    public void Polyline(
        IEnumerable<(double X, double Y)> points,
        string stroke,
        double strokeWidth = 1.5,
        string? dash = null
    ) => Points("polyline", points, "none", stroke, strokeWidth, dash);

    /// <summary>One line of text on the baseline <paramref name="y"/>.</summary>
    public void Text(
        double x,
        double y,
        string text,
        double? size = null,
        Anchor anchor = Anchor.Start,
        bool bold = false,
        string fill = Palette.Ink,
        string? whole = null,
        double rotate = 0
    )
    {
        if (text.Length == 0)
            return;
        _body.Append("<text");
        Coordinates(("x", x), ("y", y));
        if (size is { } s && s != Size)
            Coordinates(("font-size", s));
        if (anchor != Anchor.Start)
            Attribute("text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        if (bold)
            Attribute("font-weight", "bold");
        if (rotate != 0)
        {
            Attribute(
                "transform",
                $"rotate({Numbers.Coordinate(rotate)} {Numbers.Coordinate(x)} {Numbers.Coordinate(y)})"
            );
        }
        Attribute("fill", fill);
        _body.Append('>');
        if (whole is not null)
            _body.Append("<title>").Append(Escaped(whole)).Append("</title>");
        _body.Append(Escaped(text)).Append("</text>\n");
    }

    /// <summary>
    /// Text in lines from the top <paramref name="top"/>, wrapped to <paramref name="width"/>; what is cut can be read
    /// by pointing. Returns the height.
    /// </summary>
    public double Block(
        double x,
        double top,
        string text,
        double width,
        int maxLines = 2,
        double? size = null,
        Anchor anchor = Anchor.Start,
        bool bold = false,
        string fill = Palette.Ink
    )
    {
        if (string.IsNullOrWhiteSpace(text))
            return 0;
        var points = size ?? Size;
        var lines = TextMetrics.Wrap(text, width, points, maxLines, bold);
        var whole = TextMetrics.IsCut(lines, text) ? text : null;
        for (var i = 0; i < lines.Count; i++)
            Text(x, top + (points * (0.98 + (i * Leading))), lines[i], points, anchor, bold, fill, whole);
        return lines.Count * points * Leading;
    }

    /// <summary>The height <see cref="Block"/> would take.</summary>
    public double BlockHeight(string? text, double width, int maxLines = 2, double? size = null, bool bold = false) =>
        string.IsNullOrWhiteSpace(text)
            ? 0
            : TextMetrics.Wrap(text, width, size ?? Size, maxLines, bold).Count * (size ?? Size) * Leading;

    /// <summary>Where the drawing has come to; see <see cref="Under"/>.</summary>
    public int Position => _body.Length;

    /// <summary>Draws beneath all that was drawn since <paramref name="position"/>.</summary>
    public void Under(int position, Action draw)
    {
        var above = _body.ToString(position, _body.Length - position);
        _body.Length = position;
        draw();
        _body.Append(above);
    }

    /// <summary>Opens a link; the name is what a screen reader says.</summary>
    public void OpenLink(string href, string name)
    {
        _body.Append("<a");
        Attribute("href", href);
        Attribute("aria-label", name);
        _body.Append(">\n");
    }

    public void CloseLink() => _body.Append("</a>\n");

    /// <summary>A frame with the reason why there is nothing in it.</summary>
    public void EmptyFrame(string text)
    {
        Height = 120;
        Rect(1, 1, Width - 2, Height - 2, Palette.Paper, Palette.Rule, 1, "4 4");
        var height = BlockHeight(text, Width - 40, 3);
        Block(Width / 2, (Height - height) / 2, text, Width - 40, 3, anchor: Anchor.Middle, fill: Palette.Muted);
    }

    /// <summary>The whole picture.</summary>
    public string ToSvg(Figure figure)
    {
        var content = _body.ToString();
        _body.Clear();
        var id = figure.Id + (Narrow ? "-narrow" : "-wide");
        _body.Append("<svg");
        Attribute("xmlns", "http://www.w3.org/2000/svg");
        Attribute("class", Narrow ? "figure figure-narrow" : "figure figure-wide");
        Attribute("role", figure.HasLinks ? "group" : "img");
        Attribute("aria-labelledby", $"{id}-title {id}-desc");
        if (figure.Culture.Name.Length > 0)
            Attribute("lang", figure.Culture.Name);
        Attribute("viewBox", $"0 0 {Numbers.Coordinate(Width)} {Numbers.Coordinate(Math.Ceiling(Height))}");
        Attribute("font-family", Font);
        Attribute("font-size", Numbers.Coordinate(Size));
        _body.Append(">\n<title");
        Attribute("id", id + "-title");
        _body.Append('>').Append(Escaped(figure.Title)).Append("</title>\n<desc");
        Attribute("id", id + "-desc");
        _body.Append('>').Append(Escaped(figure.Description)).Append("</desc>\n");
        // The ground is part of the picture, so contrast holds on any page and in a file of its own.
        Rect(0, 0, Width, Math.Ceiling(Height), Palette.Paper);
        return _body.Append(content).Append("</svg>\n").ToString();
    }

    private void Points(
        string element,
        IEnumerable<(double X, double Y)> points,
        string fill,
        string? stroke,
        double strokeWidth,
        string? dash
    )
    {
        _body.Append('<').Append(element).Append(" points=\"");
        _body.AppendJoin(' ', points.Select(p => $"{Numbers.Coordinate(p.X)},{Numbers.Coordinate(p.Y)}"));
        _body.Append('"');
        Paint(fill, stroke, strokeWidth, dash);
        _body.Append("/>\n");
    }

    private void Paint(string? fill, string? stroke, double strokeWidth, string? dash)
    {
        if (fill is not null)
            Attribute("fill", fill);
        if (stroke is not null)
        {
            Attribute("stroke", stroke);
            Coordinates(("stroke-width", strokeWidth));
        }
        if (dash is not null)
            Attribute("stroke-dasharray", dash);
    }

    /// <summary>Ends an element, with what pointing at it tells.</summary>
    private void Close(string element, string title)
    {
        if (title.Length == 0)
        {
            _body.Append("/>\n");
            return;
        }
        _body.Append("><title>").Append(Escaped(title)).Append("</title></").Append(element).Append(">\n");
    }

    private void Coordinates(params ReadOnlySpan<(string Name, double Value)> values)
    {
        foreach (var (name, value) in values)
            Attribute(name, Numbers.Coordinate(value));
    }

    private void Attribute(string name, string value) =>
        _body.Append(' ').Append(name).Append("=\"").Append(Escaped(value)).Append('"');

    /// <summary>Escapes markup, and replaces what XML cannot hold at all (control characters, half surrogates).</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < 0x20 or 0xfffe or 0xffff => escaped.Append('\ufffd'),
                _ => escaped.Append(rune),
            };
        }
        return escaped.ToString();
    }
}
