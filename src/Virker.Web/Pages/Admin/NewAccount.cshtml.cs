using Microsoft.AspNetCore.Mvc;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;
using Virker.Web.Site.Forms;

namespace Virker.Web.Pages.Admin;

/// <summary>An account just made, and its first password.</summary>
public sealed record AccountMade(string Name, string Password);

/// <summary>A new account; its first password is shown for a few minutes to the one who made it.</summary>
public sealed class NewAccountModel(ManageAccounts manage, ManageTeams teams, KeptForms kept, Links go) : WorkerPage
{
    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public AccountMade? Made { get; private set; }

    public async Task OnGetAsync(string? result, CancellationToken stop)
    {
        Teams = await teams.List(Worker, stop);
        Made = await kept.Find<AccountMade>(result, stop);
    }

    public async Task<IActionResult> OnPostAsync(string? email, [FromForm] AccountForm form, CancellationToken stop)
    {
        string password = ManageAccounts.Generate();
        var account = await manage.Add(Worker, email ?? "", form.Details, password, stop);
        var id = await kept.KeepResult(new AccountMade(account.DisplayName, password), stop, KeptForms.SecretTime);
        return Redirect($"{go.AdminNewAccount}?{Links.ResultKey}={id}");
    }
}
