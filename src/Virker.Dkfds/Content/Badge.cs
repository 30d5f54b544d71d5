using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>The states a badge can show. (An enum of its own: Razor's short form of an attribute takes no nullable one.)</summary>
public enum DkBadge
{
    /// <summary>No state: grey.</summary>
    Plain,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>It went well.</summary>
    Success,

    /// <summary>Take care.</summary>
    Warning,

    /// <summary>It went wrong.</summary>
    Error,
}

/// <summary>A word that says what state something is in; its content is the word.</summary>
/// <example><code>&lt;dk-badge status="Success"&gt;Godkendt&lt;/dk-badge&gt;</code></example>
[HtmlTargetElement("dk-badge")]
public sealed class BadgeTagHelper : DkTagHelper
{
    /// <summary>The state, which gives the colour. Default plain.</summary>
    public DkBadge Status { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
            "span",
            Status switch
            {
                DkBadge.Info => "badge badge-info",
                DkBadge.Success => "badge badge-success",
                DkBadge.Warning => "badge badge-warning",
                DkBadge.Error => "badge badge-error",
                DkBadge.Plain => "badge",
            },
            content ?? throw ButtonTagHelper.NeedsText("dk-badge")
        );
}

/// <summary>A filter that is on, as something to press: a link where it has an address, else a button.</summary>
/// <example><code>&lt;dk-tag href="/studier" icon="close"&gt;Psykisk sygdom&lt;/dk-tag&gt;</code></example>
[HtmlTargetElement("dk-tag")]
public sealed class TagTagHelper : DkTagHelper
{
    /// <summary>Where it leads; none for a button.</summary>
    public string? Href { get; set; }

    /// <summary>An icon after the text.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                Href is null ? "button" : "a",
                "tag",
                content ?? throw ButtonTagHelper.NeedsText("dk-tag"),
                Icon is null ? null : Svg(Icon)
            )
            .With("href", Href);
}
