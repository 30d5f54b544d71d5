using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;

namespace Virker.Web.Site;

/// <summary>
/// Signs in whom the municipality's own log-in vouches for. The account is known by issuer and subject alone (an e-mail
/// address proves nothing), is made at the first sign-in, and gets its name and roles from the provider each time.
/// </summary>
public sealed class SignInByOidc(
    Oidc oidc,
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    MunicipalityCatalogue catalogue,
    Staff staff
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
        var account = await accounts.FindByLoginAsync(subject.Issuer, subject.Value);
        if (account is null)
        {
            var id = Guid.CreateVersion7();
            account = new Account
            {
                Id = id,
                UserName = "oidc/" + id,
                Email = vouched.FindFirstValue("email"),
                DisplayName = name,
                MunicipalityId = municipality.Id,
                Roles = roles,
            };
            Require(await accounts.CreateAsync(account));
            Require(
                await accounts.AddLoginAsync(account, new UserLoginInfo(subject.Issuer, subject.Value, Oidc.Scheme))
            );
        }

        if (account.MunicipalityId != municipality.Id)
            return (null, "municipality");
        if (!await signIn.CanSignInAsync(account))
            return (null, "closed");
        if (account.DisplayName != name || !account.Roles.Equals(roles))
        {
            (account.DisplayName, account.Roles) = (name, roles);
            Require(await accounts.UpdateAsync(account));
        }

        staff.Forget(municipality.Id);
        await signIn.SignInAsync(account, isPersistent: false, Oidc.Scheme);
        return (account, null);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
    }
}
