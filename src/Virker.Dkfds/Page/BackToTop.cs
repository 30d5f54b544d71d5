using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>A link to the top of a long page.</summary>
/// <example><code>&lt;dk-back-to-top href="#main-content" /&gt;</code></example>
[HtmlTargetElement("dk-back-to-top")]
public sealed class BackToTopTagHelper : DkTagHelper
{
    /// <summary>The id of the top, with its hash. Default <c>#main-content</c>.</summary>
    public string Href { get; set; } = "#main-content";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                "a",
                "button back-to-top-button d-print-none",
                Svg("arrow-upward"),
                Html.ScreenReaderOnly(Say("Til toppen af siden", "To the top of the page")),
                Html.Tag("span", "d-none d-md-inline-block", Say("Til toppen", "To the top"))
                    .With("aria-hidden", "true")
            )
            .With("href", Href);
}
