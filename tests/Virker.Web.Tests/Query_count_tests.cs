using System.Net;
using Virker.Casework.Beliefs;
using Virker.Casework.Tasks;
using Virker.Platform.Accounts;
using Virker.Tests;

namespace Virker.Web.Tests;

/// <summary>Every page's questions to the database, through the whole site: who asks is in the cookie, names are in
/// memory, and the log writes beside.</summary>
[Collection(Alone.Name)]
public sealed class Query_count_tests(TheSite site)
{
    [Theory]
    [InlineData("/day", 5)]
    [InlineData("/day/caseload", 3)]
    [InlineData("/citizens", 0)]
    [InlineData("/citizens/{0}", 10)]
    [InlineData("/citizens/{0}/hours", 8)]
    [InlineData("/citizens/{0}/progress", 3)]
    [InlineData("/citizens/{0}/progress/answer", 3)]
    [InlineData("/citizens/{0}/links", 2)]
    [InlineData("/citizens/{0}/belief", 2)]
    [InlineData("/day/belief", 7)]
    [InlineData("/citizens/{0}/ips", 8)]
    [InlineData("/citizens/{0}/core-elements", 10)]
    public async Task A_page_asks_a_bounded_number_of_questions(string path, int most)
    {
        using var pages = await Pages();
        await pages.Get<AddTask>().Execute(pages.Worker, "Sende brev", pages.Today, pages.Citizen, default);
        await pages.Get<RecordBelief>().Execute(pages.Worker, pages.Citizen, 20, default);
        string address = string.Format(null, path, pages.Citizen);

        int asked = await Asked(pages, () => pages.Client.Get(address), HttpStatusCode.OK);

        Assert.InRange(asked, most == 0 ? 0 : 1, most);
    }

    [Theory]
    [InlineData("/team/belief", 6)]
    [InlineData("/team/core-elements", 17)]
    [InlineData("/team/fidelity", 3)]
    [InlineData("/team/caseload", 3)]
    [InlineData("/team/ips", 5)]
    [InlineData("/team/allocation", 2)]
    [InlineData("/team/what-if", 3)]
    [InlineData("/effects/practice", 1)]
    public async Task A_leaders_page_asks_a_bounded_number_of_questions(string path, int most)
    {
        using var pages = await Pages();
        await pages.Get<RecordBelief>().Execute(pages.Worker, pages.Citizen, 20, default);
        using var leader = await site.As(Role.TeamLeader);

        int asked = await Asked(pages, () => leader.Get(path), HttpStatusCode.OK);

        Assert.InRange(asked, 1, most);
    }

    [Theory]
    [InlineData("ki pr", 3, HttpStatusCode.OK)]
    [InlineData("4113909999", 2, HttpStatusCode.OK)]
    public async Task A_search_asks_at_most_three_times(string text, int most, HttpStatusCode expected)
    {
        using var pages = await Pages();
        string token = (await pages.Client.Page("/citizens"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;

        using var sent = await pages.Client.Send("/citizens", [("q", text), ("__RequestVerificationToken", token)]);
        string answer = sent.Headers.Location!.OriginalString;

        int asked = await Asked(pages, () => pages.Client.Get(answer), expected);

        Assert.InRange(asked, 1, most);
    }

    /// <summary>A client whose requests carry on the test's own flow of calls, so that what they ask is counted.</summary>
    private Task<CaseworkPages> Pages()
    {
        site.Server.PreserveExecutionContext = true;
        return CaseworkPages.On(site);
    }

    private static async Task<int> Asked(
        CaseworkPages pages,
        Func<Task<HttpResponseMessage>> ask,
        HttpStatusCode expected
    )
    {
        // The first visit reads the directory of workers and starts the log, which then writes on its own.
        Assert.Equal(expected, (await ask()).StatusCode);
        await pages.Client.Page($"/citizens/{pages.Citizen}");
        return await CountedQueries.Of(async () => Assert.Equal(expected, (await ask()).StatusCode));
    }
}

/// <summary>
/// Not beside other tests: a new account of theirs in the municipality makes the site forget its names, and the page
/// that is counted has to read them again.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
