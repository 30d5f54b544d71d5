using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds;

/// <summary>Choices in view under one question: what radio buttons and checkboxes share.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The choices; none may have an empty value. Required.</summary>
    public IReadOnlyList<DkOption>? Options { get; set; }

    /// <summary>The values chosen: what the page gives, or what was chosen before.</summary>
    private protected IReadOnlyList<string> Chosen(IReadOnlyList<string> given, bool isMany = false) =>
        Showing(
            DkFieldKind.Choice,
            given,
            string.Join(", ", Demand(Options, Tag, "options").Where(o => given.Contains(o.Value)).Select(o => o.Text)),
            isMany
        );

    private protected IReadOnlyList<TagBuilder> Choices(string type, Func<string, bool> isChecked) =>
        [
            .. Demand(Options, Tag, "options")
                .Select(
                    (option, index) => Choice(type, $"{FieldId}-option{index + 1}", option, isChecked(option.Value))
                ),
        ];

    private protected TagBuilder Fieldset(string? legendId, IEnumerable<TagBuilder> choices)
    {
        var legend = Html.Tag("legend", "form-label", Demand(Label, Tag, "label")).With("id", legendId);
        return Group(
            Html.Tag("fieldset", null, [legend, HintLine, ErrorLine, .. choices])
                .With("aria-labelledby", legendId)
                .With("aria-describedby", DescribedBy)
        );
    }
}

/// <summary>A choice of one among few. The label is the question.</summary>
/// <example><code>&lt;dk-radio-group name="udgave" label="Udgave" options='[new("2019", "2019"), new("current", "Nuværende")]' value="current" /&gt;</code></example>
[HtmlTargetElement("dk-radio-group")]
public sealed class RadioGroupTagHelper : ChoicesTagHelper
{
    /// <summary>The value chosen; none for no choice yet.</summary>
    public string? Value { get; set; }

    /// <inheritdoc />
    protected override string Tag => "dk-radio-group";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        var chosen = Chosen(string.IsNullOrEmpty(Value) ? [] : [Value]);
        return Fieldset(FieldName + "-legend", Choices("radio", chosen.Contains));
    }
}

/// <summary>A choice of any number among few. The label is the question.</summary>
/// <example><code>&lt;dk-checkbox-group name="design" label="Design" options="@Model.Designs" values="@Model.Chosen" /&gt;</code></example>
[HtmlTargetElement("dk-checkbox-group")]
public sealed class CheckboxGroupTagHelper : ChoicesTagHelper
{
    /// <summary>The values chosen.</summary>
    public IReadOnlyCollection<string> Values { get; set; } = [];

    /// <inheritdoc />
    protected override string Tag => "dk-checkbox-group";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null) =>
        Fieldset(legendId: null, Choices("checkbox", Chosen([.. Values], isMany: true).Contains));
}

/// <summary>One thing to say yes to.</summary>
/// <example><code>&lt;dk-checkbox name="numbers" value="true" label="Kun studier med tal" checked="@Model.OnlyNumbers" /&gt;</code></example>
[HtmlTargetElement("dk-checkbox")]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    /// <summary>What the form sends when it is ticked. Default <c>true</c>.</summary>
    public string Value { get; set; } = "true";

    /// <summary>Whether it is ticked.</summary>
    public bool Checked { get; set; }

    /// <inheritdoc />
    protected override string Tag => "dk-checkbox";

    /// <inheritdoc />
    public override TagBuilder ToHtml(IHtmlContent? content = null)
    {
        bool isChecked = Showing(
                DkFieldKind.Choice,
                Checked ? [Value] : [],
                Say(Checked ? "Ja" : "Nej", Checked ? "Yes" : "No")
            )
            .Contains(Value);
        var box = Choice("checkbox", FieldId, new(Value, Demand(Label, Tag, "label"), Hint), isChecked, Required);
        return Wrong is null ? box.Add(Remembered) : Group(ErrorLine, box);
    }
}
