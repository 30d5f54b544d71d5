using System.Net;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Safety;

/// <summary>Every page whose address holds an identifier, from the site's own list, with every kind of identifier.</summary>
public sealed class Isolation_tests
{
    private static readonly Role[] Roles =
    [
        Role.Caseworker,
        Role.TeamLeader,
        Role.Analyst,
        Role.Administrator,
        Role.Clinician,
    ];

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipalitys_identifiers_open_nothing_change_nothing_and_leave_no_line(
        DatabaseProvider provider
    )
    {
        await using var site = await FullSite.On(provider);
        var before = await site.Counts(site.There);
        var guessed = await site.Identifiers(site.There);
        var talks = await Conversations(site, site.There);
        var ownTalk = (await Conversations(site, site.Here))[0];
        var lot = site.Lots[site.There.Id];
        var opened = new List<string>();
        int tried = 0;
        foreach (var role in Roles)
        {
            using var client = await site.As(site.Here, role);
            string token = (await client.Page("/account"))
                .QuerySelector("input[name=__RequestVerificationToken]")!
                .GetAttribute("value")!;
            foreach (var (address, _, handlers) in site.PagesById)
            {
                string[] paths =
                    address.HasConversation
                        ? [address.With(talks[0].CitizenId, talks[0].Id), address.With(ownTalk.CitizenId, talks[0].Id)]
                    : address.HasTrial
                        ? [address.With(lot.Citizen, lot.Trial), address.With(ownTalk.CitizenId, lot.Trial)]
                    : [.. guessed.Select(id => address.With(id))];
                foreach (string path in paths)
                {
                    tried++;
                    using var seen = await client.Get(path);
                    var answers = new List<HttpResponseMessage> { seen };
                    foreach (string handler in handlers)
                        answers.Add(await client.Send(path + handler, [("__RequestVerificationToken", token)]));
                    foreach (var answer in answers)
                    {
                        if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                            opened.Add($"{role} {answer.RequestMessage!.Method} {path}: {answer.StatusCode}");
                    }
                }
            }
        }

        Assert.Empty(opened);
        Assert.True(tried > 300);
        Assert.Equal(before, await site.Counts(site.There));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_page_about_a_citizen_leaves_one_look_and_no_cpr_number_in_the_sites_log(
        DatabaseProvider provider
    )
    {
        await using var site = await FullSite.On(provider);
        var talk = (await Conversations(site, site.Here))[0];
        var ids = await site.Identifiers(site.Here);
        using var client = await site.As(site.Here, Role.Caseworker);
        var wrong = new List<string>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (address, page, _) in site.PagesById)
        {
            string[] paths =
                address.HasConversation ? [address.With(talk.CitizenId, talk.Id)]
                : address.HasTrial ? [address.With(site.Lots[site.Here.Id].Citizen, site.Lots[site.Here.Id].Trial)]
                : [.. ids.Select(id => address.With(id))];
            foreach (string path in paths)
            {
                int before = await Looks(site);
                using var answer = await client.Get(path);
                int looks = await Looks(site) - before;
                if (answer.StatusCode == HttpStatusCode.OK)
                    shown.Add(page);
                bool isAboutACitizen =
                    answer.StatusCode == HttpStatusCode.OK
                    && (
                        path.StartsWith("/citizens/", StringComparison.Ordinal)
                        || path.StartsWith("/placements/", StringComparison.Ordinal)
                    );
                if (isAboutACitizen ? looks != 1 : looks > 1)
                    wrong.Add($"{path}: {answer.StatusCode}, {looks} looks");
            }
        }

        Assert.Empty(wrong);
        // The administrator's, the clinician's, the analyst's and the editor's pages and the leaders' are closed to caseworkers.
        Assert.Equal(
            [
                "/Admin/Account",
                "/Clinic/Citizen",
                "/Effects/Export",
                "/Effects/Plan",
                "/Effects/Report",
                "/Effects/Trial",
                "/Fidelity/Review",
                "/Proposals/Proposal",
                "/Team/Proposal",
                "/Team/Worker",
            ],
            site.PagesById.Select(p => p.Page).Except(shown).Order(StringComparer.Ordinal)
        );
        await NoCprNumber(site, client);
    }

    private static async Task NoCprNumber(FullSite site, SiteClient client)
    {
        List<string> numbers;
        await using (var db = await site.Casework(site.Here))
        {
            var citizens = await db.Citizens.ToListAsync();
            numbers = [.. citizens.Select(c => db.Vault.Open(c.Cpr, c.Id, "cpr"))];
        }

        using var found = await client.Post("/citizens", [("q", numbers[0])]);
        Assert.DoesNotContain(numbers[0], $"{found.Headers.Location}", StringComparison.Ordinal);
        using var shown = await client.Get(found.Headers.Location!.OriginalString);
        Assert.DoesNotContain(numbers[0], $"{shown.Headers.Location}", StringComparison.Ordinal);
        Assert.NotEmpty(site.Logged);
        Assert.DoesNotContain(site.Logged, line => numbers.Exists(n => line.Contains(n, StringComparison.Ordinal)));
    }

    private static async Task<int> Looks(FullSite site)
    {
        await using var db = await site.Records(site.Here);
        return await db.Audit.CountAsync(e => e.Action.StartsWith("look."));
    }

    private static async Task<List<Conversation>> Conversations(
        FullSite site,
        Platform.Municipalities.Municipality municipality
    )
    {
        await using var db = await site.Casework(municipality);
        return await db
            .Conversations.AsNoTracking()
            .Where(c => c.State == ConversationState.Held)
            .Take(1)
            .ToListAsync();
    }
}
