using System.Net;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Progress;
using Virker.Platform.Storage;

namespace Virker.Web.Tests;

/// <summary>A citizen's own pages, with and without a personal link.</summary>
public sealed class Own_page_tests(TheSite site)
{
    private const string Gone = "Linket virker ikke længere";

    [Fact]
    public async Task To_look_uses_nothing_and_the_button_moves_the_citizen_to_an_address_without_the_code()
    {
        using var pages = await CaseworkPages.On(site);
        string link = await Link(pages, LinkPurpose.Answers);
        using var preview = site.Client();
        for (int i = 0; i < 3; i++)
            await preview.Page(link);

        using var citizen = site.Client();
        using var begun = await Begin(citizen, link);

        Assert.Equal("/own/question", await CaseworkPages.Leads(begun));
        string cookie = Assert.Single(
            begun.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("virker-own=", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        using var question = await citizen.Get("/own/question");
        Assert.Equal(HttpStatusCode.OK, question.StatusCode);
        Assert.True(question.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(question.Headers.GetValues("Referrer-Policy")));
        Assert.DoesNotContain("<script", await question.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_a_revoked_a_guessed_and_another_municipalitys_link_say_the_same_thing()
    {
        using var pages = await CaseworkPages.On(site);
        await site.OtherMunicipality();
        string used = await Link(pages, LinkPurpose.Answers);
        using (var first = site.Client())
            (await Begin(first, used)).Dispose();
        string revoked = await Link(pages, LinkPurpose.Answers);
        string live = await Link(pages, LinkPurpose.Answers);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            string link in new[]
            {
                used,
                revoked,
                "/b/testby?k=0000-0000-0000-0000-0000",
                "/b/testby?k=nonsense",
                live.Replace("/b/testby", "/b/andenby", StringComparison.Ordinal),
                live.Replace("/b/testby", "/b/nowhere", StringComparison.Ordinal),
            }
        )
        {
            using var somebody = site.Client();
            using var answer = await Begin(somebody, link);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.False(
                answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                    && cookies.Any(c => c.StartsWith("virker-own", StringComparison.Ordinal))
            );
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            said.Add(page.QuerySelector("main")!.TextContent);
        }

        Assert.Contains(Gone, Assert.Single(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/own")]
    [InlineData("/own/question")]
    [InlineData("/own/question/3")]
    [InlineData("/own/done")]
    public async Task Without_a_link_the_own_pages_show_nobody_anything(string path)
    {
        using var pages = await CaseworkPages.On(site);
        foreach (var client in new[] { site.Client(), pages.Client })
        {
            Assert.Contains(
                Gone,
                (await client.Page(path, HttpStatusCode.NotFound)).Body!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_closed_link_is_closed_for_whoever_kept_its_cookie()
    {
        using var pages = await CaseworkPages.On(site);
        using var citizen = site.Client();
        using var begun = await Begin(citizen, await Link(pages, LinkPurpose.Door));
        string cookie = begun
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("virker-own=", StringComparison.Ordinal))
            .Split(';')[0];
        using var left = await citizen.Post("/own", []);
        Assert.Contains("Linket er lukket", await left.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var other = site.Client();
        other.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        await other.Page("/own", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_to_the_questions_opens_no_case_and_a_link_to_the_case_no_questions()
    {
        using var pages = await CaseworkPages.On(site);
        using var answering = site.Client();
        (await Begin(answering, await Link(pages, LinkPurpose.Answers))).Dispose();
        using var looking = site.Client();
        (await Begin(looking, await Link(pages, LinkPurpose.Door))).Dispose();

        await answering.Page("/own/question");
        await answering.Page("/own", HttpStatusCode.NotFound);
        await looking.Page("/own");
        await looking.Page("/own/question", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_answer_is_saved_at_once_and_the_worker_can_take_the_link_back_halfway()
    {
        using var pages = await CaseworkPages.On(site);
        using var citizen = site.Client();
        (await Begin(citizen, await Link(pages, LinkPurpose.Answers))).Dispose();
        using var answered = await citizen.Post("/own/question/2", [("answer", "4")]);
        Assert.Equal("/own/question/3", await CaseworkPages.Leads(answered));
        using var wrong = await citizen.Post("/own/question/2", [("answer", "6")]);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);

        var links = await pages.Get<ReadLinks>().Execute(pages.Worker, pages.Citizen, default);
        using var taken = await pages.Client.Post(
            pages.Of("links"),
            [("link", links[0].Id.ToString())],
            to: pages.Of("links") + "?handler=Revoke"
        );
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);

        await citizen.Page("/own/question/3", HttpStatusCode.NotFound);
        var progress = await pages.Get<ReadProgress>().Execute(pages.Worker, pages.Citizen, default);
        Assert.Equal(4, progress.Latest!.Citizen[Indicators.OfCitizen[1].Code]);
    }

    [Fact]
    public async Task The_own_case_names_no_belief_and_logs_the_citizens_own_look()
    {
        using var pages = await CaseworkPages.On(site);
        using var saved = await pages.Fill(pages.Of("progress/answer"), ("B01", "1"), ("B11", "1"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var citizen = site.Client();
        (await Begin(citizen, await Link(pages, LinkPurpose.Door))).Dispose();

        string own = (await citizen.Page("/own")).Body!.TextContent;

        Assert.Contains("Hej Kim", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Nej, slet ikke", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Tro på job", own, StringComparison.Ordinal);
        await using var db = await pages
            .Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(pages.Worker.Municipality, default);
        Assert.Equal(1, db.Audit.Count(e => e.Action == "look.own" && e.WorkerId == pages.Citizen));
        // A colleague sees the measurement, but not the belief.
        using var colleague = await site.As(Platform.Accounts.Role.Caseworker);
        string theirs = (await colleague.Page(pages.Of("progress"))).Body!.TextContent;
        Assert.DoesNotContain("Nej, slet ikke", theirs, StringComparison.Ordinal);
        Assert.Contains(
            "1: Nej, slet ikke",
            (await pages.Client.Page(pages.Of("progress"))).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_tries_codes_is_stopped()
    {
        await using var own = new OwnSite(new Dictionary<string, string?>());
        using var client = own.Client();
        string token = (await client.Page("/b/testby"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var answers = new List<HttpStatusCode>();
        for (int i = 0; i <= Site.VisitLimits.Tries; i++)
        {
            using var answer = await client.Send("/b/testby", [("k", "x"), ("__RequestVerificationToken", token)]);
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers.SkipLast(1), a => Assert.Equal(HttpStatusCode.NotFound, a));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    /// <summary>The link as the worker is shown it, made through the page.</summary>
    private static async Task<string> Link(CaseworkPages pages, LinkPurpose purpose)
    {
        using var made = await pages.Client.PostAndFollow(
            pages.Of("links"),
            [("purpose", purpose == LinkPurpose.Answers ? "answers" : "door")]
        );
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await made.Content.ReadAsStringAsync());
        return new Uri(page.QuerySelector("#address-da")!.TextContent).PathAndQuery;
    }

    private static async Task<HttpResponseMessage> Begin(SiteClient client, string link)
    {
        var form = (await client.Page(link)).QuerySelector("main form")!;
        return await client.Send(
            form.GetAttribute("action")!,
            form.QuerySelectorAll("input[name]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
        );
    }
}
