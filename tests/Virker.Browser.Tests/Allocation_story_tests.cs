using Microsoft.Playwright;
using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>Anna leaves: from the team's caseload to a proposal, the leader's yes, and the new contact's day; and what
/// stands in the way when there is no room.</summary>
public sealed class Allocation_story_tests(Browser browser)
{
    [Theory]
    [InlineData("", "13 borgere skifter", "bevist", "mangler plads til 3 sager", "aftal et møde", "accepteret")]
    [InlineData("/en", "13 citizens change", "proven", "missing for 3 cases", "agree a meeting", "accepted")]
    public async Task From_somebody_leaving_to_the_new_contacts_day(
        string language,
        string moved,
        string proven,
        string missing,
        string meeting,
        string accepted
    )
    {
        await using var story = await StorySite.StartAsync();
        var team = await story.Team("Teamet");
        await story.Join(story.Anna, team);
        await story.Citizens(12);
        var leader = await story.Hire("Lis Leder", Role.TeamLeader, team);
        var bo = await story.Hire("Bo Kollega", Role.Caseworker, team);
        var page = await story.SignIn(browser, leader, language + "/team/caseload");
        await page.FillAsync("[name=ceiling]", "10");
        await Send(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Bo Kollega" }).ClickAsync();
        await Axe.FindsNothing(page, "a worker's terms");
        await page.FillAsync("[name=percent]", "100");
        await Send(page);

        // Thirteen do not fit in ten.
        await Ask(page, language, story.Anna.Id, "10");
        Assert.Contains(missing, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(page, "what stands in the way");

        await Ask(page, language, story.Anna.Id, "15");
        string seen = await page.InnerTextAsync("main");
        Assert.Contains(moved, seen, StringComparison.Ordinal);
        Assert.Contains(proven, seen, StringComparison.Ordinal);
        await Axe.FindsNothing(page, "a proposal");
        await page.FillAsync("[name=reason]", "Anna begynder i et andet team.");
        await page.Locator("main form:has([name=reason]) button").ClickAsync();
        await page.Locator("main form").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Contains(accepted, await page.InnerTextAsync("main"), StringComparison.Ordinal);

        var other = await story.SignIn(browser, bo, language + "/day");
        Assert.Contains("13", await other.InnerTextAsync("main"), StringComparison.Ordinal);
        story.Pass(3);
        await other.Context.CloseAsync();
        other = await story.SignIn(browser, bo, language + "/day");
        Assert.Contains(meeting, await other.InnerTextAsync("main"), StringComparison.Ordinal);
        await other.GotoAsync($"{language}/citizens/{story.Ida}/history");
        Assert.Contains("Anna begynder i et andet team.", await other.InnerTextAsync("main"), StringComparison.Ordinal);

        // A hand-over by hand, in four interactions: whom, why, when, save.
        await other.GotoAsync($"{language}/citizens/{story.Ida}/contact");
        await Axe.FindsNothing(other, "the contact");
        await other.SelectOptionAsync("[name=contact]", $"{story.Anna.Id}");
        await other.FillAsync("[name=reason]", "Anna kom tilbage.");
        await other.FillAsync("[name=meeting]", $"{TimeProvider.System.GetUtcNow().AddDays(10):yyyy-MM-dd}");
        await other.Locator("main form:has([name=meeting]) button").ClickAsync();
        await Journeys.Expect(other, $"{language}/citizens/{story.Ida}");
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static async Task Ask(IPage page, string language, Guid leaver, string ceiling)
    {
        await page.GotoAsync(language + "/team/allocation");
        await page.SelectOptionAsync("[name=leaver]", $"{leaver}");
        await page.FillAsync("[name=ceiling]", ceiling);
        await Send(page);
    }

    private static async Task Send(IPage page)
    {
        await page.Locator("main form[method=post] button").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator(".alert-error").CountAsync());
    }
}
