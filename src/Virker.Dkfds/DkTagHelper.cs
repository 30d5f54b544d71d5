using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>
/// What the design system's tag helpers share. A helper is at once the component's options and its generator:
/// Razor sets the properties from the attributes, code may set them itself and call <see cref="ToHtml"/>.
/// Attributes a helper does not know (<c>id</c>, <c>class</c>, <c>data-…</c>) go to its outermost element.
/// </summary>
public abstract class DkTagHelper : TagHelper
{
    private const string SpritePath = "_content/Virker.Dkfds/img/icons.svg";

    /// <summary>The page being written; says where the icons are. Set by Razor.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    /// <summary>The component's HTML.</summary>
    /// <param name="content">What stands between the start tag and the end tag; none for nothing.</param>
    /// <exception cref="InvalidOperationException">A required attribute is missing; the message names it.</exception>
    public abstract TagBuilder ToHtml(IHtmlContent? content = null);

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var child = await output.GetChildContentAsync();
        var root = ToHtml(child.IsEmptyOrWhiteSpace ? null : child);
        foreach (var attribute in output.Attributes)
        {
            var value = Plain(attribute.Value);
            if (attribute.Name.Equals("class", StringComparison.OrdinalIgnoreCase))
            {
                root.Attributes["class"] = Html.Words(
                    root.Attributes.TryGetValue("class", out var own) ? own : null,
                    value
                )!;
            }
            else
            {
                root.Attributes[attribute.Name] = value;
            }
        }

        output.TagName = null;
        output.Content.SetHtmlContent(root);
    }

    /// <summary>An icon from the sprite, by the design system's name for it.</summary>
    /// <param name="name">For instance <c>info</c> or <c>chevron-right</c>.</param>
    /// <param name="classes">Further classes.</param>
    /// <param name="label">What it says to a screen reader; without one it is decoration and is hidden from it.</param>
    protected TagBuilder Svg(string name, string? classes = null, string? label = null) =>
        Html.Tag("svg", Html.Words("icon-svg", classes), Html.Tag("use", null).With("href", $"{SpriteUrl()}#{name}"))
            .With("aria-label", label)
            .With("role", label is null ? null : "img")
            .With("focusable", "false")
            .With("aria-hidden", label is null ? "true" : null);

    /// <summary>The value of a required attribute.</summary>
    protected static string Demand(string? value, string tag, string attribute) =>
        string.IsNullOrWhiteSpace(value)
            ? throw new InvalidOperationException($"<{tag}> needs the attribute '{attribute}'.")
            : value;

    /// <summary>The value of a required list.</summary>
    protected static IReadOnlyList<T> Demand<T>(IReadOnlyList<T>? value, string tag, string attribute) =>
        value is null or { Count: 0 }
            ? throw new InvalidOperationException(
                $"<{tag}> needs the attribute '{attribute}' with at least one element."
            )
            : value;

    /// <summary>English on an English page, else Danish: the language of the request.</summary>
    protected static string Say(string da, string en) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? en : da;

    // The fingerprinted address where the app maps static assets for its pages, so that it may be cached for ever.
    private string SpriteUrl()
    {
        var http = ViewContext?.HttpContext;
        var assets = http?.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{http?.Request.PathBase}/{assets?[SpritePath] ?? SpritePath}";
    }

    // Razor hands a literal attribute over as already encoded HTML; the tag builder encodes again.
    private static string? Plain(object? value)
    {
        if (value is not IHtmlContent html)
            return Convert.ToString(value, CultureInfo.InvariantCulture);

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
