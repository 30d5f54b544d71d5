using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Ips;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Clinic;

/// <summary>What a citizen shares with the clinician's unit; refused without a live consent. The use case logs both.</summary>
public sealed class CitizenModel(ReadShared read, Staff staff, TimeProvider clock) : WorkerPage
{
    public SharedCase Shared { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var unit = (await staff.Find(Worker.Municipality.Id, Worker.Id, stop))?.TeamId;
        if (await read.Execute(Worker, unit, id, stop) is not { } shared)
            // One answer for no consent and for nobody: an address tells nothing.
            return NotFound();
        Shared = shared;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
