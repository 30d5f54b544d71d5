using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Virker.Dkfds;

/// <summary>What every control in a form has: name, id, label, hint and error.</summary>
public abstract class FieldTagHelper : DkTagHelper
{
    /// <summary>The name the form sends the value under. Required.</summary>
    public string? Name { get; set; }

    /// <summary>The control's id. Default: its name.</summary>
    public string? Id { get; set; }

    /// <summary>What is asked for. Required.</summary>
    public string? Label { get; set; }

    /// <summary>A line of help before the control.</summary>
    public string? Hint
    {
        get;
        set => field = NoneIfEmpty(value);
    }

    /// <summary>What is wrong with the value, and what would be right.</summary>
    public string? Error
    {
        get;
        set => field = NoneIfEmpty(value);
    }

    /// <summary>Whether the browser demands a value.</summary>
    public bool Required { get; set; }

    /// <summary>The tag's name, for messages.</summary>
    protected abstract string Tag { get; }

    /// <summary>The name, or a clear error.</summary>
    protected string FieldName => Demand(Name, Tag, "name");

    /// <summary>The id, or the name.</summary>
    protected string FieldId => Id ?? FieldName;

    /// <summary>What is wrong: by the page, or by whoever took the form.</summary>
    private protected string? Wrong => Error ?? NoneIfEmpty(Form?.Wrong?.Invoke(FieldName));

    private DkForm? Form => DkForm.Current(ViewContext?.HttpContext);

    /// <summary>Takes note of what the page gives the field.</summary>
    /// <returns>What it shows: that, or what was typed before.</returns>
    private protected IReadOnlyList<string> Showing(
        DkFieldKind kind,
        IReadOnlyList<string> given,
        string? shown = null,
        bool isMany = false
    )
    {
        (var showing, Remembered) = DkForm.Take(
            ViewContext?.HttpContext,
            new(FieldName, kind, Label ?? FieldName, given, shown ?? string.Join(", ", given), isMany)
        );
        return showing;
    }

    /// <summary>What the field showed, to be sent along.</summary>
    private protected IReadOnlyList<TagBuilder> Remembered { get; private set; } = [];

    /// <summary>The ids of the hint and the error, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy =>
        Html.Words(Hint is null ? null : HintId(FieldId), Wrong is null ? null : FieldId + "-error");

    /// <summary>The group around label, hint, error and control.</summary>
    protected TagBuilder Group(params IEnumerable<object?> children) =>
        Html.Tag("div", Html.Words("form-group", Wrong is null ? null : "form-error"), [.. children, .. Remembered]);

    /// <summary>Label, hint, error and control, in that order.</summary>
    protected TagBuilder Labelled(IHtmlContent control) =>
        Group(LabelFor(FieldId, Demand(Label, Tag, "label")), HintLine, ErrorLine, control);

    /// <summary>The line of help, if any.</summary>
    protected TagBuilder? HintLine => Hint is null ? null : HintFor(FieldId, Hint);

    /// <summary>The error, if any.</summary>
    protected TagBuilder? ErrorLine =>
        Wrong is not { } wrong
            ? null
            : Html.Tag("span", "form-error-message", Html.ScreenReaderOnly(Say("Fejl: ", "Error: ")), wrong)
                .With("id", FieldId + "-error");

    /// <summary>A label for the control with the id.</summary>
    protected static TagBuilder LabelFor(string id, string text) =>
        Html.Tag("label", "form-label", text).With("for", id);

    /// <summary>A line of help for the control with the id.</summary>
    protected static TagBuilder HintFor(string id, string text) =>
        Html.Tag("span", "form-hint", text).With("id", HintId(id));

    /// <summary>The id of the line of help for the control with the id.</summary>
    protected static string HintId(string id) => id + "-hint";

    /// <summary>A radio button or a checkbox with its label and hint.</summary>
    private protected TagBuilder Choice(string type, string id, DkOption option, bool isChecked, bool required = false)
    {
        var input = Html.Tag("input", "form-" + type)
            .With("type", type)
            .With("id", id)
            .With("name", FieldName)
            .With("value", Demand(option.Value, Tag, "value"))
            .With("aria-describedby", option.Hint is null ? null : HintId(id))
            .With("checked", isChecked)
            .With("required", required);
        input.TagRenderMode = TagRenderMode.StartTag;
        var hint = option.Hint is null ? null : HintFor(id, option.Hint);
        return Html.Tag("div", "form-group-" + type, input, LabelFor(id, option.Text), hint);
    }

    // Razor writes an attribute whose expression is null as empty text.
    private static string? NoneIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
