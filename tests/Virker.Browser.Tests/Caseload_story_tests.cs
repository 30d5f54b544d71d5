using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>From My day to the team's cases, held against the municipality's own ceiling.</summary>
public sealed class Caseload_story_tests(Browser browser)
{
    [Theory]
    [InlineData("", "Teamets sagstal", "Højst så mange sager pr. medarbejder på fuld tid", "Gem reglen", "højst 45")]
    [InlineData(
        "/en",
        "The team's caseload",
        "At most so many cases a full-time worker",
        "Save the rule",
        "at most 45"
    )]
    public async Task A_leader_holds_the_team_against_a_ceiling_in_three_interactions(
        string language,
        string link,
        string field,
        string button,
        string norm
    )
    {
        var page = await browser.SignInAsync(browser.Anna.Id, language + "/day");

        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await page.GetByLabel(field).FillAsync("45");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await page.WaitForURLAsync("**/team/caseload");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = norm, Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
