using Microsoft.AspNetCore.Mvc;
using Virker.Effects.Trials;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>A trial's rows without names, for the analyst alone; everybody in it has a line in the log.</summary>
public sealed class ExportModel(ExportTrial export) : WorkerPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await export.Execute(Worker, id, stop) is not { } packed)
            return NotFound();
        await Looked("look.trial-export", packed.Citizens);
        Response.Headers.CacheControl = "no-store";
        return File(packed.Zip, "application/zip", $"{Words.T("forsoeg", "trial")}.zip");
    }
}
