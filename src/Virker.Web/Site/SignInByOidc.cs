using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Municipalities;

namespace Virker.Web.Site;

/// <summary>
/// Signs in whom the municipality's own log-in vouches for. The account is made at the first sign-in, and gets its name
/// and roles from the provider each time.
/// </summary>
public sealed class SignInByOidc(
    Oidc oidc,
    ManageAccounts manage,
    SignInManager<Account> signIn,
    MunicipalityCatalogue catalogue
)
{
    /// <summary>The account that is now signed in, or why nobody is: <c>municipality</c>, <c>role</c>, <c>closed</c>,
    /// <c>failed</c>.</summary>
    public async Task<(Account? Account, string? Refused)> Execute(ClaimsPrincipal vouched, CancellationToken stop)
    {
        if (vouched.FindFirst("sub") is not { } subject)
            return (null, "failed");
        var roles = RoleCodes.Of(
            vouched
                .FindAll(oidc.RoleClaim)
                .Where(claim => oidc.Roles.ContainsKey(claim.Value))
                .Select(claim => oidc.Roles[claim.Value])
        );
        if (roles.Count == 0)
            return (null, "role");
        string called = vouched.FindFirstValue(oidc.MunicipalityClaim) ?? "";
        if (await catalogue.Find(oidc.Municipalities.GetValueOrDefault(called, called), stop) is not { } municipality)
            return (null, "municipality");

        string name = vouched.FindFirstValue("name") ?? vouched.FindFirstValue("email") ?? subject.Value;
        var login = new UserLoginInfo(subject.Issuer, subject.Value, Oidc.Scheme);
        if (await manage.Vouched(municipality, login, vouched.FindFirstValue("email"), name, roles) is not { } account)
            return (null, "municipality");
        if (!await signIn.CanSignInAsync(account))
            return (null, "closed");
        await signIn.SignInAsync(account, isPersistent: false, Oidc.Scheme);
        return (account, null);
    }
}
