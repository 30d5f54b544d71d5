using Virker.Casework.Caseload;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Pages.Teams;
using Virker.Web.Site;

namespace Virker.Web.Pages.Day;

/// <summary>The worker's own caseload. It shows counts and no citizen.</summary>
public sealed class CaseloadModel(ReadCaseload read, TimeProvider clock) : WorkerPage
{
    public CaseloadView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = new StaffMember(Worker.Id, Worker.Name, Worker.Roles, null, null, IsActive: true);
        View = new(
            await read.Execute(Worker, [me.Id], stop),
            new Dictionary<Guid, StaffMember> { [me.Id] = me },
            clock.Today()
        );
    }
}
