using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Virker.Casework.PersonalLinks;
using Virker.Platform.Audit;

namespace Virker.Web.Site;

/// <summary>
/// A page for a citizen who came in by a personal link. Without one, or when it no longer counts, there is one calm
/// answer, always the same. What is shown is logged as the citizen's own look, before it is shown.
/// </summary>
public abstract class OwnPage : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>What the link is for; another link does not open the page.</summary>
    protected abstract LinkPurpose Purpose { get; }

    /// <summary>The page's name in the log; null where nothing of the citizen is shown.</summary>
    protected virtual string? Look => null;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Closed(HttpContext);
        var services = HttpContext.RequestServices;
        if (
            await services.GetRequiredService<Visits>().Now(HttpContext.RequestAborted) is not { } visit
            || visit.Purpose != Purpose
        )
        {
            context.Result = Gone(this);
            return;
        }

        Visit = visit;
        var executed = await next();
        if (executed.Exception is null && executed.Result is (null or PageResult) && Look is { } look)
            await services.GetRequiredService<LookupLog>().Looked(visit.Citizen, look, [visit.CitizenId], null);
    }

    /// <summary>What a citizen is shown is kept by no browser, proxy or search engine, and no address is passed on.</summary>
    public static void Closed(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>The one answer for a link that opens nothing, whatever the reason.</summary>
    public static ViewResult Gone(PageModel page) =>
        new()
        {
            ViewName = "/Pages/Own/_Gone.cshtml",
            StatusCode = StatusCodes.Status404NotFound,
            ViewData = new ViewDataDictionary(page.ViewData) { Model = null },
            TempData = page.TempData,
        };

    /// <summary>The citizen closes the link.</summary>
    protected async Task<IActionResult> Leave(CancellationToken stop)
    {
        var services = HttpContext.RequestServices;
        await services.GetRequiredService<EndVisit>().Execute(Visit, stop);
        services.GetRequiredService<Visits>().Forget();
        ViewData["Left"] = true;
        var left = Gone(this);
        left.StatusCode = StatusCodes.Status200OK;
        return left;
    }
}
