using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>The way from the front page to this one. The last step has no address: it is this page.</summary>
/// <example><code>&lt;dk-breadcrumb items='[new("Forside", "/"), new("Studier", "/studier"), new("Studie 12")]' /&gt;</code></example>
[HtmlTargetElement("dk-breadcrumb")]
public sealed class BreadcrumbTagHelper : DkTagHelper
{
    /// <summary>The steps. Required.</summary>
    public IReadOnlyList<DkLink>? Items { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                "nav",
                "breadcrumbs",
                Html.Tag("ol", "breadcrumbs__list", Demand(Items, "dk-breadcrumb", "items").Select(Step))
            )
            .With("aria-label", Say("Brødkrumme", "Breadcrumb"));

    private TagBuilder Step(DkLink step, int index) =>
        Html.Tag(
                "li",
                "breadcrumbs__list-item",
                index > 0 || step.Href is null ? Svg("chevron-right") : null,
                step.Href is null ? step.Text : Html.Tag("a", "breadcrumbs__link", step.Text).With("href", step.Href)
            )
            .With("aria-current", step.Href is null ? "page" : null);
}
