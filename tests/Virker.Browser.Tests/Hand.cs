using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>A worker's hand: every click, choice and field filled in counts as one, as today's 80 and 40 were
/// counted.</summary>
internal sealed class Hand(IPage page)
{
    public int Count { get; private set; }

    public async Task Click(string what)
    {
        Count++;
        await page.Locator(what).First.ClickAsync();
    }

    public async Task Write(string field, string text)
    {
        Count++;
        await page.Locator($"[name='{field}']").First.FillAsync(text);
    }

    public async Task Choose(string field, string value)
    {
        Count++;
        await page.Locator($"input[name='{field}'][value='{value}']").CheckAsync();
    }

    public async Task Tick(string field)
    {
        Count++;
        await page.Locator($"input[type=checkbox][name='{field}']").CheckAsync();
    }
}
