using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Virker.Figures.Tests;

/// <summary>A parsed SVG and the points its marks reach.</summary>
internal sealed partial class Picture(string svg)
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public XElement Root { get; } = XDocument.Parse(svg).Root!;

    public double[] ViewBox => [.. Root.Attribute("viewBox")!.Value.Split(' ').Select(Number)];

    public string AllText => string.Join('|', Root.Descendants(Svg + "text").Select(t => t.Value));

    /// <summary>Every corner of every mark, and where every unrotated text starts and (by estimate) ends.</summary>
    public IEnumerable<(double X, double Y, string Of)> Reach() =>
        Root.Descendants().SelectMany(e => Reach(e).Select(p => (p.X, p.Y, e.ToString())));

    private static IEnumerable<(double X, double Y)> Reach(XElement e)
    {
        double At(string name) => Number(e.Attribute(name)!.Value);
        switch (e.Name.LocalName)
        {
            case "rect":
                Assert.True(At("width") >= 0 && At("height") >= 0, e.ToString());
                return [(At("x"), At("y")), (At("x") + At("width"), At("y") + At("height"))];
            case "circle":
                return [(At("cx") - At("r"), At("cy") - At("r")), (At("cx") + At("r"), At("cy") + At("r"))];
            case "line":
                return [(At("x1"), At("y1")), (At("x2"), At("y2"))];
            case "polygon" or "polyline":
                return e.Attribute("points")!
                    .Value.Split(' ')
                    .Select(p => p.Split(','))
                    .Select(p => (Number(p[0]), Number(p[1])));
            case "text" when e.Attribute("transform") is null:
                var size = Number(
                    (e.Attribute("font-size") ?? e.Parent!.AncestorsAndSelf().Last().Attribute("font-size"))!.Value
                );
                var own = string.Concat(e.Nodes().OfType<XText>().Select(t => t.Value));
                var width = TextMetrics.Width(own, size, e.Attribute("font-weight") is not null);
                var left = e.Attribute("text-anchor")?.Value switch
                {
                    "end" => At("x") - width,
                    "middle" => At("x") - (width / 2),
                    _ => At("x"),
                };
                return [(left, At("y") - (size * 0.7)), (left + width, At("y"))];
            default:
                return [];
        }
    }

    public static double Number(string text)
    {
        Assert.Matches(Coordinate(), text);
        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^-?\d+(\.\d{1,2})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinate();
}
