using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>The first link on a page, shown when it has the focus, past the menus to the content.</summary>
/// <example><code>&lt;dk-skip-link /&gt; … &lt;main id="main-content" tabindex="-1"&gt;</code></example>
[HtmlTargetElement("dk-skip-link")]
public sealed class SkipLinkTagHelper : DkTagHelper
{
    /// <summary>The id of the content, with its hash. Default <c>#main-content</c>.</summary>
    public string Href { get; set; } = "#main-content";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag("a", "skipnav", content ?? (object)Say("Gå til sidens indhold", "Skip to the content"))
            .With("href", Href);
}
