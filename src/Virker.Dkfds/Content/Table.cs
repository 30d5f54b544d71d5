using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>How close the rows of a table stand.</summary>
public enum DkDensity
{
    /// <summary>The design system's usual distance.</summary>
    Normal,

    /// <summary>Closer.</summary>
    Compact,

    /// <summary>Closest.</summary>
    ExtraCompact,
}

/// <summary>
/// A table that scrolls by itself on a narrow screen; its content is <c>thead</c> and <c>tbody</c>.
/// Mark columns of numbers with <c>dk-number</c> on their <c>th</c> and <c>td</c>.
/// </summary>
/// <example><code>
/// &lt;dk-table caption="Studier" zebra="true"&gt;
///   &lt;thead&gt;&lt;tr&gt;&lt;th scope="col"&gt;Studie&lt;/th&gt;&lt;th scope="col" dk-number&gt;RR&lt;/th&gt;&lt;/tr&gt;&lt;/thead&gt;
///   &lt;tbody&gt;&lt;tr&gt;&lt;td&gt;…&lt;/td&gt;&lt;td dk-number&gt;1,93&lt;/td&gt;&lt;/tr&gt;&lt;/tbody&gt;
/// &lt;/dk-table&gt;
/// </code></example>
/// <remarks>
/// With a caption the scrolling area is a named region, which the design system leaves out, so that a screen reader
/// says what has the focus.
/// </remarks>
[HtmlTargetElement("dk-table")]
public sealed class TableTagHelper : DkTagHelper
{
    /// <summary>What the table shows.</summary>
    public string? Caption { get; set; }

    /// <summary>Whether the caption is for screen readers only, as when a heading stands just above.</summary>
    public bool CaptionHidden { get; set; }

    /// <summary>Whether every other row is shaded.</summary>
    public bool Zebra { get; set; }

    /// <summary>How close the rows stand.</summary>
    public DkDensity Density { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var classes = Html.Words(
            "table",
            Zebra ? "table--zebra" : null,
            Density switch
            {
                DkDensity.Compact => "table--compact",
                DkDensity.ExtraCompact => "table--extracompact",
                DkDensity.Normal => null,
            }
        );
        var caption = Caption is null ? null : Html.Tag("caption", CaptionHidden ? "sr-only" : null, Caption);
        return Html.Tag("div", "table--responsive-scroll", Html.Tag("table", classes, caption, content))
            .With("tabindex", "0")
            .With("role", Caption is null ? null : "region")
            .With("aria-label", Caption);
    }
}

/// <summary>Sets a cell of numbers flush right with digits of one width: <c>&lt;td dk-number&gt;1,93&lt;/td&gt;</c>.</summary>
[HtmlTargetElement("th", Attributes = AttributeName)]
[HtmlTargetElement("td", Attributes = AttributeName)]
public sealed class NumberCellTagHelper : TagHelper
{
    private const string AttributeName = "dk-number";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(AttributeName);
        var own = output.Attributes.TryGetAttribute("class", out var attribute) ? $"{attribute.Value} " : "";
        output.Attributes.SetAttribute("class", own + AttributeName);
    }
}
