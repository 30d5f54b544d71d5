using Microsoft.AspNetCore.Identity;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>
/// Signs in by e-mail and password. Whoever guesses learns nothing: an unknown address, a wrong password, a locked and a
/// closed account get the same answer after the same time.
/// </summary>
public sealed class SignInByPassword(
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    IPasswordHasher<Account> hasher,
    TimeProvider clock
)
{
    // Longer than a check of a password and a write of a wrong try take.
    private static readonly TimeSpan SameTime = TimeSpan.FromMilliseconds(500);
    private static readonly Account Nobody = new() { DisplayName = "" };
    private static string? _nobodysHash;

    /// <summary>The account that is now signed in, or null.</summary>
    public async Task<Account?> Execute(string email, string password, CancellationToken stop)
    {
        var patience = Task.Delay(SameTime, clock, stop);
        var account = await accounts.FindByNameAsync(email.Trim());
        if (account is not null && await MayTry(account))
        {
            var result = await signIn.PasswordSignInAsync(
                account,
                password,
                isPersistent: false,
                lockoutOnFailure: true
            );
            if (result.Succeeded)
                return account;
        }
        else
        {
            _nobodysHash ??= hasher.HashPassword(Nobody, Guid.CreateVersion7().ToString());
            hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        }

        await patience;
        return null;
    }

    private async Task<bool> MayTry(Account account) =>
        account.PasswordHash is not null
        && await signIn.CanSignInAsync(account)
        && !await accounts.IsLockedOutAsync(account);
}
