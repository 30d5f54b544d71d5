using Virker.Casework.Ips;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Clinic;

/// <summary>The citizens who share with the clinician's unit. The use case logs the look.</summary>
public sealed class IndexModel(ReadShared read, Staff staff) : WorkerPage
{
    public IReadOnlyList<SharedCitizen> Citizens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Citizens = await read.List(Worker, (await staff.Find(Worker.Municipality.Id, Worker.Id, stop))?.TeamId, stop);
}
