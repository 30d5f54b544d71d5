using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Virker.Platform.Accounts;

namespace Virker.Browser.Tests;

/// <summary>The circle: a trial is planned, lots are drawn from casework, hours are written, the result is analysed and
/// approved, and the answer in the knowledge bank has changed.</summary>
public sealed partial class Trial_story_tests(Browser browser)
{
    private const int People = 24;
    private const string Editor = "eva@example.org";
    private const string Password = "en lang sætning om løntimer 7";

    [Theory]
    [InlineData("", "Det virkede", "opdigtet")]
    [InlineData("/en", "It worked", "made up")]
    public async Task From_a_question_to_a_finding(string language, string worked, string madeUp)
    {
        await using var story = await StorySite.StartAsync();
        var analyst = (await story.Hire("Ib Analyse", Role.Analyst)).Id;
        await story.Editor(Editor, Password);
        var citizens = await story.Citizens(People);
        var page = await browser.OpenAsync(story.Address);
        string answer = $"{language}/answer/FAR.ALL/X.ORDHOURS";
        await page.GotoAsync(answer);
        string before = await page.InnerTextAsync("main");

        // The plan.
        await SignIn(page, analyst, $"{language}/effects");
        await Axe.FindsNothing(page, "/effects");
        await page.Locator($"a[href='{language}/effects/plan']").ClickAsync();
        await Axe.FindsNothing(page, "/effects/plan");
        await Plan(page, People, weeks: 4, expectedUsual: 5, expectedTreatment: 60);
        await Send(page);
        string trial = new Uri(page.Url).AbsolutePath;
        await Axe.FindsNothing(page, "a draft");
        await page.Locator("main form:has(input[name='seen']) button").ClickAsync();
        await page.Locator("#way").WaitForAsync();

        // Lots, from the citizens' own pages.
        await SignIn(page, story.Anna.Id, $"{language}/citizens/{story.Ida}");
        List<Guid> treated = [];
        foreach (var (i, citizen) in citizens.Index())
        {
            string lot =
                $"{language}/citizens/{citizen}{trial.Replace(language + "/effects/trials", "/trial", StringComparison.Ordinal)}";
            if (i == 0)
            {
                await page.GotoAsync($"{language}/citizens/{citizen}");
                await page.Locator($"a[href='{lot}']").ClickAsync();
                await Axe.FindsNothing(page, "a lot not drawn");
            }
            else
            {
                await page.GotoAsync(lot);
            }

            await page.Locator("[name='isTold']").CheckAsync();
            await page.Locator("form[action*='handler=Draw'] button").ClickAsync();
            await page.Locator(".alert-info").WaitForAsync();
            if ((await page.InnerTextAsync(".alert-info")).Contains("En virksomhed", StringComparison.Ordinal))
                treated.Add(citizen);
            if (i == 0)
                await Axe.FindsNothing(page, "a lot drawn");
        }

        Assert.InRange(treated.Count, People / 2 - 3, People / 2 + 3);

        // Hours for half of those who drew it; then time passes.
        story.Pass(5 * 7);
        await SignIn(page, story.Anna.Id, $"{language}/day");
        foreach (var citizen in treated.Take(5 + (treated.Count - 10) / 2))
        {
            await page.GotoAsync($"{language}/citizens/{citizen}/hours");
            await page.Locator("[name='cvr']").FillAsync("13748136");
            await page.Locator(".h-weeks input:not([type=hidden])").Nth(5).FillAsync("6");
            await page.Locator("main form button[type=submit]").First.ClickAsync();
            await page.Locator(".alert-success").WaitForAsync();
        }

        await SignIn(page, analyst, trial);
        Assert.Equal(0, await page.Locator("form[action*='handler=Look']").CountAsync());
        story.Pass(7 * 7);
        await SignIn(page, analyst, trial);
        await page.Locator("form[action*='handler=Look'] button").ClickAsync();
        await page.Locator("#answer").WaitForAsync();
        Assert.Contains(worked, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Axe.FindsNothing(page, "a result");

        // On paper, and as data.
        foreach (var (file, begins) in new[] { ("report.pdf", "%PDF"), ("export.zip", "PK") })
        {
            var answered = await page.APIRequest.GetAsync($"{story.Address}{trial}/{file}");
            Assert.Equal(200, answered.Status);
            byte[] body = await answered.BodyAsync();
            Assert.Equal(begins, Encoding.ASCII.GetString(body.AsSpan(0, begins.Length)));
        }

        // Two people make it knowledge.
        await page.Locator("[name='reportUrl']").FillAsync("https://testby.example/rapport");
        await page.Locator("form[action*='handler=Propose'] button").ClickAsync();
        await page.Locator("[name='reportUrl']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString($"{language}/proposals"));
        await page.Locator("[name='email']").FillAsync(Editor);
        await page.Locator("[name='password']").FillAsync(Password);
        await page.Locator("form:has([name='password']) button[type=submit]").ClickAsync();
        await Journeys.Expect(page, $"{language}/proposals");
        await Axe.FindsNothing(page, "/proposals");
        await page.Locator("main table a").First.ClickAsync();
        await Axe.FindsNothing(page, "a proposal");
        await page.Locator("input[name='decision'][value='approve']").CheckAsync();
        await Send(page);
        await page.Locator("main a[href*='/studies/']").WaitForAsync();

        // The answer says it, and so does the comparison of the two versions.
        await page.GotoAsync(answer);
        string after = await page.InnerTextAsync("main");
        Assert.NotEqual(before, after);
        Assert.Contains(madeUp, after, StringComparison.OrdinalIgnoreCase);
        await SignIn(page, analyst, trial);
        await page.Locator("main a[href*='/note/compare']").ClickAsync();
        Assert.Contains("Løntimer fra første dag", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync($"{language}/note");
        Assert.Contains("Testby", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>
    /// JobFirst in small, without a click but through the same pages: everybody has an outcome with the offer and one
    /// without, fixed before the lots, and the register's file brings the one that the lot made real.
    /// </summary>
    [Fact]
    public async Task The_result_is_what_the_lots_made_of_two_hundred_lives()
    {
        const int Many = 200;
        await using var story = await StorySite.StartAsync();
        var analyst = (await story.Hire("Ib Analyse", Role.Analyst)).Id;
        var leader = (await story.Hire("Lis Leder", Role.TeamLeader)).Id;
        var citizens = await story.Citizens(Many);
        var page = await browser.OpenAsync(story.Address);
        await SignIn(page, analyst, "/effects/plan");
        await Plan(page, Many, weeks: 13, expectedUsual: 20, expectedTreatment: 40);
        await Send(page);
        string trial = new Uri(page.Url).AbsolutePath;
        await page.Locator("main form:has(input[name='seen']) button").ClickAsync();
        await page.Locator("#way").WaitForAsync();

        await SignIn(page, story.Anna.Id, "/day");
        List<bool> treated = [];
        foreach (var citizen in citizens)
        {
            string lot = $"/citizens/{citizen}{trial.Replace("/effects/trials", "/trial", StringComparison.Ordinal)}";
            var form = await Form(page, lot);
            form.Append("isTold", "true");
            var drawn = await page.APIRequest.PostAsync($"{lot}?handler=Draw", new() { Form = form });
            string told = await drawn.TextAsync();
            Assert.NotEqual(
                told.Contains("En virksomhed", StringComparison.Ordinal),
                told.Contains("Sædvanlig indsats", StringComparison.Ordinal)
            );
            treated.Add(told.Contains("En virksomhed", StringComparison.Ordinal));
        }

        // One in five works anyhow, another one in five when there is an offer.
        var works = treated.Select((offer, i) => i % 5 == 0 || (offer && i % 5 == 1)).ToArray();
        var inside = story.Today.AddDays(8).AddMonths(1);
        story.Pass(7 * 21);
        await SignIn(page, leader, "/hours/import");
        var upload = await Form(page, "/hours/import");
        upload.Append(
            "file",
            new FilePayload
            {
                Name = "register.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(
                    "cpr;cvr;month;hours\n"
                        + string.Concat(
                            works
                                .Index()
                                .Where(w => w.Item)
                                .Select(w => $"{StorySite.CprOf(w.Index)};13748136;{inside:yyyy-MM};20\n")
                        )
                ),
            }
        );
        var read = await page.APIRequest.PostAsync("/hours/import", new() { Multipart = upload });
        Assert.Contains($"Nye måneder: {works.Count(w => w)}.", await read.TextAsync(), StringComparison.Ordinal);

        await SignIn(page, analyst, trial);
        await page.Locator("form[action*='handler=Look'] button").ClickAsync();
        await page.Locator("#answer").WaitForAsync();
        double share(bool offer) =>
            (double)works.Where((w, i) => w && treated[i] == offer).Count() / treated.Count(t => t == offer);
        var row = page.Locator("main table tbody tr:has-text('(afgør)')").First.Locator("td");
        Assert.Equal(Show(share(true)) + " %", Plain(await row.Nth(0).InnerTextAsync()));
        Assert.Equal(Show(share(false)) + " %", Plain(await row.Nth(1).InnerTextAsync()));
        Assert.StartsWith(
            Show(share(true) - share(false)) + " procentpoint (",
            Plain(await row.Nth(2).InnerTextAsync()),
            StringComparison.Ordinal
        );
        await page.Context.CloseAsync();
    }

    private static string Show(double share) => (100 * share).ToString("0.0", CultureInfo.GetCultureInfo("da-DK"));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Trim();

    // The token of a page's form, as a browser would send it.
    private static async Task<IFormData> Form(IPage page, string path)
    {
        var answered = await page.APIRequest.GetAsync(path);
        Assert.Equal(200, answered.Status);
        string html = await answered.TextAsync();
        var form = page.APIRequest.CreateFormData();
        form.Append("__RequestVerificationToken", Token().Match(html).Groups["token"].Value);
        return form;
    }

    private static async Task Plan(IPage page, int people, int weeks, int expectedUsual, int expectedTreatment)
    {
        (string Field, string Value)[] texts =
        [
            ("title", "Løntimer fra første dag"),
            ("question", "Får flere løntimer, når virksomheden findes i den første uge?"),
            ("treatment", "En virksomhed i den første uge"),
            ("usual", "Sædvanlig indsats"),
            ("weeksInGroup", "26"),
            ("weeksWithoutHours", "26"),
            ("weeks", $"{weeks}"),
            ("expectedUsual", $"{expectedUsual}"),
            ("expectedTreatment", $"{expectedTreatment}"),
            ("people", $"{people}"),
            ("legalBasis", "Forsøgsbestemmelsen; borgeren får et brev og kan sige nej."),
        ];
        foreach (var (field, value) in texts)
            await page.Locator($"[name='{field}']").FillAsync(value);
        await page.Locator("[name='intervention']").SelectOptionAsync("X.ORDHOURS");
        await page.Locator("[name='evidenceGroup']").SelectOptionAsync("FAR.ALL");
        await page.Locator("input[name='targetGroups'][value='6.3']").CheckAsync();
        await page.Locator("input[name='primary'][value='any_paid_hour']").CheckAsync();
        await page.Locator("input[name='secondary'][value='paid_hours']").CheckAsync();
    }

    [GeneratedRegex(
        "__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();

    private static Task Send(IPage page) => page.Locator("main form button[type=submit]").Last.ClickAsync();

    private static async Task SignIn(IPage page, Guid account, string path)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        await page.Locator($"form:has(input[value='{account}']) button").ClickAsync();
        await Journeys.Expect(page, path);
    }
}
