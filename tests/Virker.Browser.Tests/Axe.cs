using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>axe on an open page. It runs in the page itself: the package's own way opens a window beside each, which
/// takes longer than the looking.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly (int Width, Media Media)[] Views =
    [
        (1280, Media.Screen),
        (360, Media.Screen),
        (800, Media.Print),
    ];

    /// <summary>Looks at the page on a screen, on a phone and on paper; fails with what was found. The page is left as it
    /// was.</summary>
    public static async Task FindsNothing(IPage page, string path)
    {
        var size = page.ViewportSize!;
        foreach (var (width, media) in Views)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
            if (width == 360)
            {
                int wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= 360, $"{path} is {wide} wide on a phone of 360");
            }

            // Nobody touches paper: the size of targets is left to the screen.
            string found = await Found(page, media == Media.Print ? "target-size" : null);
            Assert.True(found.Length == 0, $"{path} {width} {media}: {found}");
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <summary>What is wrong with the page as it stands, a rule a line; nothing when it is clean.</summary>
    public static async Task<string> Found(IPage page, string? leftOut = null)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string>(
            """
            async leftOut => {
                const found = await axe.run(document, {
                    runOnly: {
                        type: 'tag',
                        values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                    },
                    resultTypes: ['violations'],
                });
                return found.violations
                    .filter(v => v.id !== leftOut)
                    .map(v => `${v.id}: ${v.help} – ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
                    .join('\n');
            }
            """,
            leftOut
        );
    }
}
