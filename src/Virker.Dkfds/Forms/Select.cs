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
        var all = Demand(Options, Tag, "options");
        // The browser takes the first where none is chosen.
        var given = all.FirstOrDefault(o => o.Value == Value) ?? all[0];
        string? chosen = Showing(DkFieldKind.Choice, [given.Value], given.Text) is [var typed, ..] ? typed : null;
        bool isKnown = Value is not null || chosen != given.Value;
        var options = all.Select(option =>
            Html.Tag("option", null, option.Text)
                .With("value", option.Value)
                .With("selected", isKnown && option.Value == chosen)
        );
        return Labelled(
            Html.Tag("select", "form-select", options)
                .With("name", FieldName)
                .With("id", FieldId)
                .With("aria-invalid", Wrong is null ? null : "true")
                .With("aria-describedby", DescribedBy)
                .With("required", Required)
        );
    }
}
