using Microsoft.AspNetCore.Mvc;
using Virker.Dkfds;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Admin;

/// <summary>The municipality's teams, each with its leader.</summary>
public sealed class TeamsModel(ManageTeams manage, Staff staff, Links go) : WorkerPage
{
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public IReadOnlyList<DkOption> Leaders { get; private set; } = [];

    public bool Saved { get; private set; }

    public async Task OnGetAsync(bool saved)
    {
        Saved = saved;
        Teams = await manage.List(Worker, HttpContext.RequestAborted);
        var members = await staff.Of(Worker.Municipality.Id, HttpContext.RequestAborted);
        Leaders =
        [
            new("", T("Ingen leder", "No leader")),
            .. members.Where(m => m.IsActive).Select(m => new DkOption(m.Id.ToString(), m.Name)),
        ];
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? name, Guid? leader)
    {
        await manage.Save(Worker, id, name, leader, HttpContext.RequestAborted);
        return Redirect(go.AdminTeams + "?saved=true");
    }
}
