using Microsoft.Playwright;

namespace Virker.Browser.Tests;

public sealed class Journey_tests(Browser browser)
{
    [Theory]
    [InlineData("/", "IPS")]
    [InlineData("/en", "IPS")]
    public async Task A_visitor_asks_by_keyboard_alone_and_lands_on_the_answer(string start, string inTitle)
    {
        var page = await browser.VisitAsync(start);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "for");
        await page.Locator("#for").SelectOptionAsync("X.SMI");
        await TabTo(page, "about");
        await page.Locator("#about").SelectOptionAsync("X.IPS");
        await TabTo(page, "", "BUTTON");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/answer/X.SMI/X.IPS", new() { WaitUntil = WaitUntilState.Commit });

        Assert.Contains(inTitle, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en")]
    public async Task Everything_from_question_to_study_works_without_JavaScript(string start)
    {
        var page = await browser.VisitAsync(start, javaScript: false);

        await page.Locator("#for").SelectOptionAsync("X.SMI");
        await page.Locator("#about").SelectOptionAsync("X.IPS");
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync("**/answer/X.SMI/X.IPS");
        await page.Locator("main details summary").First.ClickAsync();
        Assert.True(await page.Locator("main details table").First.IsVisibleAsync());
        await page.Locator("#results a").First.ClickAsync();
        await page.WaitForURLAsync("**/studies/**");

        Assert.NotEmpty(await page.Locator("h1").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_link_shows_the_same_page_in_the_other_language()
    {
        var page = await browser.VisitAsync("/answer/X.SMI/X.IPS");

        await page.Locator("a[hreflang=en]").ClickAsync();
        await page.WaitForURLAsync("**/en/answer/X.SMI/X.IPS");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_control_can_be_reached_and_shows_where_the_focus_is()
    {
        var page = await browser.VisitAsync("/answer/X.SMI/X.IPS");
        int controls = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href],button,input,select,summary,[tabindex=\"0\"]')].filter(e => e.checkVisibility()).length"
        );

        int reached = 0;
        int invisible = 0;
        for (int i = 0; i < controls + 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            string? state = await page.EvaluateAsync<string?>(
                """
                () => {
                    const e = document.activeElement;
                    if (e === document.body || e.dataset.seen) return null;
                    e.dataset.seen = "yes";
                    const s = getComputedStyle(e);
                    return s.outlineStyle !== "none" || s.boxShadow !== "none" ? "visible" : "hidden";
                }
                """
            );
            reached += state is null ? 0 : 1;
            invisible += state == "hidden" ? 1 : 0;
        }

        Assert.Equal(controls, reached);
        Assert.Equal(0, invisible);
        await page.Context.CloseAsync();
    }

    private static async Task TabTo(IPage page, string id, string tag = "SELECT")
    {
        for (int i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (
                await page.EvaluateAsync<string>("document.activeElement.tagName + '#' + document.activeElement.id")
                == $"{tag}#{id}"
            )
            {
                return;
            }
        }

        Assert.Fail($"Tab never reached #{id}.");
    }
}
