using System.Net;
using Virker.Casework.Day;
using Virker.Casework.Tasks;

namespace Virker.Web.Tests;

public sealed class Day_page_tests(TheSite site)
{
    [Theory]
    [InlineData("/day", "Min dag")]
    [InlineData("/en/day", "My day")]
    public async Task The_day_shows_counts_and_one_line_for_each_thing(string path, string heading)
    {
        using var pages = await CaseworkPages.On(site);
        await pages.Get<AddTask>().Execute(pages.Worker, "Sende brev", pages.Today, pages.Citizen, default);

        var page = await pages.Client.Page(path);

        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector(".d-counts a[href='#today']"));
        Assert.Contains(page.QuerySelectorAll(".d-line"), l => l.TextContent.Contains("Sende brev"));
        // The new citizen has no conversation yet: one click plans it.
        Assert.Contains(
            page.QuerySelectorAll(".d-line a"),
            a =>
                a.GetAttribute("href")!
                    .EndsWith($"/citizens/{pages.Citizen}/conversation/plan", StringComparison.Ordinal)
        );
        Assert.Equal(["look.day"], await pages.Looks());
    }

    [Fact]
    public async Task A_task_is_done_and_undone_with_one_click_each()
    {
        using var pages = await CaseworkPages.On(site);
        await pages.Get<AddTask>().Execute(pages.Worker, "Sende brev", pages.Today, pages.Citizen, default);

        string to = await CaseworkPages.Leads(await pages.Fill("/day"));
        var done = await pages.Client.Page(to);
        Assert.DoesNotContain(done.QuerySelectorAll(".d-line"), l => l.TextContent.Contains("Sende brev"));
        await CaseworkPages.Leads(await pages.Fill(to));

        Assert.Single((await pages.Get<ReadDay>().Execute(pages.Worker, default)).Tasks);
    }

    [Fact]
    public async Task A_task_is_put_off_on_its_own_page()
    {
        using var pages = await CaseworkPages.On(site);
        await pages.Get<AddTask>().Execute(pages.Worker, "Sende brev", pages.Today, pages.Citizen, default);
        var task = Assert.Single((await pages.Get<ReadDay>().Execute(pages.Worker, default)).Tasks);

        Assert.Equal("/day", await CaseworkPages.Leads(await pages.Fill($"/day/task/{task.Id}")));

        Assert.Empty((await pages.Get<ReadDay>().Execute(pages.Worker, default)).Tasks);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await pages.Client.Get($"/day/task/{Guid.CreateVersion7()}")).StatusCode
        );
    }

    [Fact]
    public async Task An_empty_day_says_what_to_do_and_leaves_no_look()
    {
        var account = await site.Account(await site.Municipality(), null, Platform.Accounts.Role.JobConsultant);
        using var client = await site.As(account);

        var page = await client.Page("/day");

        Assert.NotNull(page.QuerySelector("main a[href='/citizens']"));
        Assert.Empty(page.QuerySelectorAll(".d-line"));
    }
}
