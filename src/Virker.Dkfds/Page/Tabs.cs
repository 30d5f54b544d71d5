using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>Views of the same thing, each a page of its own: the design system's tabs as links, which need no script.</summary>
/// <example><code>&lt;dk-tabs label="Visninger" items='[new("Kort", "/kort", Current: true), new("Tabel", "/kort?som=tabel")]' /&gt;</code></example>
[HtmlTargetElement("dk-tabs")]
public sealed class TabsTagHelper : DkTagHelper
{
    /// <summary>What the tabs choose between, for screen readers. Required.</summary>
    public string? Label { get; set; }

    /// <summary>The tabs. Required.</summary>
    public IReadOnlyList<DkLink>? Items { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag("nav", "tab-container", Html.Tag("ul", "tab-list", Demand(Items, "dk-tabs", "items").Select(Tab)))
            .With("aria-label", Demand(Label, "dk-tabs", "label"));

    private static TagBuilder Tab(DkLink link) =>
        Html.Tag(
            "li",
            null,
            Html.Tag("a", "tab-button", Html.Tag("span", null, link.Text))
                .With("href", link.Href)
                .With("aria-current", link.Current ? "true" : null)
        );
}
