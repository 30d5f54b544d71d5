using Microsoft.AspNetCore.Identity;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>Signs in by a passkey: what a phone or computer answers to the challenge it was given.</summary>
public sealed class SignInByPasskey(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    /// <summary>The account that is now signed in, or null. A passkey cannot be guessed, so a locked account may use
    /// its own: who guesses passwords cannot keep the owner out.</summary>
    /// <param name="credential">The browser's answer as JSON.</param>
    public async Task<Account?> Execute(string credential)
    {
        if (credential.Length == 0)
            return null;
        PasskeyAssertionResult<Account> answer;
        try
        {
            answer = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it was used.
            return null;
        }

        if (!answer.Succeeded || !await signIn.CanSignInAsync(answer.User))
            return null;
        // The passkey's counter moves with each use.
        await accounts.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        await signIn.SignInAsync(answer.User, isPersistent: false, "passkey");
        return answer.User;
    }
}
