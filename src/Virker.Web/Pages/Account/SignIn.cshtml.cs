using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Web.Site;
using static Virker.Web.Site.Words;
using PlatformAccount = Virker.Platform.Accounts.Account;

namespace Virker.Web.Pages.Account;

/// <summary>Signing in: by password, by passkey, through the municipality's own log-in, or as a made-up person.</summary>
public sealed class SignInModel(
    SignInByPassword byPassword,
    SignInByPasskey byPasskey,
    SignInManager<PlatformAccount> signIn,
    SignInLimits limits,
    DemoAccounts demo,
    Oidc oidc
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What is wrong, if anything.</summary>
    public string? Problem { get; private set; }

    public bool Municipal => oidc.IsOn;

    public IReadOnlyList<DemoAccount> Demo { get; private set; } = [];

    public Task OnGetAsync(string? refused)
    {
        Problem = refused switch
        {
            "municipality" => T(
                "Din kommune bruger ikke Virker her, eller din konto hører til en anden kommune. Tal med din administrator.",
                "Your municipality does not use Virker here, or your account belongs to another one. Talk to your administrator."
            ),
            "role" => T(
                "Kommunens login giver dig ingen rolle i Virker. Tal med din administrator.",
                "The municipality's log-in gives you no role in Virker. Talk to your administrator."
            ),
            "closed" => T(
                "Din konto er lukket. Tal med din administrator.",
                "Your account is closed. Talk to your administrator."
            ),
            "failed" => T(
                "Kommunens login svarede ikke som ventet. Prøv igen.",
                "The municipality's log-in did not answer as expected. Try again."
            ),
            _ => null,
        };
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (!limits.MayTry(HttpContext, Email ?? ""))
            return TooManyTries();
        if (await byPassword.Execute(Email ?? "", password ?? "", HttpContext.RequestAborted) is { } account)
            return SignedIn(account);
        Problem = T(
            "E-mail eller adgangskode passer ikke. Efter fem forkerte forsøg er kontoen låst i et kvarter.",
            "E-mail or password does not fit. After five wrong tries the account is locked for a quarter of an hour."
        );
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(Guid account) =>
        await demo.SignInAs(account, HttpContext.RequestAborted) is { } taken ? SignedIn(taken) : Forbid();

    /// <summary>The challenge a passkey must answer, as JSON for the browser.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        limits.MayTry(HttpContext, "passkey")
            ? Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TooManyTries();

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await byPasskey.Execute(credential ?? "") is { } account)
            return SignedIn(account);
        Problem = T(
            "Adgangsnøglen blev ikke godkendt. Prøv igen, eller brug adgangskode.",
            "The passkey was not accepted. Try again, or use your password."
        );
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() => Demo = await demo.List(HttpContext.RequestAborted);

    private LocalRedirectResult SignedIn(PlatformAccount account) =>
        LocalRedirect(Landing.For(account, ReturnUrl, Url));

    private StatusCodeResult TooManyTries()
    {
        Response.Headers.RetryAfter = "300";
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
