using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Web.Site;
using PlatformAccount = Virker.Platform.Accounts.Account;

namespace Virker.Web.Pages.Account;

/// <summary>Signs out. It takes a form, so that no link or picture on another site can do it.</summary>
public sealed class SignOutModel(SignInManager<PlatformAccount> signIn, Links go) : PageModel
{
    public IActionResult OnGet() => Redirect(go.Account);

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect(go.Home);
    }
}
