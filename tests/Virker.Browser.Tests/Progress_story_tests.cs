using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>The worker makes a link, the citizen answers on a telephone, and the worker sees both sides; then the citizen
/// sees the own case.</summary>
public sealed class Progress_story_tests(Browser browser)
{
    /// <summary>From the message on the telephone to the last answer.</summary>
    private const int AnswersAtMost = 14;

    /// <summary>The worker's own side: a choice for each of the eleven, and one to save.</summary>
    private const int WorkerAtMost = 12;
    private const int Phone = 360;

    [Theory]
    [InlineData("", "Spørgsmål 4 af 9", "Tak for dine svar", "Linket virker ikke længere")]
    [InlineData("/en", "Question 4 of 9", "Thank you for your answers", "The link no longer works")]
    public async Task From_the_workers_side_to_the_citizens_and_back(
        string language,
        string fourth,
        string thanks,
        string gone
    )
    {
        await using var story = await StorySite.StartAsync();
        var page = await browser.OpenAsync(story.Address);
        string ida = $"{language}/citizens/{story.Ida}";
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString($"{ida}/progress/answer"));
        await page.Locator($"form:has(input[value='{story.Anna.Id}']) button").ClickAsync();
        await Journeys.Expect(page, $"{ida}/progress/answer");

        // The worker's side, on one page.
        await Axe.FindsNothing(page, "progress/answer");
        var worker = new Hand(page);
        for (int i = 1; i <= 11; i++)
            await worker.Choose($"B{i:00}", i == 1 ? "1" : "2");
        await worker.Click("main form button[type=submit]");
        await Journeys.Expect(page, $"{ida}/progress");
        Assert.InRange(worker.Count, 1, WorkerAtMost);

        // The link: shown once.
        string link = await Link(page, ida, language, "answers");

        // The citizen's telephone.
        var phone = await browser.OpenAsync(story.Address, Phone);
        var citizen = new Hand(phone);
        await phone.GotoAsync(link);
        await Axe.FindsNothing(phone, "begin");
        await phone.SetViewportSizeAsync(Phone, 800);
        await citizen.Click(".o-step--begin");
        await phone.WaitForURLAsync(url => url.EndsWith($"{language}/own/question", StringComparison.Ordinal));
        await Axe.FindsNothing(phone, "question");
        Assert.Equal(0, await phone.Locator("script").CountAsync());
        await phone.SetViewportSizeAsync(Phone, 800);
        for (int i = 0; i < 3; i++)
            await citizen.Click(".o-step[value='5']");

        // Left halfway, and the same message opened again: on from the fourth.
        await phone.GotoAsync("about:blank");
        await phone.GotoAsync(link);
        Assert.Contains(fourth, await phone.InnerTextAsync("main"), StringComparison.Ordinal);
        for (int i = 0; i < 6; i++)
            await citizen.Click(".o-step[value='3']");
        Assert.Contains(thanks, await phone.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(phone, "done");
        // To open the message is one more.
        Assert.InRange(citizen.Count + 1, 1, AnswersAtMost);

        // Somebody else with the same message.
        var other = await browser.OpenAsync(story.Address, Phone);
        await other.GotoAsync(link);
        await other.Locator(".o-step--begin").ClickAsync();
        Assert.Contains(gone, await other.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(other, "gone");

        // The worker sees both sides, the gap, and what may help.
        await page.GotoAsync($"{ida}/progress");
        string seen = await page.InnerTextAsync("main");
        Assert.Contains(language == "" ? "5: Rigtig meget" : "5: A great deal", seen, StringComparison.Ordinal);
        Assert.Equal(11, await page.Locator("figure.v-figure").CountAsync());
        Assert.True(await page.Locator("section[aria-labelledby=help] a").CountAsync() > 5);
        await Axe.FindsNothing(page, "progress");

        // The citizen's own door.
        await phone.SetViewportSizeAsync(Phone, 800);
        await phone.GotoAsync(await Link(page, ida, language, "door"));
        await phone.Locator(".o-step--begin").ClickAsync();
        await phone.WaitForURLAsync(url => url.EndsWith($"{language}/own", StringComparison.Ordinal));
        string own = await phone.InnerTextAsync("main");
        Assert.Contains("Jeg vil arbejde i et køkken.", own, StringComparison.Ordinal);
        Assert.Contains(language == "" ? "dig selv" : "yourself", own, StringComparison.Ordinal);
        await Axe.FindsNothing(phone, "own");
        await page.Context.CloseAsync();
        await phone.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static async Task<string> Link(IPage page, string ida, string language, string purpose)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync($"{ida}/links");
        await page.Locator($"button[name=purpose][value={purpose}]").ClickAsync();
        await page.Locator(".alert-success").WaitForAsync();
        await Axe.FindsNothing(page, "links");
        return await page.InnerTextAsync(language == "" ? "#address-da" : "#address-en");
    }
}
