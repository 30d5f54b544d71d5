using System.Globalization;
using System.Net;
using Virker.Casework.Conversations;

namespace Virker.Web.Tests;

public sealed class Conversation_page_tests(TheSite site)
{
    /// <summary>Counted from the citizen's page: open 1, the citizen's words 1, next step 1, save 1, with the defaults
    /// for both dates; a choice of each makes 6. The bound is 8.</summary>
    [Fact]
    public async Task A_conversation_with_next_step_takes_the_words_the_step_and_save()
    {
        using var pages = await CaseworkPages.On(site);

        string to = await CaseworkPages.Leads(
            await pages.Fill(
                pages.Of("conversation"),
                ("citizenWords", "Jeg vil gerne <b>ud</b> at arbejde"),
                ("nextStep", "Kim ringer til bageren")
            )
        );

        var read = await pages.Client.Page(to);
        Assert.Contains("Jeg vil gerne <b>ud</b> at arbejde", read.QuerySelector(".c-words--citizen")!.TextContent);
        Assert.NotNull(read.QuerySelector(".alert-success"));
        var start = await pages.Get<ReadConversations>().Start(pages.Worker, pages.Citizen, null, default);
        Assert.Equal(pages.Today.AddDays(28), start.Coming!.On);
        Assert.Equal(pages.Today.AddDays(14), start.LastStep!.NextStepBy);
        Assert.Equal(["look.conversation", "look.conversation"], await pages.Looks());
    }

    [Fact]
    public async Task A_planned_conversation_is_the_one_written_down()
    {
        using var pages = await CaseworkPages.On(site);
        string today = pages.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await CaseworkPages.Leads(
            await pages.Fill(pages.Of("conversation/plan"), ("on", today), ("at", "10:30"), ("kind", "phone"))
        );
        var due = (await pages.Get<ReadConversations>().Start(pages.Worker, pages.Citizen, null, default)).Due!;
        Assert.Equal((ConversationKind.Phone, new TimeOnly(10, 30)), (due.Kind, due.At));

        var page = await pages.Client.Page(pages.Of("conversation"));
        Assert.Equal(due.Id.ToString(), page.QuerySelector("input[name=conversation]")!.GetAttribute("value"));
        await CaseworkPages.Leads(
            await pages.Fill(pages.Of("conversation"), ("became", "no_show"), ("nextOn", "24-12-2099"), ("nextIn", ""))
                is { StatusCode: HttpStatusCode.OK }
                ? await pages.Fill(pages.Of("conversation"), ("became", "no_show"))
                : throw new InvalidOperationException("A day too far away was taken.")
        );

        Assert.Null((await pages.Get<ReadConversations>().Start(pages.Worker, pages.Citizen, null, default)).Due);
    }

    [Fact]
    public async Task What_is_missing_is_said_above_and_beside_the_field_and_what_was_written_stays()
    {
        using var pages = await CaseworkPages.On(site);

        using var answer = await pages.Fill(pages.Of("conversation"), ("on", "i går"), ("nextStep", "Ringe"));

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal("#on", page.QuerySelector(".alert-error a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#on-error"));
        Assert.Equal("Ringe", page.QuerySelector("#nextStep")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_conversation_is_corrected_below_and_nobody_elses_is_found()
    {
        using var pages = await CaseworkPages.On(site);
        string to = await CaseworkPages.Leads(await pages.Fill(pages.Of("conversation"), ("citizenWords", "Ja")));
        string path = to.Split('?')[0];

        await CaseworkPages.Leads(await pages.Fill(path, ("correction", "Det var nej")));

        Assert.Contains("Det var nej", (await pages.Client.Page(path)).QuerySelector("main")!.TextContent);
        using var other = await CaseworkPages.On(site);
        var stolen = path.Replace(pages.Citizen.ToString(), other.Citizen.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.Get(stolen)).StatusCode);
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("conversation/plan")]
    [InlineData("assessment")]
    [InlineData("assessment/new")]
    public async Task Pages_are_in_english_too_and_unknown_citizens_are_not_found(string journey)
    {
        using var pages = await CaseworkPages.On(site);

        var english = await pages.Client.Page("/en" + pages.Of(journey));
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal(1, english.QuerySelectorAll("h1").Length);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await pages.Client.Get($"/citizens/{Guid.CreateVersion7()}/{journey}")).StatusCode
        );
    }
}
