using System.Net;
using AngleSharp.Html.Parser;
using Virker.Casework.Citizens;

namespace Virker.Web.Tests;

/// <summary>The options: an order with its reasons, and a choice that leads on whatever its place.</summary>
public sealed class Option_page_tests(TheSite site)
{
    [Fact]
    public async Task The_order_is_shown_with_its_rules_and_nothing_is_chosen_beforehand()
    {
        using var pages = await InGroup("6.3");

        var page = await pages.Client.Page(pages.Of("options"));
        var english = await pages.Client.Page("/en" + pages.Of("options"));

        Assert.True(page.QuerySelectorAll("input[name=intervention]").Length >= 10);
        Assert.Empty(page.QuerySelectorAll("input[name=intervention][checked]"));
        Assert.Contains("Ingen får point", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody gets a score", english.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["look.options", "look.options"], await pages.Looks());
    }

    [Theory]
    [InlineData("ACT.BUS.PLACEMENT", "match")]
    [InlineData("X.IPS", "plan?offer=X.IPS")]
    [InlineData("ACT.EDU", "plan?offer=ACT.EDU")]
    public async Task A_choice_leads_on_to_the_workplaces_or_to_the_plan(string intervention, string leadsTo)
    {
        using var pages = await InGroup("6.3");

        using var chosen = await pages.Client.Post(
            pages.Of("options"),
            [("intervention", intervention), ("reason", "Kim vil selv")]
        );

        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(pages.Of(leadsTo), chosen.Headers.Location!.OriginalString);
        var options = await pages.Client.Page(pages.Of("options"));
        Assert.Contains("Kim vil selv", options.QuerySelector(".o-earlier")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_begins_with_what_was_chosen()
    {
        using var pages = await InGroup("6.3");

        var plan = await pages.Client.Page(pages.Of("plan?offer=X.MENTOR"));

        Assert.Equal("Mentor", plan.QuerySelector("#title")!.GetAttribute("value"));
        Assert.Equal("mentor", plan.QuerySelector("#kind option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_choice_without_a_reason_keeps_what_was_chosen_and_says_what_is_missing()
    {
        using var pages = await InGroup("6.3");

        using var answer = await pages.Client.Post(
            pages.Of("options"),
            [("intervention", "X.ORDHOURS"), ("reason", " ")]
        );

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["#reason"], page.QuerySelectorAll(".alert-error a").Select(a => a.GetAttribute("href")));
        Assert.Equal("X.ORDHOURS", page.QuerySelector("input[name=intervention][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Without_a_target_group_the_page_says_what_to_do()
    {
        using var pages = await CaseworkPages.On(site);

        var page = await pages.Client.Page(pages.Of("options"));

        Assert.Contains(page.QuerySelectorAll(".v-lead a"), a => a.GetAttribute("href") == pages.Of("target-group"));
    }

    private async Task<CaseworkPages> InGroup(string group)
    {
        var pages = await CaseworkPages.On(site);
        Assert.Empty(
            await pages.Get<StartSpell>().Execute(pages.Worker, pages.Citizen, group, pages.Today.AddDays(-30), default)
        );
        return pages;
    }
}
