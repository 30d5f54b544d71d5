using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>A box with a heading and content; with an address, the whole box is a link.</summary>
/// <example><code>&lt;dk-card heading="Psykisk sygdom" subheading="29 studier" href="/svar/12"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/dk-card&gt;</code></example>
[HtmlTargetElement("dk-card")]
public sealed class CardTagHelper : DkTagHelper
{
    /// <summary>The heading. Required.</summary>
    public string? Heading { get; set; }

    /// <summary>The heading's element. Default <c>h2</c>.</summary>
    public string HeadingLevel { get; set; } = "h2";

    /// <summary>A short line above the heading.</summary>
    public string? Subheading { get; set; }

    /// <summary>Where the card leads. Then its content must hold no links of its own.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                Href is null ? "div" : "a",
                "card",
                Html.Tag(
                    "div",
                    "card-content",
                    Subheading is null ? null : Html.Tag("span", "card-subheading", Subheading),
                    Html.Tag(HeadingLevel, "card-heading", Demand(Heading, "dk-card", "heading")),
                    content
                ),
                Href is null ? null : Svg("arrow-forward", "card-icon")
            )
            .With("href", Href);
}
