using Microsoft.Playwright;
using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>A leader opens IPS worked out, makes the numbers her own, and takes the report along.</summary>
public sealed class Cost_story_tests(Browser browser)
{
    [Theory]
    [InlineData("", "1.745.569", "Linje 1: ", "2.275.569")]
    [InlineData("/en", "1,745,569", "Line 1: ", "2,275,569")]
    public async Task From_the_example_to_an_own_calculation(string language, string saved, string line, string free)
    {
        await using var story = await StorySite.StartAsync();
        var leader = await story.Hire("Lone Leder", Role.TeamLeader);
        var page = await story.SignIn(browser, leader, $"{language}/effects");
        await page.Locator($"main a[href='{language}/effects/costs']").ClickAsync();
        Assert.Contains(saved, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(page, "the example");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator("main form.v-form").IsVisibleAsync());
        Assert.True(await page.Locator("#result").IsVisibleAsync());
        // What an A4 page with these margins is wide: no table may run over its edge.
        await page.SetViewportSizeAsync(672, 1000);
        Assert.True(
            await page.EvalOnSelectorAllAsync<bool>(
                "main table",
                "tables => tables.length > 3 && tables.every(t => t.getBoundingClientRect().right <= innerWidth)"
            )
        );
        await page.SetViewportSizeAsync(1280, 1000);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });

        // An amount that cannot be read is asked about.
        await Open(page, 0);
        await page.Locator("[name='kr.0']").FillAsync("50.00.0");
        await Work(page);
        Assert.Contains(line, await page.InnerTextAsync("main .alert"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#result").CountAsync());
        Assert.Equal("true", await page.Locator("[name='kr.0']").GetAttributeAsync("aria-invalid"));
        await Axe.FindsNothing(page, "a wrong line");

        // An effort that costs nothing leaves what the behaviour saves.
        await page.Locator("[name='kr.0']").FillAsync("0");
        await page.Locator("[name='spread.0']").SelectOptionAsync("fixed");
        await page.Locator("[name='kr_low.0']").FillAsync("");
        await page.Locator("[name='kr_high.0']").FillAsync("");
        await Work(page);
        Assert.Contains(free, await page.InnerTextAsync("main .v-expect"), StringComparison.Ordinal);

        // One more line, with a price nobody has read: refused until an own amount with its source is given.
        await page.Locator("button[formaction*='handler=Add']").ClickAsync();
        await page.Locator("[name='line.4']").FillAsync("Sengedage");
        await page.Locator("[name='price.4']").SelectOptionAsync("psychiatric_bed_day");
        await page.Locator("[name='year.4']").FillAsync("1");
        await page.Locator("[name='units.4']").FillAsync("-1,5");
        await Work(page);
        Assert.Equal("true", await page.Locator("[name='price.4']").GetAttributeAsync("aria-invalid"));
        await page.Locator("[name='kr.4']").FillAsync("4000,50");
        await page.Locator("[name='source.4']").FillAsync("Regionens takst");
        await Work(page);
        Assert.Contains("Regionens takst", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("-1.5", (await page.Locator("[name='units.4']").InputValueAsync()).Replace(',', '.'));

        // On paper.
        string token = await page.Locator("[name='__RequestVerificationToken']").First.InputValueAsync();
        var fields = await page.EvalOnSelectorAsync<Dictionary<string, string>>(
            "main form.v-form",
            "form => Object.fromEntries(new FormData(form))"
        );
        var form = page.APIRequest.CreateFormData();
        foreach (var (name, value) in fields)
            form.Set(name, value);
        form.Set("__RequestVerificationToken", token);
        var answered = await page.APIRequest.PostAsync(
            $"{story.Address}{language}/effects/costs?handler=Pdf",
            new() { Form = form }
        );
        Assert.Equal(200, answered.Status);
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await answered.BodyAsync()).AsSpan(0, 4)));
        await page.Context.CloseAsync();
    }

    private static async Task Open(IPage page, int line) =>
        await page.Locator($"main form details:has([name='kr.{line}']) summary").ClickAsync();

    /// <summary>Sends the form and waits for the answer.</summary>
    private static async Task Work(IPage page)
    {
        await page.EvalOnSelectorAsync("body", "body => body.dataset.old = 'true'");
        await page.Locator("main form.v-form button.button-primary").ClickAsync();
        await page.Locator("body:not([data-old])").WaitForAsync();
    }
}
