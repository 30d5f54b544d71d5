using Microsoft.AspNetCore.Mvc;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Web.Site;

namespace Virker.Web.Pages.Admin;

/// <summary>A new account; its first password is shown once.</summary>
public sealed class NewAccountModel(ManageAccounts manage, ManageTeams teams) : WorkerPage
{
    public AccountForm Form { get; private set; } = new();

    public string? Email { get; private set; }

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>The new account's password, once.</summary>
    public string? Password { get; private set; }

    public async Task OnGetAsync() => Teams = await teams.List(Worker, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(string? email, [FromForm] AccountForm form)
    {
        await OnGetAsync();
        (Email, Form) = (email, form);
        string password = ManageAccounts.Generate();
        try
        {
            await manage.Add(Worker, email ?? "", form.Details, password, HttpContext.RequestAborted);
            Password = password;
        }
        catch (InvalidInputException wrong)
        {
            Problem = wrong.Text.ToString();
        }

        return Page();
    }
}
