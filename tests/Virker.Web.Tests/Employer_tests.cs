using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Tests;

public sealed class Employer_tests(TheSite site)
{
    private static readonly DateOnly Today = TimeProvider.System.Today();
    private static int _number = 500_000;

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task From_a_citizen_one_click_chooses_a_workplace_and_leads_to_the_placement(string language)
    {
        var here = await site.Municipality();
        var citizen = await Citizen(here, "9123");
        var place = await Place(here, "Prøvevinduer", "9123");
        using var client = await site.As(Role.Caseworker);

        var page = await client.Page($"{language}/citizens/{citizen}/match");

        var link = page.QuerySelectorAll(".e-lines a.button")
            .Single(a => a.GetAttribute("href")!.Contains(place.ToString(), StringComparison.Ordinal));
        Assert.Equal($"{language}/citizens/{citizen}/placement?workplace={place}", link.GetAttribute("href"));
        Assert.Contains(
            language == "" ? "Samme fag: Vinduespolering" : "Same occupation: Window cleaning",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.Equal([citizen], await Looked(here, "look.match", citizen));
    }

    [Fact]
    public async Task A_workplace_s_page_names_its_citizens_and_logs_them_once()
    {
        var here = await site.Municipality();
        var place = await Place(here, "Mange Praktikker", "9612");
        var citizens = new List<Guid>();
        for (int i = 0; i < 3; i++)
        {
            citizens.Add(await Citizen(here, null));
            await Internship(here, citizens[i], place, Today.AddDays(-200));
        }

        using var client = await site.As(Role.JobConsultant);
        var page = await client.Page($"/employers/{place}");

        Assert.Contains("Et spørgsmål, ikke en dom", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("tbody th a").Length);
        foreach (var citizen in citizens)
            Assert.Single(await Looked(here, "look.employer", citizen));
        using var stranger = await site.As(
            await site.Account(await site.OtherMunicipality(), null, Role.JobConsultant)
        );
        await stranger.Page($"/employers/{place}", HttpStatusCode.NotFound);
        await stranger.Page($"/employers/{place}/match", HttpStatusCode.NotFound);
        await stranger.Page($"/employers/{place}/change", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_relation_is_taken_a_contact_written_and_the_workplace_closed()
    {
        var here = await site.Municipality();
        var place = await Place(here, "Til overtagelse", "8157");
        using var client = await site.As(Role.JobConsultant);
        string path = $"/employers/{place}";

        var taken = await client.Post(path, [("seen", "")], path + "?handler=Own");
        var empty = await client.Post(path, [("note", " "), ("on", "")], path + "?handler=Contact");
        var wrong = new HtmlParser().ParseDocument(await empty.Content.ReadAsStringAsync());
        var contact = await client.Post(
            path,
            [
                ("note", "Mangler folk i weekenden"),
                ("on", Today.ToString("O", CultureInfo.InvariantCulture)),
                ("became", "cooperating"),
            ],
            path + "?handler=Contact"
        );
        var page = await client.Page(path);
        var closed = await client.Post(path, [("isClosed", "true")], path + "?handler=Close");

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(["#on", "#note"], wrong.QuerySelectorAll(".alert-error a").Select(a => a.GetAttribute("href")));
        Assert.Equal(2, wrong.QuerySelectorAll(".form-error-message").Length);
        Assert.Equal(HttpStatusCode.Redirect, contact.StatusCode);
        Assert.Contains(
            "Mangler folk i weekenden",
            page.QuerySelector(".e-log")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Samarbejder", page.QuerySelector(".v-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        await using var db = await Open(here);
        Assert.Null((await db.Workplaces.SingleAsync(w => w.Id == place)).OwnerId);
    }

    [Fact]
    public async Task A_new_workplace_is_written_down_found_again_and_changed()
    {
        using var client = await site.As(Role.Caseworker);
        string number = $"20{Interlocked.Increment(ref _number):00000000}";
        var wrong = await client.Post("/employers/new", [("cvr", "13748137"), ("pNumber", "1")]);
        var refused = new HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync());

        var added = await client.Post(
            "/employers/new",
            [
                ("cvr", "13748136"),
                ("pNumber", number),
                ("companyName", "Æblehaven ApS"),
                ("name", $"Æblehaven {number}"),
                ("industry", "01"),
                ("employees", "12,5"),
                ("occupations", "9211"),
                ("occupations", "6113"),
            ]
        );
        string path = added.Headers.Location!.OriginalString;
        var changed = await client.Post(
            path + "/change",
            [("name", $"Æblehaven {number}"), ("industry", "01"), ("employees", "x")]
        );

        Assert.Equal(
            ["#cvr", "#companyName", "#pNumber", "#name", "#industry"],
            refused.QuerySelectorAll(".alert-error a").Select(a => a.GetAttribute("href"))
        );
        Assert.Contains("Medhjælp i planteavl", (await client.Page(path)).Body!.TextContent, StringComparison.Ordinal);
        var form = await client.Page(path + "/change");
        Assert.Equal("12,5", form.QuerySelector("#employees")!.GetAttribute("value"));
        Assert.Equal(2, form.QuerySelectorAll("input[name=occupations][checked]").Length);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var found = await client.Page($"/employers?q={Uri.EscapeDataString("æblehaven " + number)}&mine=true&due=true");
        Assert.Equal(path, Assert.Single(found.QuerySelectorAll("tbody th a")).GetAttribute("href"));
    }

    [Fact]
    public async Task Citizens_who_wish_to_work_there_are_shown_a_page_at_a_time_and_only_those_shown_are_logged()
    {
        var here = await site.Municipality();
        var place = await Place(here, "Biblioteket", "4411");
        var citizens = new List<Guid>();
        for (int i = 0; i < 27; i++)
            citizens.Add(await Citizen(here, "4411"));
        using var client = await site.As(Role.JobConsultant);

        var first = await client.Page($"/employers/{place}/match");
        var second = await client.Page($"/en/employers/{place}/match?p=2");

        Assert.Equal(
            (25, 2),
            (first.QuerySelectorAll(".e-lines > li").Length, second.QuerySelectorAll(".e-lines > li").Length)
        );
        Assert.Equal("26", second.QuerySelector(".e-lines")!.GetAttribute("start"));
        foreach (var citizen in citizens)
            Assert.Single(await Looked(here, "look.candidates", citizen));
    }

    [Theory]
    [InlineData("/employers")]
    [InlineData("/en/employers")]
    [InlineData("/employers/import")]
    [InlineData("/en/employers/new")]
    public async Task The_pages_without_citizens_leave_no_look(string path)
    {
        var account = await site.Account(await site.Municipality(), null, Role.JobConsultant);
        using var client = await site.As(account);

        await client.Page(path);

        await using var db = await Open(await site.Municipality());
        Assert.False(
            await db.Set<AuditEntry>().AnyAsync(e => e.WorkerId == account.Id && e.Action.StartsWith("look."))
        );
    }

    [Fact]
    public async Task A_file_with_an_error_says_where()
    {
        using var client = await site.As(Role.JobConsultant);
        string token = (await client.Page("/employers/import"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("companies"), "kind" },
            {
                new ByteArrayContent(Encoding.UTF8.GetBytes("cvr,name,is_public,is_closed\n12345678,X,ja,\n")),
                "file",
                "firmaer.csv"
            },
        };

        using var answer = await client.Http.PostAsync("/employers/import", content);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(
            ["2", "cvr"],
            page.QuerySelectorAll("section[aria-labelledby=errors] tbody td").Take(2).Select(c => c.TextContent)
        );
    }

    private static ValueTask<CaseworkDbContext> Open(TheSite site, Municipality municipality) =>
        site.Services.GetRequiredService<MunicipalityStore<CaseworkDbContext>>().OpenAsync(municipality, default);

    private ValueTask<CaseworkDbContext> Open(Municipality municipality) => Open(site, municipality);

    /// <summary>The looks at a citizen through one page.</summary>
    private async Task<IReadOnlyList<Guid>> Looked(Municipality municipality, string what, Guid citizen)
    {
        await using var db = await Open(municipality);
        return await (
            from entry in db.Set<AuditEntry>()
            join about in db.Set<AuditCitizen>() on entry.Seq equals about.Seq
            where entry.Action == what && about.CitizenId == citizen
            select about.CitizenId
        ).ToListAsync();
    }

    private async Task<Guid> Citizen(Municipality municipality, string? wish)
    {
        var id = Guid.CreateVersion7();
        await using var db = await Open(municipality);
        string cpr = $"3313{Interlocked.Increment(ref _number):000000}";
        db.Add(
            new Citizen
            {
                Id = id,
                Cpr = db.Vault.Seal(cpr, id, "cpr"),
                CprIndex = db.Vault.BlindIndex(cpr),
                FirstNames = "Prøve",
                LastName = "Ønske",
                WishedOccupation = wish,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            }
        );
        await db.SaveAsync(TestWorker(municipality), "test.set_up", id, null, default);
        return id;
    }

    private async Task<Guid> Place(Municipality municipality, string name, string occupation)
    {
        int number = Interlocked.Increment(ref _number);
        var company = new Company { Cvr = $"{90_000_000 + number}", Name = name };
        var place = new Workplace
        {
            CompanyId = company.Id,
            PNumber = $"30{number:00000000}",
            Name = name,
            Industry = "81",
        };
        await using var db = await Open(municipality);
        db.AddRange(company, place, new WorkplaceOccupation { WorkplaceId = place.Id, Occupation = occupation });
        await db.SaveAsync(TestWorker(municipality), "test.set_up", [], null, default);
        return place.Id;
    }

    private async Task Internship(Municipality municipality, Guid citizen, Guid place, DateOnly from)
    {
        await using var db = await Open(municipality);
        db.Add(
            new Placement
            {
                CitizenId = citizen,
                WorkplaceId = place,
                State = PlacementState.Ended,
                TargetGroup = "6.3",
                From = from,
                To = from.AddDays(90),
                Tasks = "Sortering",
                RuleMessages = "[]",
            }
        );
        await db.SaveAsync(TestWorker(municipality), "test.set_up", citizen, null, default);
    }

    private static Worker TestWorker(Municipality municipality) =>
        new(Guid.CreateVersion7(), "Prøve", municipality, new HashSet<Role> { Role.Caseworker });
}
