using AngleSharp.Html.Parser;

namespace Virker.Web.Tests;

public sealed class Assessment_page_tests(TheSite site)
{
    [Fact]
    public async Task A_new_version_is_filled_in_from_the_last_and_says_what_changed()
    {
        using var pages = await CaseworkPages.On(site);
        Assert.NotNull((await pages.Client.Page(pages.Of("assessment"))).QuerySelector("a[href$='assessment/new']"));
        await CaseworkPages.Leads(
            await pages.Fill(
                pages.Of("assessment/new"),
                ("citizenWords", "Jeg er god til dyr"),
                ("wishes", "animals_nature"),
                ("wantsToWork", "yes")
            )
        );

        await CaseworkPages.Leads(await pages.Fill(pages.Of("assessment/new"), ("barriers", "transport")));

        var page = await pages.Client.Page(pages.Of("assessment"));
        Assert.Contains("Jeg er god til dyr", page.QuerySelector(".c-words--citizen")!.TextContent);
        Assert.Equal(
            "Det, der står i vejen: kommet til: Svært at komme frem og tilbage",
            string.Join(
                " ",
                page.QuerySelector("section.v-short li")!
                    .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
        );
        var old = await pages.Client.Page(pages.Of("assessment/1"));
        Assert.NotNull(old.QuerySelector(".alert-info"));
        Assert.DoesNotContain("look.citizen", await pages.Looks());
    }

    [Fact]
    public async Task Health_without_consent_is_refused_beside_the_consent()
    {
        using var pages = await CaseworkPages.On(site);

        using var answer = await pages.Fill(
            pages.Of("assessment/new"),
            ("citizenWords", "Ja"),
            ("healthWords", "Ondt i ryggen")
        );

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector("#healthConsent-error"));
        await CaseworkPages.Leads(
            await pages.Fill(
                pages.Of("assessment/new"),
                ("citizenWords", "Ja"),
                ("healthWords", "Ondt i ryggen"),
                ("healthConsent", "true")
            )
        );
        Assert.Contains(
            "Ondt i ryggen",
            (await pages.Client.Page(pages.Of("assessment"))).QuerySelector("main")!.TextContent
        );
    }
}
