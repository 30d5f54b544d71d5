using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Virker.Dkfds.Tests;

/// <summary>Runs a tag helper the way Razor does, with the encoder the application has.</summary>
internal static class Rendering
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(
        this TagHelper helper,
        string? content = null,
        params TagHelperAttribute[] attributes
    ) => helper.Output("dk", content, attributes);

    public static string Output(
        this TagHelper helper,
        string tag,
        string? content,
        params TagHelperAttribute[] attributes
    )
    {
        var context = new TagHelperContext([.. attributes], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput(
            tag,
            [.. attributes],
            (_, _) =>
            {
                var child = new DefaultTagHelperContent();
                return Task.FromResult(content is null ? child : child.SetHtmlContent(content));
            }
        );
        helper.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        ((IHtmlContent)output).WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
