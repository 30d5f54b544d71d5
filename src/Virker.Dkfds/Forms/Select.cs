using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>A choice of one among many.</summary>
/// <example><code>&lt;dk-select name="maalgruppe" label="Målgruppe" options="@Model.TargetGroups" value="@Model.Chosen" /&gt;</code></example>
[HtmlTargetElement("dk-select")]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The choices. Required.</summary>
    public IReadOnlyList<DkOption>? Options { get; set; }

    /// <summary>The value chosen; none or an unknown one leaves the first.</summary>
    public string? Value { get; set; }

    /// <inheritdoc />
    protected override string Tag => "dk-select";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var options = Demand(Options, Tag, "options")
            .Select(option =>
                Html.Tag("option", null, option.Text)
                    .With("value", option.Value)
                    .With("selected", Value is not null && option.Value == Value)
            );
        return Labelled(
            Html.Tag("select", "form-select", options)
                .With("name", FieldName)
                .With("id", FieldId)
                .With("aria-invalid", Error is null ? null : "true")
                .With("aria-describedby", DescribedBy)
                .With("required", Required)
        );
    }
}
