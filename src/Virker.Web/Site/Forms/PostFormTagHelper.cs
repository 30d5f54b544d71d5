using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Virker.Dkfds;

namespace Virker.Web.Site.Forms;

/// <summary>
/// What every form that is sent carries, by itself: an id, so that it is done once; to whom it was shown, so that what
/// is typed can wait for that person alone; and, where it says that it <c>merges</c>, what its fields showed, so that two
/// people do not overwrite each other unseen.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper(KeptForms kept) : TagHelper
{
    /// <summary>After the framework's helper that knows where the form is sent to (−1000), and before the one that has its
    /// fields written (−900).</summary>
    public override int Order => -950;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The form changes what is there already.</summary>
    public bool Merges { get; set; }

    /// <summary>Which form, where a page has several that are sent to the same place.</summary>
    public string? Which { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        var shown = FormShown.Of(http);
        var key = FormKey.Of(http.Request, Plain(output.Attributes["action"]?.Value), Which);
        var form = shown.Begin(key, Merges);
        DkForm.Begin(http, form);
        await output.GetChildContentAsync();
        DkForm.Begin(http, null);

        Add(SentForm.IdField, Guid.CreateVersion7().ToString());
        Add(SentForm.ShownField, kept.ShownTo(http));
        Add(SentForm.WhichField, Which);
        Add(SentForm.KeptField, key == shown.Key ? shown.Kept?.ToString() : null);
        Add(SentForm.MergesField, Merges ? "true" : null);
        if (form.Fields.Any(f => f.Kind is DkFieldKind.Line or DkFieldKind.Text))
            Add(SentForm.ChoicesField, Names(f => f.Kind == DkFieldKind.Choice));
        Add(SentForm.StampsField, Names(f => f.Kind == DkFieldKind.Stamp));
        Add(SentForm.TextsField, Names(f => f.Kind == DkFieldKind.Text));

        string Names(Func<DkField, bool> which) => string.Join(' ', form.Fields.Where(which).Select(f => f.Name));
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                output.PostContent.AppendHtml(Hidden(name, value));
        }
    }

    internal static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }

    private static string? Plain(object? value)
    {
        if (value is not IHtmlContent html)
            return value?.ToString();
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
