using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>The kinds of message, each with its colour and icon.</summary>
public enum DkStatus
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>It went well.</summary>
    Success,

    /// <summary>Take care; read aloud at once.</summary>
    Warning,

    /// <summary>It went wrong; read aloud at once.</summary>
    Error,
}

/// <summary>A message in the page.</summary>
/// <example><code>&lt;dk-alert status="Warning" heading="Foreløbig vurdering"&gt;&lt;p class="alert-text"&gt;…&lt;/p&gt;&lt;/dk-alert&gt;</code></example>
/// <remarks>
/// Content of text only gets the paragraph itself: <c>&lt;dk-alert text="Gemt." status="Success" /&gt;</c>.
/// The icon carries <c>role="img"</c>, which the design system leaves out, because a name on an element without a role is not read.
/// </remarks>
[HtmlTargetElement("dk-alert")]
public sealed class AlertTagHelper : DkTagHelper
{
    /// <summary>The kind of message. Default info.</summary>
    public DkStatus Status { get; set; }

    /// <summary>The heading, if any.</summary>
    public string? Heading { get; set; }

    /// <summary>The heading's element. Default <c>h3</c>.</summary>
    public string HeadingLevel { get; set; } = "h3";

    /// <summary>The text, where it is a single paragraph. Either this or content is required.</summary>
    public string? Text { get; set; }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var (name, label) = Status switch
        {
            DkStatus.Success => ("success", Say("Succes", "Success")),
            DkStatus.Warning => ("warning", Say("Advarsel", "Warning")),
            DkStatus.Error => ("error", Say("Fejl", "Error")),
            DkStatus.Info => ("info", Say("Information", "Information")),
        };
        var heading = Heading is null ? null : Html.Tag(HeadingLevel, "alert-heading", Heading);
        var text = content ?? Html.Tag("p", "alert-text", Demand(Text, "dk-alert", "text"));
        return Html.Tag(
                "div",
                $"alert alert-{name}",
                Svg(name, "alert-icon", label),
                Html.Tag("div", "alert-body", heading, text)
            )
            .With("role", Status is DkStatus.Warning or DkStatus.Error ? "alert" : null);
    }
}
