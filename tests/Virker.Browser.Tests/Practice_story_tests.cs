using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>The analyst reviews the practice of the made-up municipality; the leader reads it.</summary>
public sealed class Practice_story_tests(Browser browser)
{
    [Fact]
    public async Task A_review_is_made_once_and_read_in_both_languages()
    {
        await using var story = await StorySite.StartAsync();
        await story.Demo(1500);
        var page = await browser.OpenAsync(story.Address);
        await SignIn(page, "Analytiker", "/effects");
        await page.Locator("main a[href='/effects/practice']").ClickAsync();
        await Axe.FindsNothing(page, "no review yet");
        await page.Locator("main form button").ClickAsync();
        await page.Locator("main .v-card").First.WaitForAsync();
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        Assert.Equal(4, await page.Locator("main .v-card").CountAsync());

        await SignIn(page, "Teamleder", "/effects/practice");
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        foreach (var (language, cause) in new[] { ("", "ikke hvad der virker"), ("/en", "not what works") })
        {
            await page.GotoAsync($"{language}/effects/practice");
            Assert.Contains(cause, await page.InnerTextAsync("main"), StringComparison.Ordinal);
            await Axe.FindsNothing(page, $"{language}/effects/practice");
            string[] questions = await page.EvalOnSelectorAllAsync<string[]>(
                "main .v-card a",
                "links => links.map(l => l.getAttribute('href'))"
            );
            foreach (string question in questions)
            {
                await page.GotoAsync(question);
                Assert.Equal(1, await page.Locator("#cannot").CountAsync());
                // Whatever is drawn can be read as a table.
                Assert.Equal(
                    await page.Locator("main figure").CountAsync(),
                    await page.Locator("main figure table").CountAsync()
                );
                await Axe.FindsNothing(page, question);
            }
        }

        await page.Context.CloseAsync();
    }

    private static async Task SignIn(IPage page, string role, string path)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await page.Locator($"dt:text-is('{role}') + dd form button").First.ClickAsync();
        await Journeys.Expect(page, path);
    }
}
