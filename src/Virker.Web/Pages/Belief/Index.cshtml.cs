using Virker.Casework.Beliefs;
using Virker.Casework.Progress;
using Virker.Web.Site;

namespace Virker.Web.Pages.Belief;

/// <summary>How the signed-in worker's own beliefs came true, and which of the worker's citizens believe more in
/// themselves. It shows no belief in a citizen, and nobody else's.</summary>
public sealed class OwnBeliefModel(ReadBeliefs read, ReadSelfBelief themselves) : WorkerPage
{
    public OwnCalibration Own { get; private set; } = null!;

    public IReadOnlyList<SelfBelief> Themselves { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Own = await read.Calibration(Worker, stop);
        Themselves = await themselves.Execute(Worker, stop);
        if (Themselves.Count > 0)
            await Looked("look.self-belief", [.. Themselves.Select(c => c.CitizenId)]);
    }
}
