using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>The page's footer: columns (its content), a row of links, and a choice of language.</summary>
/// <example><code>
/// &lt;dk-footer links='[new("Tilgængelighed", "/tilgaengelighed")]'&gt;
///   &lt;dk-footer-column size="6"&gt;&lt;h2 class="h5"&gt;Virker&lt;/h2&gt;&lt;p&gt;…&lt;/p&gt;&lt;/dk-footer-column&gt;
/// &lt;/dk-footer&gt;
/// </code></example>
[HtmlTargetElement("dk-footer")]
public sealed class FooterTagHelper : DkTagHelper
{
    /// <summary>The row of links at the bottom.</summary>
    public IReadOnlyList<DkLink> Links { get; set; } = [];

    /// <summary>The languages of this page, the current one first; none for no choice.</summary>
    public IReadOnlyList<DkLink> Languages { get; set; } = [];

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var columns = content is null ? null : Html.Tag("div", "row", content);
        var links = Html.Tag(
            "ul",
            Html.Words(content is null ? null : "mt-4", "align-text-left unstyled-list inline-list"),
            Links.Select(link =>
                Html.Tag("li", null, Html.Tag("a", null, link.Text).With("href", link.Href).With("lang", link.Language))
            )
        );
        var container = Html.Tag("div", "container", columns, Links.Count == 0 ? null : links);
        return Html.Tag(
            "footer",
            null,
            Html.Tag("div", "footer", container),
            Languages.Count == 0 ? null : LanguageSwitch()
        );
    }

    private TagBuilder LanguageSwitch()
    {
        var items = Languages.Select(language =>
            Html.Tag(
                "li",
                null,
                Html.Tag("a", null, language.Current ? Svg("check") : null, language.Text)
                    .With("href", language.Href)
                    .With("lang", language.Language)
                    .With("aria-current", language.Current ? "true" : null)
            )
        );
        var list = Html.Tag("ul", null, items).With("aria-label", Say("Vælg sprog", "Choose language"));
        return Html.Tag("div", "language-switcher", Html.Tag("div", "container", list));
    }
}

/// <summary>A column in <see cref="FooterTagHelper">dk-footer</see>.</summary>
[HtmlTargetElement("dk-footer-column", ParentTag = "dk-footer")]
public sealed class FooterColumnTagHelper : DkTagHelper
{
    /// <summary>The column's width in twelfths from 768 px up; below it fills the width. Default 4.</summary>
    public int Size { get; set; } = 4;

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
            "div",
            $"col-12 col-sm-12 col-md-{Size} footer-col",
            Html.Tag("section", null, Html.Tag("div", "align-text-left", content))
        );
}
