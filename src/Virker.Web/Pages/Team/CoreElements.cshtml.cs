using Virker.Casework.CoreElements;
using Virker.Web.Site;

namespace Virker.Web.Pages.Teams;

/// <summary>The core elements in a team over time, and the municipality's result month by month: numbers, no
/// citizens.</summary>
public sealed class TeamElementsModel(ReadTeamElements elements, ReadResults results) : WorkerPage
{
    public TeamElements Elements { get; private set; } = null!;

    public MonthlyResults Results { get; private set; } = null!;

    public async Task OnGetAsync(Guid? team, CancellationToken stop)
    {
        Elements = await elements.Execute(Worker, team, stop);
        Results = await results.Execute(Worker, stop);
    }
}
