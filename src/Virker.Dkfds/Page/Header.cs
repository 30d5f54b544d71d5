using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>
/// The page's header: the title, a slot at the right (its content: a language switch, log-in), and the main
/// navigation. Below 992 px the navigation is a <c>details</c> element instead of the design system's
/// script-driven dialog, so that it works without script.
/// </summary>
/// <example><code>
/// &lt;dk-header title="Virker" href="/" links='[new("Svar", "/svar", Current: true), new("Studier", "/studier")]'&gt;
///   &lt;a href="/en" lang="en" hreflang="en"&gt;English&lt;/a&gt;
/// &lt;/dk-header&gt;
/// </code></example>
[HtmlTargetElement("dk-header")]
public sealed class HeaderTagHelper : DkTagHelper
{
    /// <summary>The name of the solution. Required.</summary>
    public string? Title { get; set; }

    /// <summary>Where the title leads. Default <c>/</c>.</summary>
    public string Href { get; set; } = "/";

    /// <summary>The main navigation; none for a header without.</summary>
    public IReadOnlyList<DkLink> Links { get; set; } = [];

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var title = Html.Tag("a", null, Demand(Title, "dk-header", "title")).With("href", Href);
        var slot = content is null ? null : Html.Tag("div", "dk-header-slot", content);
        var inner = Html.Tag("div", "solution-info-inner container", Html.Tag("div", "solution-heading", title), slot);
        var header = Html.Tag("header", "header", Html.Tag("div", "solution-info", inner));
        return Links.Count == 0 ? header : header.Add(Wide(), Narrow());
    }

    private TagBuilder Wide() =>
        Html.Tag("div", "navigation-menu", Html.Tag("div", "navigation-menu-inner container", Navigation("nav")));

    private TagBuilder Narrow() =>
        Html.Tag(
            "details",
            "dk-menu d-print-none",
            Html.Tag("summary", null, Svg("menu"), Say("Menu", "Menu")),
            Navigation("navigation-menu-mobile")
        );

    private TagBuilder Navigation(string classes) =>
        Html.Tag("nav", classes, Html.Tag("ul", "mainmenu", Links.Select(Item)))
            .With("aria-label", Say("Hovedmenu", "Main menu"));

    private static TagBuilder Item(DkLink link) =>
        Html.Tag(
            "li",
            link.Current ? "active current" : null,
            Html.Tag("a", "nav-link", Html.Tag("span", null, link.Text))
                .With("href", link.Href ?? "#")
                .With("lang", link.Language)
                .With("aria-current", link.Current ? "page" : null)
        );
}
