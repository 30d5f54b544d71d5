using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Web.Site;

namespace Virker.Web.Pages.Account;

/// <summary>The way to the municipality's own log-in and back.</summary>
[ResponseCache(NoStore = true)]
public sealed class ExternalModel(Oidc oidc, SignInByOidc byOidc) : PageModel
{
    public IActionResult OnGet(string? returnUrl)
    {
        if (!oidc.IsOn)
            return NotFound();
        // The provider knows one address of ours, without a language.
        return Request.PathBase.HasValue
            ? Redirect("/account/external" + Request.QueryString)
            : Challenge(
                new AuthenticationProperties
                {
                    RedirectUri = "/account/external/done" + QueryString.Create("returnUrl", returnUrl ?? ""),
                },
                Oidc.Scheme
            );
    }

    public async Task<IActionResult> OnGetDoneAsync(string? returnUrl)
    {
        var vouched = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (vouched.Principal is null)
            return Redirect("/account/sign-in?refused=failed");
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var (account, refused) = await byOidc.Execute(vouched.Principal, HttpContext.RequestAborted);
        return account is null
            ? Redirect("/account/sign-in?refused=" + refused)
            : LocalRedirect(Landing.For(account, returnUrl, Url));
    }
}
