using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;
using Virker.Web.Site.Forms;

namespace Virker.Web.Pages.Admin;

/// <summary>A password just made.</summary>
public sealed record NewPassword(string Password);

/// <summary>One account: who it is, what it may do, and whether it is open.</summary>
public sealed class AccountModel(ManageAccounts manage, ManageTeams teams, KeptForms kept, Links go) : WorkerPage
{
    public Platform.Accounts.Account Account { get; private set; } = null!;

    public AccountForm Form { get; private set; } = new();

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public bool IsLocked => manage.IsLocked(Account);

    public bool Saved { get; private set; }

    /// <summary>A new password, shown for a few minutes to the one who made it.</summary>
    public string? Password { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await manage.Find(Worker, id) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Account = found;
        Form = AccountForm.Of(found);
        Teams = await teams.List(Worker, HttpContext.RequestAborted);
        await next();
    }

    public async Task OnGetAsync(bool saved, string? result, CancellationToken stop) =>
        (Saved, Password) = (saved, (await kept.Find<NewPassword>(result, stop))?.Password);

    public Task<IActionResult> OnPostAsync([FromForm] AccountForm form, string? stamp)
    {
        Form = form;
        // Somebody who changed the account after the form was compared with it comes first.
        Account.ConcurrencyStamp = stamp ?? Account.ConcurrencyStamp;
        return Do(() => manage.Change(Worker, Account, form.Details, HttpContext.RequestAborted));
    }

    public Task<IActionResult> OnPostCloseAsync() => Do(() => manage.Close(Worker, Account));

    public Task<IActionResult> OnPostOpenAsync() => Do(() => manage.Open(Worker, Account));

    public Task<IActionResult> OnPostUnlockAsync() => Do(() => manage.Unlock(Worker, Account));

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var made = new NewPassword(await manage.NewPassword(Worker, Account));
        var id = await kept.KeepResult(made, HttpContext.RequestAborted, KeptForms.SecretTime);
        return Redirect($"{go.AdminAccount(Account.Id)}?{Links.ResultKey}={id}");
    }

    private async Task<IActionResult> Do(Func<Task> change)
    {
        await change();
        return Redirect(go.AdminAccount(Account.Id) + "?saved=true");
    }
}
