using Microsoft.Playwright;

namespace Virker.Browser.Tests;

public sealed class Account_tests(Browser browser)
{
    public static TheoryData<string> Pages =>
        [
            .. from path in new[]
            {
                "/account",
                "/admin",
                "/admin/accounts/new",
                "/admin/accounts/anna",
                "/admin/teams",
            }
            from language in new[] { "", "/en" }
            select new TheoryDataRow<string>(language + path),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string path)
    {
        path = path.Replace("anna", browser.Anna.Id.ToString(), StringComparison.Ordinal);
        var page = await browser.SignInAsync(browser.Anna.Id, path);

        Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
        await Axe.FindsNothing(page, path);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_passkey_is_saved_and_signs_in_alone()
    {
        var page = await browser.SignInAsync(browser.Anna.Id, "/account");
        var authenticator = await page.Context.NewCDPSessionAsync(page);
        await authenticator.SendAsync("WebAuthn.enable");
        await authenticator.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        await page.GetByLabel("Navn, fx min telefon").FillAsync("Min telefon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem en adgangsnøgle" }).ClickAsync();
        await page.WaitForURLAsync("**/account?done=passkey");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Min telefon" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Log ud" }).ClickAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=%2Faccount");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log ind med adgangsnøgle" }).ClickAsync();
        await page.WaitForURLAsync("**/account");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Min konto" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Fjern Min telefon" }).ClickAsync();
        await page.WaitForURLAsync("**/account?done=passkey");
        await Assertions.Expect(page.GetByText("Du har ingen endnu.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_one_signs_in_and_no_button_is_shown_that_needs_it()
    {
        var page = await browser.VisitAsync("/account/sign-in", javaScript: false);

        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log ind med adgangsnøgle" }))
            .ToBeHiddenAsync();
        await page.Locator($"form:has(input[value='{browser.Anna.Id}']) button").ClickAsync();
        await page.GotoAsync("/account");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Min konto" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
