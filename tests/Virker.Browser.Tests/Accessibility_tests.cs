using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Virker.Browser.Tests;

public sealed class Accessibility_tests(Browser browser)
{
    private static readonly AxeRunOptions Wcag22AA = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    public static TheoryData<string> Pages => new(SitePages.InBothLanguages);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_screen(string path)
    {
        NothingFound(await FoundByAxe(path, 1280, Media.Screen));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_phone(string path)
    {
        NothingFound(await FoundByAxe(path, 360, Media.Screen));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_print(string path)
    {
        // Nobody touches paper: the size of targets is left to the screen.
        NothingFound(await FoundByAxe(path, 800, Media.Print, "target-size"));
    }

    [Fact]
    public async Task A_planted_fault_is_found()
    {
        var page = await browser.VisitAsync("/");
        await page.EvaluateAsync("document.querySelector('label').remove()");

        Assert.NotEqual("", await FoundByAxe(page));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_phone_of_360_pixels_never_scrolls_sideways(string path)
    {
        var page = await browser.VisitAsync(path, width: 360);

        int width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.InRange(width, 1, 360);
        await page.Context.CloseAsync();
    }

    private static void NothingFound(string found) => Assert.True(found.Length == 0, found);

    private async Task<string> FoundByAxe(string path, int width, Media media, string? leftOut = null) =>
        await FoundByAxe(await browser.VisitAsync(path, width, media: media), leftOut);

    internal static async Task<string> FoundByAxe(IPage page, string? leftOut = null)
    {
        string found = await Found(page, leftOut);
        await page.Context.CloseAsync();
        return found;
    }

    /// <summary>What axe finds on the page as it stands.</summary>
    internal static async Task<string> Found(IPage page, string? leftOut = null)
    {
        var result = await page.RunAxe(Wcag22AA);
        return string.Join(
            '\n',
            result
                .Violations.Where(violation => violation.Id != leftOut)
                .Select(violation =>
                    $"{violation.Id}: {violation.Help} – {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"
                )
        );
    }
}
