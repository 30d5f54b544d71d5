using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Safety;

/// <summary>One worker's belief in one citizen, looked for by everybody on every page and in the API.</summary>
public sealed class Belief_page_tests
{
    /// <summary>No answer the form offers, so the made-up lives do not hold it either.</summary>
    private const int Percent = 83;

    private static readonly string[] Signs = ["83 %", "83\u00a0%", "83%", "0,83", "0.83", "ercent\":83", "=83"];

    private static readonly Role[] Others =
    [
        Role.TeamLeader,
        Role.JobConsultant,
        Role.Administrator,
        Role.KnowledgeEditor,
    ];

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Only_its_giver_reads_what_a_worker_believes_of_a_citizen(DatabaseProvider provider)
    {
        await using var site = await FullSite.On(provider);
        using var giver = await site.As(site.Here, Role.Caseworker);
        var (citizen, ids, talk) = await About(site);
        string own = $"/citizens/{citizen}/belief";
        var before = await Tells(site, giver, citizen, ids, talk);
        var others = new List<(SiteClient Client, Dictionary<string, int> Before)>();
        foreach (var role in Others)
        {
            var client = await site.As(site.Here, role);
            others.Add((client, await Tells(site, client, citizen, ids, talk)));
        }

        using var saved = await giver.Post(own, [("percent", Percent.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var giverSees = New(before, await Tells(site, giver, citizen, ids, talk));

        // The looking itself works: the giver's own page tells.
        Assert.Equal([own], giverSees);
        var othersSee = new List<string>();
        foreach (var (client, seenBefore) in others)
        {
            othersSee.AddRange(New(seenBefore, await Tells(site, client, citizen, ids, talk)));
            client.Dispose();
        }

        Assert.Empty(othersSee);
        Assert.DoesNotContain(site.Logged, line => line.Contains("percent=83", StringComparison.OrdinalIgnoreCase));
        using var api = await giver.Get("/openapi/v1.json");
        Assert.DoesNotContain("belief", await api.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_leader_sees_no_group_below_five(DatabaseProvider provider)
    {
        await using var site = await FullSite.On(provider);
        using var leader = await site.As(site.Here, Role.TeamLeader);

        var page = await leader.Page("/team/belief");

        var rows = page.QuerySelectorAll("main tbody tr");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain('%', row.TextContent));
        using var caseworker = await site.As(site.Here, Role.Caseworker);
        using var refused = await caseworker.Get("/team/belief");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<(Guid Citizen, IReadOnlyList<Guid> Ids, Guid Talk)> About(FullSite site)
    {
        await using var db = await site.Casework(site.Here);
        var talk = await db.Conversations.FirstAsync(c =>
            c.NextStep != null && db.Placements.Any(p => p.CitizenId == c.CitizenId)
        );
        var placement = await db.Placements.FirstAsync(p => p.CitizenId == talk.CitizenId);
        return (
            talk.CitizenId,
            [.. (await site.Identifiers(site.Here)).Append(talk.CitizenId).Append(placement.Id)],
            talk.Id
        );
    }

    /// <summary>Addresses that say the number more often than before: a share of something else may be as large.</summary>
    private static IEnumerable<string> New(Dictionary<string, int> before, Dictionary<string, int> after) =>
        after.Where(a => a.Value > before.GetValueOrDefault(a.Key)).Select(a => a.Key);

    /// <summary>The addresses that say the number, and how often.</summary>
    private static async Task<Dictionary<string, int>> Tells(
        FullSite site,
        SiteClient client,
        Guid citizen,
        IReadOnlyList<Guid> ids,
        Guid talk
    )
    {
        string[] addresses =
        [
            .. site.Addresses(citizen, ids, [talk]),
            $"/citizens/{citizen}/log?handler=Csv",
            "/api/v1/studies",
        ];
        var tells = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string address in addresses.Distinct())
        {
            using var answer = await client.Get(address);
            string text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            int said = Signs.Sum(sign => text.Split(sign).Length - 1);
            if (answer.StatusCode == HttpStatusCode.OK && said > 0)
                tells[address] = said;
        }

        return tells;
    }
}
