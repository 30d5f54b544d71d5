using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>A line to write in.</summary>
/// <example><code>&lt;dk-input name="q" label="Søg i studier" type="search" value="@Model.Query" /&gt;</code></example>
[HtmlTargetElement("dk-input")]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>The browser's kind of input. Default <c>text</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The value from the start.</summary>
    public string? Value { get; set; }

    /// <summary>A unit after the line, as <c>kr.</c>; not read aloud, so the label must say it too.</summary>
    public string? Suffix { get; set; }

    /// <summary>What the browser may fill in by itself, as <c>email</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The keyboard a phone shows, as <c>numeric</c>.</summary>
    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    /// <inheritdoc />
    protected override string Tag => "dk-input";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        string? value = Showing();
        var input = Html.Tag("input", "form-input")
            .With("type", Type)
            .With("id", FieldId)
            .With("name", FieldName)
            .With("value", string.IsNullOrEmpty(value) ? null : value)
            .With("aria-invalid", Wrong is null ? null : "true")
            .With("aria-describedby", DescribedBy)
            .With("required", Required)
            .With("autocomplete", Autocomplete)
            .With("inputmode", InputMode);
        input.TagRenderMode = TagRenderMode.StartTag;
        return Labelled(Suffix is null ? input : WithSuffix(input));
    }

    /// <summary>A password is never shown again, nor remembered.</summary>
    private string? Showing() =>
        Type is "password" ? Value
        : Showing(
            Type is "date" or "time" or "month" ? DkFieldKind.Choice : DkFieldKind.Line,
            string.IsNullOrEmpty(Value) ? [] : [Value]
        )
            is [var showing, ..]
            ? showing
        : null;

    private TagBuilder WithSuffix(TagBuilder input) =>
        Html.Tag(
            "div",
            "form-input-wrapper form-input-wrapper--suffix",
            input,
            Html.Tag("div", "form-input-suffix", Suffix).With("aria-hidden", "true")
        );
}
