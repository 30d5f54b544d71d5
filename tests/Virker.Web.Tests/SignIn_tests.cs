using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;

namespace Virker.Web.Tests;

public sealed class SignIn_tests(TheSite site)
{
    private const string Password = "hest sadel grime tøjle";

    [Fact]
    public async Task The_right_password_signs_in_with_a_cookie_only_the_server_reads()
    {
        var account = await site.Account(await site.Municipality(), Password, Role.Administrator);
        using var client = site.Client();

        var answer = await Try(client, account.Email!, Password);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/admin", answer.Headers.Location!.OriginalString);
        string cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("virker=", StringComparison.Ordinal)
        );
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
        using var page = await client.Get("/account");
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Contains("Prøve Prøvesen", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_after_the_same_time()
    {
        var account = await site.Account(await site.Municipality(), Password, Role.Caseworker);
        using var client = site.Client();

        var (wrong, wrongTime) = await Timed(client, account.Email!);
        var (unknown, unknownTime) = await Timed(client, $"{Guid.CreateVersion7()}@example.org");

        Assert.Equal(wrong, unknown);
        Assert.True(wrongTime.TotalMilliseconds >= 490, $"{wrongTime}");
        Assert.True(unknownTime.TotalMilliseconds >= 490, $"{unknownTime}");
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_account_and_nobody_is_told()
    {
        var account = await site.Account(await site.Municipality(), Password, Role.Caseworker);
        using var client = site.Client();
        string first = "";
        for (int i = 0; i < AccountServices.WrongTries; i++)
            first = await Problem(await Try(client, account.Email!, "forkert"));

        var right = await Try(client, account.Email!, Password);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(first, await Problem(right));
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var locked = (await accounts.FindByIdAsync(account.Id.ToString()))!;
        Assert.True(await accounts.IsLockedOutAsync(locked));
        await accounts.SetLockoutEndDateAsync(locked, null);
        Assert.Equal(HttpStatusCode.Redirect, (await Try(client, account.Email!, Password)).StatusCode);
    }

    [Fact]
    public async Task Too_many_tries_for_one_name_are_told_to_wait()
    {
        using var client = site.Client();
        string name = $"{Guid.CreateVersion7()}@example.org";
        string token = await Token(client);
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, Site.SignInLimits.PerName + 1)
                .Select(_ =>
                    client.Send(
                        "/account/sign-in",
                        [("email", name), ("password", "x"), ("__RequestVerificationToken", token)]
                    )
                )
        );

        var refused = Assert.Single(tries, t => t.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains("Vent nogle minutter", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = site.Client();

        var answer = await client.Send("/account/sign-in", [("email", "a@example.org"), ("password", "x")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var account = await site.Account(await site.Municipality(), Password, Role.Administrator);
        using var client = site.Client();

        var answer = await client.Post(
            "/account/sign-in",
            [("email", account.Email!), ("password", Password), ("returnUrl", returnUrl)]
        );

        Assert.Equal("/admin", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_visitor_signs_in_and_comes_back_to_the_page_asked_for_in_the_same_language()
    {
        using var client = site.Client();

        var asked = await client.Get("/en/account?done=language");

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal(
            "/en/account/sign-in?returnUrl=%2Fen%2Faccount%3Fdone%3Dlanguage",
            asked.Headers.Location!.PathAndQuery
        );
        var account = await site.Account(await site.Municipality(), Password, Role.Administrator);
        var signedIn = await client.Post(
            asked.Headers.Location.PathAndQuery,
            [("email", account.Email!), ("password", Password), ("returnUrl", "/en/account?done=language")]
        );
        Assert.Equal("/en/account?done=language", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_takes_a_form_and_ends_the_session()
    {
        using var client = await site.As(Role.Administrator);

        Assert.Equal(HttpStatusCode.Redirect, (await client.Get("/account/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.Get("/account")).StatusCode);
        await client.Post("/account", [], to: "/account/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await client.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_cannot_sign_in()
    {
        var account = await site.Account(await site.Municipality(), Password, Role.Caseworker);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var closed = (await accounts.FindByIdAsync(account.Id.ToString()))!;
            closed.IsActive = false;
            await accounts.UpdateAsync(closed);
        }

        using var client = site.Client();
        Assert.Equal(HttpStatusCode.OK, (await Try(client, account.Email!, Password)).StatusCode);
        var demo = await client.Post(
            "/account/sign-in",
            [("account", account.Id.ToString())],
            to: "/account/sign-in?handler=Demo"
        );
        Assert.NotEqual("/", demo.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Get("/account")).StatusCode);
    }

    private static Task<HttpResponseMessage> Try(SiteClient client, string email, string password) =>
        client.Post("/account/sign-in", [("email", email), ("password", password)]);

    private static async Task<string> Token(SiteClient client) =>
        (await client.Page("/account/sign-in"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

    private static async Task<(string Problem, TimeSpan Time)> Timed(SiteClient client, string email)
    {
        string token = await Token(client);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var answer = await client.Send(
            "/account/sign-in",
            [("email", email), ("password", "forkert"), ("__RequestVerificationToken", token)]
        );
        return (await Problem(answer), clock.Elapsed);
    }

    private static async Task<string> Problem(HttpResponseMessage answer)
    {
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return page.QuerySelector(".alert-error")!.TextContent;
    }
}
