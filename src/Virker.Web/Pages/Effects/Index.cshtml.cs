using Virker.Effects.Trials;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>The municipality's trials.</summary>
public sealed class IndexModel(ReadTrials trials) : WorkerPage
{
    public IReadOnlyList<TrialLine> Trials { get; private set; } = [];

    public bool MayPlan => Worker.Roles.Contains(Role.Analyst);

    public async Task OnGetAsync(CancellationToken stop) => Trials = await trials.All(Worker, stop);
}
