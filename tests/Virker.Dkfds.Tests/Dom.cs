using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Virker.Dkfds.Tests;

/// <summary>
/// HTML as a tree with one line an element, so that two spellings of the same page are equal:
/// whitespace, attribute order, class order and empty attributes of words do not count.
/// </summary>
internal static class Dom
{
    private static readonly string[] Words = ["class", "aria-describedby"];

    public static IElement Parse(string html) => new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;

    public static string Tree(string html, string? part = null)
    {
        var body = Parse(html);
        if (part is null)
            return string.Join('\n', body.ChildNodes.SelectMany(node => Lines(node, 0)));

        var element = body.QuerySelector(part) ?? throw new InvalidOperationException($"No {part} in {html}");
        return string.Join('\n', Lines(element, 0));
    }

    private static IEnumerable<string> Lines(INode node, int depth)
    {
        var indent = new string(' ', depth * 2);
        if (node is IText text)
        {
            var collapsed = Collapse(text.Data);
            return collapsed.Length == 0 ? [] : [indent + collapsed];
        }

        return node is IElement element
            ? element.ChildNodes.SelectMany(child => Lines(child, depth + 1)).Prepend($"{indent}<{Start(element)}>")
            : [];
    }

    private static string Start(IElement element)
    {
        var attributes = element
            .Attributes.Select(attribute => (attribute.Name, Value: Value(element, attribute)))
            .Where(attribute => !(Words.Contains(attribute.Name) && attribute.Value.Length == 0))
            .OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
            .Select(attribute => $" {attribute.Name}=\"{attribute.Value}\"");
        return element.LocalName + string.Concat(attributes);
    }

    private static string Value(IElement element, IAttr attribute) =>
        attribute.Name switch
        {
            "class" => string.Join(
                ' ',
                attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order()
            ),
            "aria-describedby" => Collapse(attribute.Value),
            // The sprite is a file of its own here, and stands in the page in the design system.
            "href" when element.LocalName == "use" => attribute.Value[attribute.Value.IndexOf('#')..],
            // An attribute that is either there or not.
            "disabled" or "required" or "checked" or "selected" => "",
            _ => attribute.Value,
        };

    private static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
