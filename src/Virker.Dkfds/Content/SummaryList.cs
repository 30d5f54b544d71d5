using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>Names and values below each other: the design system's structured list. Its content is <c>dk-summary-row</c>.</summary>
/// <example><code>
/// &lt;dk-summary-list&gt;
///   &lt;dk-summary-row label="Land"&gt;Danmark&lt;/dk-summary-row&gt;
/// &lt;/dk-summary-list&gt;
/// </code></example>
[HtmlTargetElement("dk-summary-list")]
[RestrictChildren("dk-summary-row")]
public sealed class SummaryListTagHelper : DkTagHelper
{
    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                "div",
                "table--responsive-scroll",
                Html.Tag("table", "table structured-list", Html.Tag("tbody", null, content))
            )
            .With("tabindex", "0");
}

/// <summary>A name and its value in <see cref="SummaryListTagHelper">dk-summary-list</see>; its content is the value.</summary>
[HtmlTargetElement("dk-summary-row")]
public sealed class SummaryRowTagHelper : DkTagHelper
{
    /// <summary>The name. Required.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
            "tr",
            null,
            Html.Tag("th", null, Demand(Label, "dk-summary-row", "label")).With("scope", "row"),
            Html.Tag("td", null, content)
        );
}
