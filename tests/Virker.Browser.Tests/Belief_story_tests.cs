using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>After a conversation the worker says what she believes; a year later her own page tells whether it came true,
/// and the leader's tells nothing of one worker.</summary>
public sealed class Belief_story_tests(Browser browser)
{
    /// <summary>From the conversation just saved: to the question, an answer, and to save it.</summary>
    private const int ClicksAtMost = 3;

    [Theory]
    [InlineData("", "Svar, hvis år ikke er gået: 1.", "Af 1 svar, hvis år er gået", "Vises ikke", "Nobody")]
    [InlineData(
        "/en",
        "Answers whose year has not passed: 1.",
        "Of 1 answers whose year has passed",
        "Not shown",
        "Ingen"
    )]
    public async Task From_the_conversation_to_ones_own_page_and_the_leaders(
        string language,
        string waiting,
        string passed,
        string held,
        string otherLanguage
    )
    {
        await using var story = await StorySite.StartAsync();
        string ida = $"{language}/citizens/{story.Ida}";
        var page = await story.SignIn(browser, story.Anna, ida);
        await Journeys.Conversation(new Hand(page), ida);

        var hand = new Hand(page);
        await hand.Click($"main a[href='{ida}/belief']");
        await hand.Choose("percent", "20");
        await hand.Click("main form[method=post] button[type=submit]");
        await Journeys.Expect(page, $"{ida}/belief?saved=true");
        Assert.InRange(hand.Count, 1, ClicksAtMost);
        await Axe.FindsNothing(page, "belief saved");

        await page.GotoAsync($"{language}/day/belief");
        string own = await page.InnerTextAsync("main");
        Assert.Contains(waiting, own, StringComparison.Ordinal);
        Assert.DoesNotContain(otherLanguage, own, StringComparison.Ordinal);
        await Axe.FindsNothing(page, "own page, unknown yet");

        // The leader, before and after the year: never a number.
        var team = await story.Team("Jobteamet");
        var leader = await story.Hire("Lis Leder", Role.TeamLeader, team);
        story.Pass(500);
        var signedInAgain = await story.SignIn(browser, story.Anna, $"{language}/day/belief");
        Assert.Contains(passed, await signedInAgain.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(signedInAgain, "own page, passed");
        var group = await story.SignIn(browser, leader, $"{language}/team/belief");
        string table = await group.Locator("main tbody").First.InnerTextAsync();
        Assert.Contains(held, table, StringComparison.Ordinal);
        Assert.DoesNotContain("%", table, StringComparison.Ordinal);
        await Axe.FindsNothing(group, "the leader's page");
        await group.GotoAsync($"{ida}/belief");
        Assert.Equal(0, await group.Locator("main details").CountAsync());
        foreach (var open in new[] { page, signedInAgain, group })
            await open.Context.CloseAsync();
    }
}
