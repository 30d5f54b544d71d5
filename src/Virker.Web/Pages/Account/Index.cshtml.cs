using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;
using PlatformAccount = Virker.Platform.Accounts.Account;

namespace Virker.Web.Pages.Account;

/// <summary>One's own account: language, password, and the passkeys one signs in with.</summary>
public sealed class IndexModel(
    UserManager<PlatformAccount> accounts,
    SignInManager<PlatformAccount> signIn,
    TimeProvider clock,
    Links go
) : PageModel
{
    private const int LongestName = 60;

    public PlatformAccount Mine { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>What is wrong with the new password, if anything.</summary>
    public string? PasswordProblem { get; private set; }

    public string? PasskeyProblem { get; private set; }

    /// <summary>What was just done: <c>language</c>, <c>password</c>, <c>passkey</c>.</summary>
    public string? Done { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        Mine = (await accounts.GetUserAsync(User))!;
        Passkeys = [.. await accounts.GetPasskeysAsync(Mine)];
        await next();
    }

    public void OnGet(string? done) => Done = done;

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        if (language is not (PlatformAccount.English or PlatformAccount.Danish))
        {
            throw new InvalidInputException(
                new("Vælg et sprog på listen.", "Choose a language on the list."),
                "language"
            );
        }
        Mine.Language = language == PlatformAccount.English ? PlatformAccount.English : PlatformAccount.Danish;
        await accounts.UpdateAsync(Mine);
        return LocalRedirect((Mine.Language == PlatformAccount.English ? "/en" : "") + "/account?done=language");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? chosen)
    {
        var result = await accounts.ChangePasswordAsync(Mine, current ?? "", chosen ?? "");
        if (result.Succeeded)
        {
            await signIn.RefreshSignInAsync(Mine);
            return Redirect(go.Account + "?done=password");
        }

        PasswordProblem = result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch))
            ? T("Din nuværende adgangskode passer ikke.", "Your present password does not fit.")
            : T(
                $"Den nye adgangskode skal være på mindst {AccountServices.PasswordLength} tegn. Nogle ord efter hinanden er let at huske.",
                $"The new password must have at least {AccountServices.PasswordLength} characters. A few words in a row are easy to remember."
            );
        return Page();
    }

    /// <summary>What the browser needs to make a passkey, as JSON.</summary>
    public async Task<ContentResult> OnPostPasskeyOptionsAsync() =>
        Content(
            await signIn.MakePasskeyCreationOptionsAsync(
                new PasskeyUserEntity
                {
                    Id = Mine.Id.ToString(),
                    Name = Mine.UserName!,
                    DisplayName = Mine.DisplayName,
                }
            ),
            "application/json"
        );

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, string? name)
    {
        var made = await signIn.PerformPasskeyAttestationAsync(credential ?? "{}");
        // The challenge named an account; another one cannot be given the passkey.
        if (!made.Succeeded || made.UserEntity.Id != Mine.Id.ToString())
        {
            PasskeyProblem = T("Adgangsnøglen blev ikke gemt. Prøv igen.", "The passkey was not saved. Try again.");
            return Page();
        }

        made.Passkey.Name = NameOf(name) ?? T("Adgangsnøgle", "Passkey") + " " + Show.Date(clock.GetUtcNow());
        await accounts.AddOrUpdatePasskeyAsync(Mine, made.Passkey);
        return Redirect(go.Account + "?done=passkey");
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync(string? id, string? name)
    {
        if (Find(id) is { } passkey && NameOf(name) is { } chosen)
        {
            passkey.Name = chosen;
            await accounts.AddOrUpdatePasskeyAsync(Mine, passkey);
        }

        return Redirect(go.Account + "?done=passkey");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        if (Find(id) is { } passkey)
            await accounts.RemovePasskeyAsync(Mine, passkey.CredentialId);
        return Redirect(go.Account + "?done=passkey");
    }

    /// <summary>The key of a passkey as the page writes it.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private UserPasskeyInfo? Find(string? id) => Passkeys.FirstOrDefault(passkey => IdOf(passkey) == id);

    private static string? NameOf(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null
        : name.Trim() is { Length: > LongestName } longer ? longer[..LongestName]
        : name.Trim();
}
