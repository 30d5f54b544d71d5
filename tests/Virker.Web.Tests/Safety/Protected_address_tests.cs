using System.Net;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Web.Tests.Safety;

/// <summary>Where one citizen lives, looked for on every page, list and file anybody of the municipality can open.</summary>
public sealed class Protected_address_tests
{
    private const string Street = "Gemmestien 7";
    private const string Town = "Gemmeby";

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_protected_address_stands_on_no_page_list_or_file(DatabaseProvider provider)
    {
        await using var site = await FullSite.On(provider);
        var about = await AboutOneCitizen(site);
        using var anna = await site.As(site.Here, Role.Caseworker);
        await Move(anna, about.Citizen, isProtected: false);
        var open = await Tells(site, about);
        await Move(anna, about.Citizen, isProtected: true);

        var tell = await Tells(site, about);

        // The looking itself works: an address in the open is found, and so is the citizen's name.
        Assert.NotEmpty(open.Address);
        Assert.True(open.Name.Count > 10);
        Assert.True(tell.Name.Count >= open.Name.Count - 1);
        Assert.Empty(tell.Address);
        Assert.DoesNotContain(site.Logged, line => line.Contains(Street, StringComparison.Ordinal));
    }

    /// <summary>A citizen with something on every page, and the identifiers of it all.</summary>
    private static async Task<Subject> AboutOneCitizen(FullSite site)
    {
        await using var db = await site.Casework(site.Here);
        var placement = await db
            .Placements.Where(p => db.Conversations.Any(c => c.CitizenId == p.CitizenId && c.NextStep != null))
            .Where(p => db.Citizens.Any(c => c.Id == p.CitizenId && c.ClosedOn == null && c.JobGoal != null))
            .OrderByDescending(p => p.From)
            .FirstAsync();
        var citizen = await db.Citizens.SingleAsync(c => c.Id == placement.CitizenId);
        var ids = new List<Guid> { citizen.Id };
        foreach (var table in db.Model.GetEntityTypes())
        {
            if (table.FindProperty("Id")?.ClrType != typeof(Guid) || table.FindProperty("CitizenId") is not { } of)
                continue;
            var rows = db.Rows(table);
            rows =
                of.ClrType == typeof(Guid)
                    ? rows.Where(r => EF.Property<Guid>(r, "CitizenId") == citizen.Id)
                    : rows.Where(r => EF.Property<Guid?>(r, "CitizenId") == citizen.Id);
            ids.AddRange(await rows.Select(r => EF.Property<Guid>(r, "Id")).OrderBy(i => i).Take(2).ToListAsync());
        }

        ids.Add(placement.Id);
        ids.Add(placement.WorkplaceId);
        var talks = await db.Conversations.Where(c => c.CitizenId == citizen.Id).Select(c => c.Id).ToListAsync();
        return new Subject(citizen.Id, citizen.LastName, [.. ids.Distinct()], talks);
    }

    private static async Task Move(SiteClient anna, Guid citizen, bool isProtected)
    {
        string page = $"/citizens/{citizen}/details";
        var form = (await anna.Page(page)).QuerySelectorAll("main form input[name]");
        string[] typed = ["address", "postalCode", "city", "isAddressProtected", "__RequestVerificationToken"];
        List<(string, string)> fields =
        [
            .. form.Where(i => !typed.Contains(i.GetAttribute("name")))
                .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
            ("address", Street),
            ("postalCode", "9999"),
            ("city", Town),
        ];
        if (isProtected)
            fields.Add(("isAddressProtected", "true"));
        using var saved = await anna.Post(page, fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    /// <summary>The pages that tell where the citizen lives, and those that name the citizen.</summary>
    private static async Task<(List<string> Address, List<string> Name)> Tells(FullSite site, Subject about)
    {
        var address = new List<string>();
        var name = new List<string>();
        foreach (var role in new[] { Role.Caseworker, Role.TeamLeader, Role.Administrator })
        {
            using var client = await site.As(site.Here, role);
            foreach (string page in site.Addresses(about.Citizen, about.Ids, about.Talks.Take(2)))
            {
                using var answer = await client.Get(page);
                string text = await TextOf(answer);
                if (text.Contains(Street, StringComparison.Ordinal) || text.Contains(Town, StringComparison.Ordinal))
                    address.Add($"{role} {page}");
                if (text.Contains(about.LastName, StringComparison.Ordinal))
                    name.Add($"{role} {page}");
            }
        }

        using var anna = await site.As(site.Here, Role.Caseworker);
        foreach (
            string handler in new[] { $"/citizens/{about.Citizen}/log?handler=Csv", "/citizens?q=" + about.LastName }
        )
        {
            using var answer = await anna.Get(handler);
            if ((await TextOf(answer)).Contains(Town, StringComparison.Ordinal))
                address.Add(handler);
        }

        return (address, name);
    }

    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/pdf")
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        using var file = await PdfFile.Of(answer);
        string text = await file.Text();
        Assert.NotEmpty(text);
        return text;
    }

    private sealed record Subject(Guid Citizen, string LastName, IReadOnlyList<Guid> Ids, IReadOnlyList<Guid> Talks);
}
