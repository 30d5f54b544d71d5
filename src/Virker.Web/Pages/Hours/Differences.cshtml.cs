using Virker.Casework.PaidHours;
using Virker.Web.Site;

namespace Virker.Web.Pages.Hours;

/// <summary>The worker's own citizens in whose months reported hours and the register differ.</summary>
public sealed class DifferencesModel(ReadHoursDifferences read) : WorkerPage
{
    public HoursDifferences Differences { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Differences = await read.Execute(Worker, stop);
        await Looked("look.hours-differences", [.. Differences.Rows.Select(r => r.CitizenId).Distinct()]);
    }
}
