using Microsoft.Playwright;

namespace Virker.Browser.Tests;

/// <summary>The two journeys whose interactions are counted, done by any hand, in any language.</summary>
internal static class Journeys
{
    /// <summary>From the citizen's page to a conversation written down with its next step.</summary>
    public static async Task Conversation(Hand hand, string citizen)
    {
        await hand.Click($"main a.button[href='{citizen}/conversation']");
        await hand.Write("citizenWords", "Jeg kan lide at lave mad, men jeg bliver hurtigt træt.");
        await hand.Write("nextStep", "Vi finder et køkken, hvor Ida kan begynde med få timer.");
        await hand.Click("main form.c-form button[type=submit]");
        await hand.Page.WaitForURLAsync(url => url.EndsWith("?saved=true", StringComparison.Ordinal));
    }

    /// <summary>From the citizen's page to the options, one chosen against the order with a reason, in the plan.</summary>
    public static async Task Option(Hand hand, string citizen)
    {
        await hand.Click($"main a.button[href='{citizen}/options']");
        await hand.Page.WaitForURLAsync("**/options");
        Assert.NotEqual(
            "X.MENTOR",
            await hand.Page.Locator("input[name='intervention']").First.GetAttributeAsync("value")
        );
        await hand.Choose("intervention", "X.MENTOR");
        await hand.Write("reason", "Ida vil have en at gå til på arbejdspladsen.");
        await hand.Click("main form.o-form button[type=submit]");
        await Expect(hand.Page, citizen + "/plan?offer=X.MENTOR");
        await hand.Click("main form button[type=submit]:not([formaction]) >> nth=-1");
        await Expect(hand.Page, citizen + "/plan");
    }

    /// <summary>From the citizen's page to an agreement that can be printed; the rules ask on the way.</summary>
    public static async Task Placement(Hand hand, string citizen)
    {
        await hand.Click($"main a.button[href='{citizen}/match']");
        await hand.Click($"a.button[href^='{citizen}/placement?workplace=']");
        await hand.Choose("purpose", "reach_paid_hours");
        await hand.Write("tasks", "Anrette og vaske op");
        await hand.Write("paid", "3");
        await hand.Write("paidGoal", "10");
        await hand.Write("paidTasks", "Tage imod varer");
        await hand.Click("main form.p-form button[type=submit]");
        // The rules ask for the statement, and say why.
        await hand.Page.Locator(".p-rule").First.WaitForAsync();
        Assert.Contains("§", await hand.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        if (await hand.Page.Locator("[name='answer']").CountAsync() > 0)
            await hand.Write("answer", "Aftalt med Ida og køkkenet.");

        await hand.Tick("statement");
        await hand.Click("main form.p-form button[type=submit]");
        await hand.Page.WaitForURLAsync(url => url.EndsWith("/agreement", StringComparison.Ordinal));
        string agreement = await hand.Page.InnerTextAsync("main");
        Assert.Contains("Køkkenet", agreement, StringComparison.Ordinal);
        Assert.DoesNotContain("411390", agreement, StringComparison.Ordinal);
        var pdf = await hand.Page.APIRequest.GetAsync(hand.Page.Url + ".pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await pdf.BodyAsync())[..4]));
    }

    public static Task Expect(IPage page, string path) =>
        page.WaitForURLAsync(url => new Uri(url).PathAndQuery == path);
}
