using Microsoft.Playwright;
using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>A leader reviews a team by the IPS scale: no total before the last of the 25 items, and then the movement. The
/// consultant looks.</summary>
public sealed class Fidelity_story_tests(Browser browser)
{
    [Theory]
    [InlineData(
        "",
        "24 af 25 punkter",
        "73 af 125 point: Ikke IPS",
        "100 af 125 point: God",
        "Forskel: +27 point",
        "uofficielle"
    )]
    [InlineData(
        "/en",
        "24 of 25 items",
        "73 of 125 points: Not IPS",
        "100 of 125 points: Good",
        "Difference: +27 points",
        "unofficial"
    )]
    public async Task From_the_first_item_to_the_movement(
        string language,
        string partial,
        string first,
        string second,
        string moved,
        string unofficial
    )
    {
        await using var story = await StorySite.StartAsync();
        var team = await story.Team("IPS-teamet");
        var leader = await story.Hire("Lis Leder", Role.TeamLeader, team);
        var consultant = await story.Hire("Kai Konsulent", Role.IpsConsultant, team);
        var page = await story.SignIn(browser, leader, language + "/team/fidelity");
        await Axe.FindsNothing(page, "no reviews yet");

        await Begin(page, team, "2026-01-12");
        await Score(page, 25, i => i <= 23 ? 3 : 2);
        Assert.Contains(first, await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync(language + "/team/fidelity");
        await Begin(page, team, "2026-07-13");
        await Score(page, 24, _ => 4);
        string seen = await page.InnerTextAsync("main");
        Assert.Contains(partial, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(moved, seen, StringComparison.Ordinal);
        await Score(page, 25, _ => 4);
        seen = await page.InnerTextAsync("main");
        Assert.Contains(second, seen, StringComparison.Ordinal);
        Assert.Contains(moved, seen, StringComparison.Ordinal);
        Assert.Contains(unofficial, seen, StringComparison.Ordinal);
        await Axe.FindsNothing(page, "review");

        // On paper: what was found, and not the form.
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator("main form").IsVisibleAsync());
        Assert.True(await page.Locator("main table").IsVisibleAsync());

        var other = await story.SignIn(browser, consultant, new Uri(page.Url).PathAndQuery);
        Assert.Contains(second, await other.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await other.Locator("main form").CountAsync());
        await Axe.FindsNothing(other, "review, looking");
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static async Task Begin(IPage page, Guid team, string on)
    {
        await page.SelectOptionAsync("[name=team]", $"{team}");
        await page.FillAsync("[name=on]", on);
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await page.Locator("[name=score1]").WaitForAsync();
    }

    private static async Task Score(IPage page, int items, Func<int, int> score)
    {
        for (int i = 1; i <= items; i++)
        {
            await page.SelectOptionAsync($"[name=score{i}]", $"{score(i)}");
            await page.SelectOptionAsync($"[name=source{i}]", "interview");
        }

        await page.FillAsync("[name=note1]", "Set i ti sager.");
        await page.Locator("main form[method=post] button[type=submit]").ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator(".alert-error").CountAsync());
    }
}
