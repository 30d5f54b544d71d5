using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Casework.Placements;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Placements;

/// <summary>A page about one placement, at <c>/placements/{id}/…</c>. It shows a citizen, so it is logged as one look at
/// that citizen before it is shown.</summary>
public abstract class PlacementPage : WorkerPage
{
    public PlacementRead Placement { get; private set; } = null!;

    /// <summary>The page's name in the log.</summary>
    protected abstract string Look { get; }

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var found = Guid.TryParse((string?)RouteData.Values["id"], out var id)
            ? await HttpContext
                .RequestServices.GetRequiredService<ReadPlacement>()
                .Execute(Worker, id, HttpContext.RequestAborted)
            : null;
        if (found is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        Placement = found;
        var executed = await next();
        if (executed.Exception is null && executed.Result is (null or PageResult or FileResult))
            await Looked(Look, [found.Citizen.Id]);
    }

    /// <summary>A worker's name; null when nobody is meant.</summary>
    protected async Task<string?> NameOf(Guid? worker) =>
        worker is { } id
            ? (
                await HttpContext
                    .RequestServices.GetRequiredService<Staff>()
                    .Find(Worker.Municipality.Id, id, HttpContext.RequestAborted)
            )?.Name
            : null;
}
