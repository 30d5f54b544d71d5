using Virker.Casework.Beliefs;
using Virker.Web.Site;

namespace Virker.Web.Pages.Belief;

/// <summary>How the signed-in worker's own beliefs came true. It shows no citizen, and nobody else's.</summary>
public sealed class OwnBeliefModel(ReadBeliefs read) : WorkerPage
{
    public OwnCalibration Own { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Own = await read.Calibration(Worker, stop);
}
