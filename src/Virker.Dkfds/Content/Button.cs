using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>How much a button asks for.</summary>
public enum DkButton
{
    /// <summary>The page's one main action.</summary>
    Primary,

    /// <summary>Any other action.</summary>
    Secondary,

    /// <summary>A small action beside something.</summary>
    Tertiary,

    /// <summary>Deletes or cannot be undone.</summary>
    Warning,
}

/// <summary>A button; its content is the text.</summary>
/// <example><code>&lt;dk-button type="submit" icon="search"&gt;Søg&lt;/dk-button&gt;</code></example>
[HtmlTargetElement("dk-button")]
public sealed class ButtonTagHelper : DkTagHelper
{
    /// <summary>How much it asks for. Default primary.</summary>
    public DkButton Variant { get; set; }

    /// <summary><c>submit</c>, <c>button</c> or <c>reset</c>. Default submit.</summary>
    public string Type { get; set; } = "submit";

    /// <summary>An icon before the text.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag("button", Classes(Variant), Icon is null ? null : Svg(Icon), content ?? throw NeedsText("dk-button"))
            .With("type", Type);

    internal static string Classes(DkButton variant) =>
        variant switch
        {
            DkButton.Secondary => "button button-secondary",
            DkButton.Tertiary => "button button-tertiary",
            DkButton.Warning => "button button-warning",
            DkButton.Primary => "button button-primary",
        };

    internal static InvalidOperationException NeedsText(string tag) => new($"<{tag}> needs a text between its tags.");
}

/// <summary>A link that looks like a button; its content is the text.</summary>
/// <example><code>&lt;dk-button-link href="/svar" variant="Secondary"&gt;Se svaret&lt;/dk-button-link&gt;</code></example>
[HtmlTargetElement("dk-button-link")]
public sealed class ButtonLinkTagHelper : DkTagHelper
{
    /// <summary>Where it leads. Required.</summary>
    public string? Href { get; set; }

    /// <summary>How much it asks for. Default primary.</summary>
    public DkButton Variant { get; set; }

    /// <summary>An icon before the text.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                "a",
                ButtonTagHelper.Classes(Variant),
                Icon is null ? null : Svg(Icon),
                content ?? throw ButtonTagHelper.NeedsText("dk-button-link")
            )
            .With("href", Demand(Href, "dk-button-link", "href"));
}
