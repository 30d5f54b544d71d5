using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Casework.Citizens;

namespace Virker.Web.Site;

/// <summary>
/// A page about one citizen, at <c>/citizens/{id}/…</c>. A citizen the worker's municipality does not know is not
/// found; a look at one is logged before the page is shown.
/// </summary>
public abstract class CitizenPage : WorkerPage
{
    /// <summary>Whom the page is about.</summary>
    public CitizenHead Citizen { get; private set; } = null!;

    /// <summary>The page's name in the log.</summary>
    protected abstract string Look { get; }

    /// <summary>The purpose of the look, where the page asks for one.</summary>
    protected virtual string? Why => null;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var found = Guid.TryParse((string?)RouteData.Values["id"], out var id)
            ? await HttpContext
                .RequestServices.GetRequiredService<ReadCitizen>()
                .Head(Worker, id, HttpContext.RequestAborted)
            : null;
        if (found is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        Citizen = found;
        var executed = await next();
        // Shown is a page or a file; a redirect or a refusal shows nothing.
        if (executed.Exception is null && executed.Result is (null or PageResult or FileResult))
            await Looked(Look, [found.Id], Why);
    }
}
