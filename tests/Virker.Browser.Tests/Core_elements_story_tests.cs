using Microsoft.Playwright;
using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>The worker sees which elements are in place and writes an exemption; the leader sees numbers.</summary>
public sealed class Core_elements_story_tests(Browser browser)
{
    [Theory]
    [InlineData("", "Jobmålet er sagt", "løber endnu", "Efter reglerne for Flere skal med 2", "100 %")]
    [InlineData("/en", "The job goal was said", "still runs", "By the rules of Flere skal med 2", "100%")]
    public async Task From_a_citizens_elements_to_the_teams(
        string language,
        string goal,
        string runs,
        string rules,
        string all
    )
    {
        await using var story = await StorySite.StartAsync();
        string elements = $"{language}/citizens/{story.Ida}/core-elements";
        var page = await story.SignIn(browser, story.Anna, elements);
        Assert.Contains(goal, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(page, "core elements");

        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await page.GetByText(runs).WaitForAsync();
        await Axe.FindsNothing(page, "exempt");
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await page.Locator("[name=from]").WaitForAsync();
        await page.FillAsync("[name=from]", "2099-01-01");
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await page.Locator(".alert-error").WaitForAsync();
        await Axe.FindsNothing(page, "sent back");

        var team = await story.Team("Jobteamet");
        await story.Join(story.Anna, team);
        var leader = await story.Hire("Lis Leder", Role.TeamLeader, team);
        var seen = await story.SignIn(browser, leader, $"{language}/team/core-elements");
        string text = await seen.InnerTextAsync("main");
        Assert.Contains(rules, text, StringComparison.Ordinal);
        // One citizen, and her goal is said.
        Assert.Contains(
            all,
            (await seen.Locator("section[aria-labelledby=elements] tbody tr").First.InnerTextAsync()).Replace(
                '\u00a0',
                ' '
            ),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Ida", text, StringComparison.Ordinal);
        await Axe.FindsNothing(seen, "team");
        await page.Context.CloseAsync();
        await seen.Context.CloseAsync();
    }
}
