using System.Globalization;
using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>From the first conversation to paid hours, as one worker does it in a browser.</summary>
public sealed class Story_tests(Browser browser)
{
    /// <summary>The bounds the house has set itself; the ministry counted about 80 and 40 in the systems of 2023.</summary>
    private const int PlacementAtMost = 12;
    private const int ConversationAtMost = 8;

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task From_my_day_to_paid_hours_and_back(string language)
    {
        await using var story = await StorySite.StartAsync();
        var page = await browser.OpenAsync(story.Address);
        string ida = $"{language}/citizens/{story.Ida}";

        // My day: a new citizen of mine stands still.
        await SignIn(page, story, language + "/day");
        await page.Locator($"a[href='{ida}']").First.ClickAsync();
        await Expect(page, ida);
        Assert.Contains("Jeg vil arbejde i et køkken.", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // A conversation with a next step.
        var talk = new Hand(page);
        await talk.Click($"main a.button[href='{ida}/conversation']");
        await talk.Write("citizenWords", "Jeg kan lide at lave mad, men jeg bliver hurtigt træt.");
        await talk.Write("nextStep", "Vi finder et køkken, hvor Ida kan begynde med få timer.");
        await talk.Click("main form.c-form button[type=submit]");
        await page.WaitForURLAsync(url => url.EndsWith("?saved=true", StringComparison.Ordinal));
        Assert.InRange(talk.Count, 1, ConversationAtMost);

        // The assessment.
        await page.GotoAsync($"{ida}/assessment/new");
        await page.Locator("[name='citizenWords']").FillAsync("Jeg vil gerne i gang.");
        await page.Locator("input[name='wantsToWork'][value='yes'], input[name='wantsToWork'][value='true']")
            .First.CheckAsync();
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        Assert.Contains("Jeg vil gerne i gang.", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // The options: not the first of the list, with a reason. A plan line first, as the law has it.
        await page.GotoAsync($"{ida}/options");
        var radios = page.Locator("input[name='intervention']");
        Assert.NotEqual("X.MENTOR", await radios.First.GetAttributeAsync("value"));
        await page.Locator("input[name='intervention'][value='X.MENTOR']").CheckAsync();
        await page.Locator("[name='reason']").FillAsync("Ida vil have en at gå til på arbejdspladsen.");
        await page.Locator("main form.o-form button[type=submit]").ClickAsync();
        await Expect(page, ida + "/plan?offer=X.MENTOR");
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        await Expect(page, ida + "/plan");

        // The placement: from the citizen's page to an agreement that can be printed.
        await page.GotoAsync(ida);
        var placement = new Hand(page);
        await placement.Click($"main a.button[href='{ida}/match']");
        await placement.Click($"a.button[href^='{ida}/placement?workplace=']");
        await placement.Choose("purpose", "reach_paid_hours");
        await placement.Write("tasks", "Anrette og vaske op");
        await placement.Write("paid", "3");
        await placement.Write("paidGoal", "10");
        await placement.Write("paidTasks", "Tage imod varer");
        await placement.Click("main form.p-form button[type=submit]");
        // The rules ask for the statement, and say why.
        Assert.Contains("§", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await placement.Tick("statement");
        if (await page.Locator("[name='answer']").CountAsync() > 0)
        {
            await placement.Write("answer", "Aftalt med Ida og køkkenet.");
        }

        await placement.Click("main form.p-form button[type=submit]");
        await page.WaitForURLAsync(url => url.EndsWith("/agreement", StringComparison.Ordinal));
        Assert.InRange(placement.Count, 1, PlacementAtMost);
        string agreement = await page.InnerTextAsync("main");
        Assert.Contains("Køkkenet", agreement, StringComparison.Ordinal);
        Assert.DoesNotContain("411390", agreement, StringComparison.Ordinal);
        var pdf = await page.APIRequest.GetAsync(page.Url + ".pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await pdf.BodyAsync())[..4]));

        // Nine weeks later: eight weeks of hours on one page.
        story.Pass(9 * 7);
        await SignIn(page, story, $"{ida}/hours");
        var weeks = page.Locator(".h-weeks input");
        int shown = await weeks.CountAsync();
        Assert.Equal(8, shown);
        for (int i = 0; i < shown; i++)
        {
            await weeks.Nth(i).FillAsync((3 + i).ToString(CultureInfo.InvariantCulture));
        }

        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.Locator(".alert-success").WaitForAsync();
        string[] reached = language == "" ? ["første løntime", "10 timer"] : ["first paid hour", "10 hours"];
        string saved = await page.InnerTextAsync("main");
        Assert.All(reached, mark => Assert.Contains(mark, saved, StringComparison.OrdinalIgnoreCase));

        // My day tells it.
        await page.GotoAsync(language + "/day");
        Assert.Contains(
            "Ida Prøve",
            await page.InnerTextAsync("section[aria-labelledby=moved]"),
            StringComparison.Ordinal
        );
        TestContext.Current.SendDiagnosticMessage($"conversation {talk.Count}, placement {placement.Count}");
        await page.Context.CloseAsync();
    }

    private static async Task SignIn(IPage page, StorySite story, string path)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await page.Locator($"form:has(input[value='{story.Anna.Id}']) button").ClickAsync();
        await Expect(page, path);
    }

    private static Task Expect(IPage page, string path) =>
        page.WaitForURLAsync(url => new Uri(url).PathAndQuery == path);
}
