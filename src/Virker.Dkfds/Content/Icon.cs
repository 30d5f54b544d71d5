using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>An icon from the design system's sprite.</summary>
/// <example><code>&lt;dk-icon name="print" /&gt;  &lt;dk-icon name="warning" label="Advarsel" /&gt;</code></example>
[HtmlTargetElement("dk-icon")]
public sealed class IconTagHelper : DkTagHelper
{
    /// <summary>The design system's name for it. Required.</summary>
    public string? Name { get; set; }

    /// <summary>What it says to a screen reader; without one it is decoration and is hidden from it.</summary>
    public string? Label { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Svg(Demand(Name, "dk-icon", "name"), label: Label);
}
