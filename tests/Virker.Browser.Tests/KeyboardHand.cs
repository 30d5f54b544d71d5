using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>A worker who has only the keyboard: goes forward with Tab until the thing has the focus, sees at every
/// stop where the focus is, and uses Enter, Space, the arrows and the letters.</summary>
internal sealed class KeyboardHand(IPage page) : Hand(page)
{
    /// <summary>A date and its calendar button are four stops in one element.</summary>
    private const int StopsInOne = 5;

    private const int StopsOnAPage = 400;

    protected override async Task Press(ILocator what)
    {
        await Reach(what);
        // Every link and button of the journeys leads to a new page: what is pressed next is pressed there.
        await Page.EvaluateAsync("window.virkerPage = 'the last'");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForFunctionAsync("() => !window.virkerPage && document.readyState === 'complete'");
    }

    protected override async Task Fill(ILocator what, string text)
    {
        await Reach(what);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    protected override async Task Take(ILocator what)
    {
        string? group = await what.GetAttributeAsync("name");
        if (await what.GetAttributeAsync("type") == "radio")
        {
            // Tab stops once in a group of radio buttons; the arrows go on from there.
            await Tab(async () => await Page.EvaluateAsync<string>("document.activeElement.name ?? ''") == group);
            int choices = await Page.Locator($"input[type=radio][name='{group}']").CountAsync();
            for (int i = 0; i < choices && !await HasFocus(what); i++)
            {
                await Page.Keyboard.PressAsync("ArrowDown");
                await SeeTheFocus();
            }
        }
        else
        {
            await Reach(what);
        }

        if (!await what.IsCheckedAsync())
            await Page.Keyboard.PressAsync("Space");

        Assert.True(await what.IsCheckedAsync(), $"{what} could not be chosen with the keyboard");
    }

    /// <summary>Goes once around the page: everything that can be used is reached, and the page lets go again.</summary>
    public async Task GoAround()
    {
        string[] all = await Page.EvaluateAsync<string[]>(
            """
            () => {
                const stops = [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex='0']")]
                    .filter(e => e.checkVisibility() && !e.disabled);
                const first = new Set();
                return stops.filter(e => {
                    if (e.type !== "radio") return true;
                    const group = stops.filter(o => o.type === "radio" && o.name === e.name);
                    return e === (group.find(o => o.checked) ?? group[0]);
                }).map((e, i) => { e.dataset.stop = String(i); return e.outerHTML.slice(0, 120); });
            }
            """
        );
        await Page.EvaluateAsync("document.activeElement.blur(); getSelection().collapse(document.body, 0)");
        var reached = new HashSet<string>();
        for (int i = 0; i < (all.Length * 2) + 40 && reached.Count < all.Length; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<string?>("document.activeElement.dataset.stop ?? null") is { } stop)
            {
                reached.Add(stop);
                await SeeTheFocus();
            }
        }

        var missed = all.Where(
            (_, i) => !reached.Contains(i.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.True(reached.Count == all.Length, $"{Page.Url}: Tab never came to {string.Join('\n', missed)}");
    }

    private Task Reach(ILocator what) => Tab(() => HasFocus(what));

    private async Task Tab(Func<Task<bool>> isThere)
    {
        for (int i = 0, stuck = 0; i < StopsOnAPage; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            await SeeTheFocus();
            if (await isThere())
                return;

            bool same = await Page.EvaluateAsync<bool>(
                "() => { const e = document.activeElement, same = e !== document.body && e === window.virkerLast; window.virkerLast = e; return same; }"
            );
            stuck = same ? stuck + 1 : 0;
            Assert.True(stuck < StopsInOne, $"{Page.Url}: the focus is trapped in {await Focused()}");
        }

        Assert.Fail($"{Page.Url}: {StopsOnAPage} tabs did not lead there");
    }

    private static Task<bool> HasFocus(ILocator what) => what.EvaluateAsync<bool>("e => e === document.activeElement");

    private Task<string> Focused() => Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 160)");

    /// <summary>The thing with the focus is in the window, nothing lies on top of it, and a line or shadow is drawn
    /// around it. A radio button or checkbox is drawn by its label. What the last stop had on show may take a moment to
    /// go away.</summary>
    private async Task SeeTheFocus()
    {
        string? wrong = null;
        for (int look = 0; look < 5; look++)
        {
            wrong = await HiddenBy();
            if (wrong is null)
                return;

            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{Page.Url}: {await Focused()} {wrong}");
    }

    private Task<string?> HiddenBy() =>
        Page.EvaluateAsync<string?>(
            """
            () => {
                const e = document.activeElement;
                if (e === document.body || e === document.documentElement) return null;
                const drawn = e.type === "radio" || e.type === "checkbox" ? e.labels[0] : e;
                const box = drawn.getBoundingClientRect();
                if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return "is outside the window";
                const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 2);
                const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 2);
                const top = document.elementFromPoint(x, y);
                if (top && !drawn.contains(top) && !top.contains(drawn) && top !== e) return "is covered by " + top.outerHTML.slice(0, 80);
                const line = [getComputedStyle(e), getComputedStyle(drawn), getComputedStyle(drawn, "::before"), getComputedStyle(drawn, "::after")]
                    .some(s => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none");
                return line ? null : "does not show the focus";
            }
            """
        );
}
