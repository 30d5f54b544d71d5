using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;

namespace Virker.Web.Pages.Admin;

/// <summary>The municipality's accounts.</summary>
public sealed class IndexModel(ManageAccounts manage, ManageTeams teams) : WorkerPage
{
    public IReadOnlyList<Platform.Accounts.Account> Accounts { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Teams { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync()
    {
        Accounts = await manage.List(Worker, HttpContext.RequestAborted);
        Teams = (await teams.List(Worker, HttpContext.RequestAborted)).ToDictionary(t => t.Id, t => t.Name);
    }

    public bool IsLocked(Platform.Accounts.Account account) => manage.IsLocked(account);
}
