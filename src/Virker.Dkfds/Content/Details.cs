using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>A line that unfolds into more.</summary>
/// <example><code>&lt;dk-details summary="Hvorfor afviger tallene?"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/dk-details&gt;</code></example>
[HtmlTargetElement("dk-details")]
public sealed class DetailsTagHelper : DkTagHelper
{
    /// <summary>The line. Required.</summary>
    public string? Summary { get; set; }

    /// <summary>Whether it is unfolded from the start.</summary>
    public bool Open { get; set; }

    private int _comeBack;

    /// <summary>What is folded around a form, or in one, is unfolded when the form comes back as it was typed.</summary>
    private bool ComesBack =>
        DkForm.Current(ViewContext?.HttpContext)?.Typed is not null
        || DkForm.ComeBack(ViewContext?.HttpContext) > _comeBack;

    /// <inheritdoc />
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        _comeBack = DkForm.ComeBack(ViewContext?.HttpContext);
        return base.ProcessAsync(context, output);
    }

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Html.Tag(
                "details",
                "details",
                Html.Tag("summary", "details-summary", Demand(Summary, "dk-details", "summary")),
                Html.Tag("div", "details-text", content)
            )
            .With("open", Open || ComesBack);
}
