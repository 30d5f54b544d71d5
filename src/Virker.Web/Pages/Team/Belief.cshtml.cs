using Virker.Casework.Beliefs;
using Virker.Web.Site;

namespace Virker.Web.Pages.Teams;

/// <summary>How large groups' beliefs came true, for leaders.</summary>
public sealed class TeamBeliefModel(ReadGroupBeliefs read) : WorkerPage
{
    public GroupBeliefs Beliefs { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Beliefs = await read.Execute(Worker, stop);
}
