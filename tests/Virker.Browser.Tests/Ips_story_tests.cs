using Microsoft.Playwright;
using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>From the one question to a job with support, what the clinician sees, and the consent taken back.</summary>
public sealed class Ips_story_tests(Browser browser)
{
    [Theory]
    [InlineData("", "mød en virksomhed", "kom efter", "Støtte omkring jobbet", "IPS i tal")]
    [InlineData("/en", "meet a firm", "came after", "Support around the job", "IPS in numbers")]
    public async Task From_the_question_to_the_consent_taken_back(
        string language,
        string next,
        string came,
        string support,
        string numbers
    )
    {
        await using var story = await StorySite.StartAsync();
        var team = await story.Team("IPS-teamet");
        var clinic = await story.Team("Klinikken");
        var consultant = await story.Hire("Kai Konsulent", Role.IpsConsultant, team);
        var clinician = await story.Hire("Bente Behandler", Role.Clinician, clinic);
        string course = $"{language}/citizens/{story.Ida}/ips";
        var page = await story.SignIn(browser, consultant, course);
        await Axe.FindsNothing(page, "the question");
        await page.CheckAsync("[name=answer][value=yes]");
        await Send(page, "Open");
        await page.SelectOptionAsync("[name=unit]", new SelectOptionValue { Label = "Klinikken" });
        await Send(page, "Consent");
        await Send(page, "Meeting");
        Assert.Contains(next, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("[name=contactEmployer]", "Bageren");
        await Send(page, "Contact");
        Assert.Contains(came, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("[name=jobEmployer]", "Bageren");
        await page.FillAsync("[name=hours]", "7,5");
        await Send(page, "Job");
        await Axe.FindsNothing(page, "a course with a job");

        // What the job does to the benefit: an amount that cannot be read is asked about, and nothing is kept.
        await page.Locator("details:has([name=benefit]) summary").ClickAsync();
        await page.SelectOptionAsync("[name=rate]", "basic");
        await page.FillAsync("[name=benefit]", "12.50.0");
        await page.FillAsync("[name=weekHours]", "7,5");
        await page.FillAsync("[name=wage]", "150");
        await page.Locator("main form[action*='handler=Benefit'] button[type=submit]").ClickAsync();
        await page.Locator("[name=benefit][aria-invalid=true]").WaitForAsync();
        await page.FillAsync("[name=benefit]", "12500");
        await Send(page, "Benefit");
        // 7.5 hours at 150 kroner, 52 weeks on 12 months: 4,875 kroner.
        Assert.Contains(
            "4875",
            (await page.InnerTextAsync("main .v-expect")).Replace(".", "").Replace(",", ""),
            StringComparison.Ordinal
        );
        await Axe.FindsNothing(page, "the sum");
        await page.GotoAsync(course);
        Assert.Equal(0, await page.Locator("main .v-expect").CountAsync());

        // The clinician, on a phone.
        var other = await story.SignIn(browser, clinician, language + "/clinic", 360);
        await other.Locator("main a").First.ClickAsync();
        await other.Locator("#jobs").WaitForAsync();
        Assert.Contains("Bageren", await other.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(other, "what is shared");
        string shared = new Uri(other.Url).PathAndQuery;
        await Send(page, "Revoke");
        var refused = await other.GotoAsync(shared);
        Assert.Equal(404, refused!.Status);
        await other.GotoAsync(language + "/clinic");
        Assert.Equal(0, await other.Locator("main li").CountAsync());
        await Axe.FindsNothing(other, "nothing is shared");

        // The support is on the consultant's day when it is due, and the course is in the team's numbers.
        story.Pass(4);
        await story.Night();
        await page.Context.CloseAsync();
        page = await story.SignIn(browser, consultant, language + "/day");
        Assert.Contains(support, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = numbers }).ClickAsync();
        await page.Locator("#evidence").WaitForAsync();
        await Axe.FindsNothing(page, "the team's numbers");
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static async Task Send(IPage page, string handler)
    {
        await page.Locator($"main form[action*='handler={handler}'] button[type=submit]").First.ClickAsync();
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator(".alert-error").CountAsync());
    }
}
