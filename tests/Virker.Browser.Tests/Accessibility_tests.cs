using Microsoft.Playwright;

namespace Virker.Browser.Tests;

public sealed class Accessibility_tests(Browser browser)
{
    public static TheoryData<string> Pages => new(SitePages.InBothLanguages);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_a_phone_never_scrolls_sideways(string path)
    {
        var page = await browser.VisitAsync(path);

        await Axe.FindsNothing(page, path);

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_planted_fault_is_found()
    {
        var page = await browser.VisitAsync("/");
        await page.EvaluateAsync("document.querySelector('label').remove()");

        Assert.Contains("select-name", await Axe.Found(page), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_too_wide_for_a_phone_is_found()
    {
        var page = await browser.VisitAsync("/");
        await page.EvaluateAsync("document.querySelector('main').style.width = '600px'");

        await Assert.ThrowsAnyAsync<Exception>(() => Axe.FindsNothing(page, "/"));
        await page.Context.CloseAsync();
    }
}
