using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>
/// Sections that unfold one by one; its content is <c>dk-accordion-item</c>. The design system's accordion needs its
/// script; ours is the same list and the same classes on <c>details</c> and <c>summary</c>, and needs none.
/// </summary>
/// <example><code>
/// &lt;dk-accordion&gt;
///   &lt;dk-accordion-item title="Sådan er tallene regnet" open="true"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/dk-accordion-item&gt;
/// &lt;/dk-accordion&gt;
/// </code></example>
[HtmlTargetElement("dk-accordion")]
[RestrictChildren("dk-accordion-item")]
public sealed class AccordionTagHelper : DkTagHelper
{
    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) => Html.Tag("ul", "accordion", content);
}

/// <summary>A section of <see cref="AccordionTagHelper">dk-accordion</see>.</summary>
[HtmlTargetElement("dk-accordion-item")]
public sealed class AccordionItemTagHelper : DkTagHelper
{
    /// <summary>The heading that unfolds it. Required.</summary>
    public string? Title { get; set; }

    /// <summary>The heading's element. Default <c>h3</c>.</summary>
    public string HeadingLevel { get; set; } = "h3";

    /// <summary>Whether it is unfolded from the start.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var title = Html.Tag(HeadingLevel, "accordion-title", Demand(Title, "dk-accordion-item", "title"));
        var details = Html.Tag(
            "details",
            null,
            Html.Tag("summary", "accordion-button", title),
            Html.Tag("div", "accordion-content", content)
        );
        return Html.Tag("li", null, details.With("open", Open));
    }
}
