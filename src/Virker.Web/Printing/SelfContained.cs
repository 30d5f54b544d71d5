using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Virker.Web.Printing;

/// <summary>
/// A page as one HTML document that needs nothing but itself: style and letters are inside, and links lead to the
/// public address of the site (<c>Virker:Address</c>), or nowhere when it has none.
/// </summary>
public sealed partial class SelfContained(
    IRazorViewEngine views,
    ITempDataProvider tempData,
    IWebHostEnvironment web,
    IConfiguration configuration
)
{
    private const string Letters = "_content/Virker.Dkfds/fonts/IBMPlexSans/complete/woff2/IBMPlexSans-";

    /// <summary>The document in the language of the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="view">A view of <see cref="Printed{T}"/>.</param>
    /// <param name="content">What it is written from.</param>
    /// <param name="sheet">The style sheet, of those in wwwroot.</param>
    public async Task<string> Render<T>(ActionContext context, string view, T content, string sheet)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = views.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful([view]);
        await using var html = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<Printed<T>>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = new(content, await Style(sheet)),
        };
        await found.View!.RenderAsync(
            new ViewContext(
                context,
                found.View,
                data,
                new TempDataDictionary(context.HttpContext, tempData),
                html,
                new HtmlHelperOptions()
            )
        );
        return Rooted(html.ToString(), configuration["Virker:Address"]);
    }

    /// <summary>Links of the site get the site's public address; without one they become plain text.</summary>
    internal static string Rooted(string html, string? address) =>
        SiteLink()
            .Replace(
                html,
                link =>
                    string.IsNullOrEmpty(address) ? "" : $" href=\"{address.TrimEnd('/')}{link.Groups["path"].Value}\""
            );

    [GeneratedRegex("\\shref=\"(?<path>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SiteLink();

    private async Task<string> Style(string sheet)
    {
        (string File, int Weight, string Slant)[] faces =
        [
            ("Regular", 400, "normal"),
            ("Italic", 400, "italic"),
            ("SemiBold", 600, "normal"),
            ("Bold", 700, "normal"),
        ];
        var style = new List<string>();
        foreach (var (file, weight, slant) in faces)
        {
            if (await Read($"{Letters}{file}.woff2") is { } letters)
            {
                style.Add(
                    $"@font-face{{font-family:\"IBM Plex Sans\";font-weight:{weight};font-style:{slant};"
                        + $"src:url(data:font/woff2;base64,{Convert.ToBase64String(letters)}) format(\"woff2\")}}"
                );
            }
        }

        style.Add(System.Text.Encoding.UTF8.GetString(await Read(sheet) ?? []));
        return string.Join('\n', style);
    }

    private async Task<byte[]?> Read(string path)
    {
        var file = web.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
            return null;

        await using var stream = file.CreateReadStream();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}

/// <summary>What a printed document is made of.</summary>
/// <param name="Content">What it is written from.</param>
/// <param name="Style">CSS, ours alone.</param>
public sealed record Printed<T>(T Content, string Style);
