using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>What a form was filled from, sent along and not shown: a version, or who had the thing.</summary>
/// <example><code>&lt;dk-stamp name="basedOn" value="@Model.BasedOn" /&gt;</code></example>
[HtmlTargetElement("dk-stamp")]
public sealed class StampTagHelper : FieldTagHelper
{
    /// <summary>The stamp.</summary>
    public string? Value { get; set; }

    /// <summary>The stamp as a reader sees it, for a guard.</summary>
    public string? Shown { get; set; }

    /// <summary>Whether the form must not be saved unseen when the stamp has changed.</summary>
    public bool Guard { get; set; }

    /// <inheritdoc />
    protected override string Tag => "dk-stamp";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        DkForm.Take(
            ViewContext?.HttpContext,
            new(FieldName, DkFieldKind.Stamp, Label ?? FieldName, [Value ?? ""], Shown ?? Value ?? "", IsGuard: Guard)
        );
        return Html.Hidden(FieldName, Value ?? "");
    }
}
