using System.Globalization;
using System.Net;
using Virker.Casework.Citizens;
using Virker.Platform.Accounts;

namespace Virker.Web.Tests;

public sealed class Caseload_page_tests(TheSite site)
{
    private static int _number;

    [Theory]
    [InlineData("", "1 borger", "IPS Fidelity Scale")]
    [InlineData("/en", "1 citizen", "at most 20")]
    public async Task A_worker_sees_her_own_cases_and_the_norms(string language, string citizens, string norm)
    {
        using var pages = await CaseworkPages.On(site);

        var page = await pages.Client.Page($"{language}/day/caseload");

        var row = Assert.Single(page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr"));
        Assert.Contains(pages.Worker.Name, row.TextContent, StringComparison.Ordinal);
        // Weight and ceiling stand between them when another test has set a rule.
        var cells = row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["1", "0", "1", "0"], [cells[0], .. cells[^4..^1]]);
        Assert.Contains(citizens, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(norm, page.QuerySelectorAll("main table")[1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "over jeres loft")]
    [InlineData("/en", "above your ceiling")]
    public async Task A_leader_sets_the_ceiling_and_a_wrong_one_is_said_beside_its_field(string language, string above)
    {
        // Two citizens with one worker, so that a ceiling of one is passed.
        using var pages = await CaseworkPages.On(site);
        string cpr = string.Create(CultureInfo.InvariantCulture, $"410190{Interlocked.Increment(ref _number):0000}");
        var second = new NewCitizen(
            cpr,
            new CitizenDetails("To", "Prøve"),
            new DateOnly(1990, 1, 1),
            PrimaryContact: pages.Worker.Id
        );
        Assert.Empty((await pages.Get<AddCitizen>().Execute(pages.Worker, second, default)).Problems);
        using var leader = await site.As(Role.TeamLeader);
        string path = $"{language}/team/caseload";

        using var wrong = await leader.Post(path, [("ceiling", "mange")]);
        Assert.Contains("999", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var saved = await leader.Post(path, [("ceiling", "1"), ("complex", "1,5"), ("veryComplex", "2")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await leader.Page(path);
        Assert.Equal("1", page.QuerySelector("input[name=ceiling]")!.GetAttribute("value"));
        var rows = page.QuerySelectorAll("main table tbody tr")
            .Where(r => r.QuerySelector("th")!.TextContent.Contains(pages.Worker.Name, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.TextContent.Contains(above, StringComparison.Ordinal));
    }
}
