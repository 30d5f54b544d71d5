using System.Globalization;
using Microsoft.Playwright;
using Virker.Tests;

namespace Virker.Browser.Tests;

/// <summary>From the first conversation to paid hours, as one worker does it in a browser.</summary>
public sealed class Story_tests(Browser browser)
{
    /// <summary>The bounds the house has set itself; the ministry counted about 80 and 40 in the systems of 2023.</summary>
    private const int PlacementAtMost = 12;
    private const int ConversationAtMost = 8;

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task From_my_day_to_paid_hours_and_back(string language)
    {
        await using var story = await StorySite.StartAsync();
        var page = await browser.OpenAsync(story.Address);
        string ida = $"{language}/citizens/{story.Ida}";

        // My day: a new citizen of mine stands still.
        await SignIn(page, story, language + "/day");
        await page.Locator($"a[href='{ida}']").First.ClickAsync();
        await Journeys.Expect(page, ida);
        Assert.Contains("Jeg vil arbejde i et køkken.", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // A conversation with a next step.
        var talk = new Hand(page);
        await Journeys.Conversation(talk, ida);
        Assert.InRange(talk.Count, 1, ConversationAtMost);

        // The assessment.
        await page.GotoAsync($"{ida}/assessment/new");
        await page.Locator("[name='citizenWords']").FillAsync("Jeg vil gerne i gang.");
        await page.Locator("input[name='wantsToWork'][value='yes'], input[name='wantsToWork'][value='true']")
            .First.CheckAsync();
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        Assert.Contains("Jeg vil gerne i gang.", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // The options: not the first of the list, with a reason. A plan line first, as the law has it.
        await page.GotoAsync(ida);
        await Journeys.Option(new Hand(page), ida);

        // The placement: from the citizen's page to an agreement that can be printed.
        await page.GotoAsync(ida);
        var placement = new Hand(page);
        await Journeys.Placement(placement, ida);
        Assert.InRange(placement.Count, 1, PlacementAtMost);
        await Documented("Company internship with agreed paid hours", 80, PlacementAtMost, placement.Count);
        await Documented("Conversation with next step", 40, ConversationAtMost, talk.Count);

        // Nine weeks later: eight weeks of hours on one page.
        story.Pass(9 * 7);
        await SignIn(page, story, $"{ida}/hours");
        var weeks = page.Locator(".h-weeks input:not([type=hidden])");
        int shown = await weeks.CountAsync();
        Assert.Equal(8, shown);
        for (int i = 0; i < shown; i++)
            await weeks.Nth(i).FillAsync((3 + i).ToString(CultureInfo.InvariantCulture));

        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.Locator(".alert-success").WaitForAsync();
        string[] reached = language == "" ? ["første løntime", "10 timer"] : ["first paid hour", "10 hours"];
        string saved = await page.InnerTextAsync("main");
        Assert.All(reached, mark => Assert.Contains(mark, saved, StringComparison.OrdinalIgnoreCase));

        // My day tells it.
        await page.GotoAsync(language + "/day");
        Assert.Contains(
            "Ida Prøve",
            await page.InnerTextAsync("section[aria-labelledby=moved]"),
            StringComparison.Ordinal
        );
        await page.Context.CloseAsync();
    }

    private static async Task SignIn(IPage page, StorySite story, string path)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await page.Locator($"form:has(input[value='{story.Anna.Id}']) button").ClickAsync();
        await Journeys.Expect(page, path);
    }

    /// <summary>The documents say what was counted: one number for both languages, since each must be it.</summary>
    private static async Task Documented(string journey, int today, int bound, int counted)
    {
        string documented = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "performance.md"));
        string line = $"| {journey} | about {today} | {bound} | {counted} | {counted} |";
        Assert.True(documented.Contains(line, StringComparison.Ordinal), "docs/performance.md does not say: " + line);
    }
}
