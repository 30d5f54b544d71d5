using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>A worker's hand: every click, choice and field filled in counts as one, as today's 80 and 40 were
/// counted.</summary>
internal class Hand(IPage page)
{
    public IPage Page => page;

    public int Count { get; private set; }

    public Task Click(string what) => Do(what, Press);

    public Task Write(string field, string text) => Do($"[name='{field}']", what => Fill(what, text));

    public Task Choose(string field, string value) => Do($"input[name='{field}'][value='{value}']", Take);

    public Task Tick(string field) => Do($"input[type=checkbox][name='{field}']", Take);

    protected virtual Task Press(ILocator what) => what.ClickAsync();

    protected virtual Task Fill(ILocator what, string text) => what.FillAsync(text);

    protected virtual Task Take(ILocator what) => what.CheckAsync();

    private Task Do(string what, Func<ILocator, Task> doIt)
    {
        Count++;
        return doIt(page.Locator(what).First);
    }
}
