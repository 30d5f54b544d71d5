namespace Virker.Browser.Tests;

/// <summary>A whole conversation and a whole placement by those who have no mouse, or no script.</summary>
public sealed class Journeys_by_other_means_tests(Browser browser)
{
    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task The_keyboard_alone_is_enough_from_signing_in_to_a_printed_agreement(string language)
    {
        await using var story = await StorySite.StartAsync();
        var page = await browser.OpenAsync(story.Address);
        await Whole(new KeyboardHand(page), story, language);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task No_script_is_needed_from_signing_in_to_a_printed_agreement(string language)
    {
        await using var story = await StorySite.StartAsync();
        var page = await browser.OpenAsync(story.Address, javaScript: false);
        await Whole(new Hand(page), story, language);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_comes_to_everything_on_the_way_and_away_again()
    {
        await using var story = await StorySite.StartAsync();
        var page = await browser.OpenAsync(story.Address);
        var hand = new KeyboardHand(page);
        string ida = await SignIn(hand, story, "");
        string[] paths =
        [
            "/day",
            ida,
            .. new[] { "conversation", "assessment/new", "options", "plan", "match", "hours" }.Select(p =>
                $"{ida}/{p}"
            ),
        ];
        foreach (string path in paths)
        {
            await page.GotoAsync(path);
            await hand.GoAround();
        }

        await page.GotoAsync($"{ida}/match");
        await page.GotoAsync((await page.Locator("a.button[href*='/placement?']").First.GetAttributeAsync("href"))!);
        await hand.GoAround();
        await page.Context.CloseAsync();
    }

    private static async Task Whole(Hand hand, StorySite story, string language)
    {
        string ida = await SignIn(hand, story, language);
        await hand.Click($"main a[href='{ida}']");
        await Journeys.Expect(hand.Page, ida);
        await Journeys.Conversation(hand, ida);
        await hand.Click($"main a[href='{ida}']");
        await Journeys.Option(hand, ida);
        await hand.Click($"main a[href='{ida}']");
        await Journeys.Placement(hand, ida);
    }

    private static async Task<string> SignIn(Hand hand, StorySite story, string language)
    {
        await hand.Page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(language + "/day"));
        await hand.Click($"form:has(input[value='{story.Anna.Id}']) button");
        await Journeys.Expect(hand.Page, language + "/day");
        return $"{language}/citizens/{story.Ida}";
    }
}
