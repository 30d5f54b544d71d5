using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Virker.Evidence.Bank;
using Virker.Web.Pages.Effects;
using Virker.Web.Pages.Placements;

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

    /// <summary>The note in the language of the request.</summary>
    public async Task<string> Note(ActionContext context, KnowledgeBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return await Render(
            context,
            "/Pages/Note/_Document.cshtml",
            new DocumentToPrint(bank, await Style("note.css"))
        );
    }

    /// <summary>The agreement on a placement in the language of the request.</summary>
    public async Task<string> Agreement(ActionContext context, Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return await Render(
            context,
            "/Pages/Placements/_AgreementDocument.cshtml",
            new AgreementToPrint(agreement, await Style("agreement.css"))
        );
    }

    /// <summary>The report of a trial in the language of the request.</summary>
    public async Task<string> Report(ActionContext context, TrialReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return await Render(
            context,
            "/Pages/Effects/_ReportDocument.cshtml",
            new ReportToPrint(report, await Style("report.css"))
        );
    }

    /// <summary>A calculation of costs in the language of the request.</summary>
    public async Task<string> Costs(ActionContext context, CostReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return await Render(
            context,
            "/Pages/Effects/_CostDocument.cshtml",
            new CostsToPrint(report, await Style("report.css"))
        );
    }

    private async Task<string> Render<T>(ActionContext context, string view, T model)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = views.GetView(null, view, isMainPage: true);
        found.EnsureSuccessful([view]);
        await using var html = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = model,
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

/// <summary>What the printed document is made of.</summary>
/// <param name="Bank">The version to write from.</param>
/// <param name="Style">CSS, ours alone.</param>
public sealed record DocumentToPrint(KnowledgeBank Bank, string Style);

/// <summary>What the printed agreement is made of; the style is CSS, ours alone.</summary>
public sealed record AgreementToPrint(Agreement Agreement, string Style);

/// <summary>What the printed report is made of; the style is CSS, ours alone.</summary>
public sealed record ReportToPrint(TrialReport Report, string Style);

/// <summary>What the printed calculation is made of; the style is CSS, ours alone.</summary>
public sealed record CostsToPrint(CostReport Report, string Style);
