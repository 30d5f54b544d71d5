using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>Several lines to write in.</summary>
/// <example><code>&lt;dk-textarea name="note" label="Note" rows="6" value="@Model.Note" /&gt;</code></example>
[HtmlTargetElement("dk-textarea")]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    /// <summary>The text from the start.</summary>
    public string? Value { get; set; }

    /// <summary>Lines in view. Default 5.</summary>
    public int Rows { get; set; } = 5;

    /// <inheritdoc />
    protected override string Tag => "dk-textarea";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Labelled(
            Html.Tag(
                    "textarea",
                    "form-input",
                    Showing(DkFieldKind.Text, string.IsNullOrEmpty(Value) ? [] : [Value]) is [var showing, ..]
                        ? showing
                        : null
                )
                .With("id", FieldId)
                .With("name", FieldName)
                .With("rows", Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .With("aria-invalid", Wrong is null ? null : "true")
                .With("aria-describedby", DescribedBy)
                .With("required", Required)
        );
}
