using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;

namespace Virker.Web.Pages.Admin;

/// <summary>One account: who it is, what it may do, and whether it is open.</summary>
public sealed class AccountModel(ManageAccounts manage, ManageTeams teams, Links go) : WorkerPage
{
    public Platform.Accounts.Account Account { get; private set; } = null!;

    public AccountForm Form { get; private set; } = new();

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public bool IsLocked => manage.IsLocked(Account);

    public bool Saved { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>A new password, shown once.</summary>
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

    public void OnGet(bool saved) => Saved = saved;

    public Task<IActionResult> OnPostAsync([FromForm] AccountForm form)
    {
        Form = form;
        return Do(() => manage.Change(Worker, Account, form.Details, HttpContext.RequestAborted));
    }

    public Task<IActionResult> OnPostCloseAsync() => Do(() => manage.Close(Worker, Account));

    public Task<IActionResult> OnPostOpenAsync() => Do(() => manage.Open(Worker, Account));

    public Task<IActionResult> OnPostUnlockAsync() => Do(() => manage.Unlock(Worker, Account));

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        Password = await manage.NewPassword(Worker, Account);
        return Page();
    }

    private async Task<IActionResult> Do(Func<Task> change)
    {
        try
        {
            await change();
            return Redirect(go.AdminAccount(Account.Id) + "?saved=true");
        }
        catch (InvalidInputException wrong)
        {
            Problem = wrong.Text.ToString();
            return Page();
        }
    }
}
