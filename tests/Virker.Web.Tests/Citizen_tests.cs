using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Import;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Tests;

/// <summary>The citizen on pages: found, registered, shown, logged, and out of reach for everybody else.</summary>
public sealed class Citizen_tests(TheSite site)
{
    private static int _number = 1000;

    [Fact]
    public async Task A_citizen_is_registered_and_found_by_name_and_by_cpr_and_the_number_stands_nowhere()
    {
        using var anna = await Anna();
        var (page, cpr) = await Register(anna, "Åse Kærbæk");

        Assert.DoesNotContain(cpr[..6], page, StringComparison.Ordinal);
        using var byNumber = await anna.PostAndFollow("/citizens", [("q", $"{cpr[..6]}-{cpr[6..]}")]);
        Assert.Equal(page, byNumber.Headers.Location?.OriginalString);
        var byName = await Html(await anna.PostAndFollow("/citizens", [("q", "aase kær")]));
        Assert.Contains(byName.QuerySelectorAll("table a"), a => a.GetAttribute("href") == page);
        string html = (await anna.Page(page)).DocumentElement.OuterHtml;
        Assert.DoesNotContain(cpr[..6], html, StringComparison.Ordinal);
        Assert.DoesNotContain(await Log(), l => Told(l).Contains(cpr[..6], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_is_one_line_of_the_log_with_everybody_shown_and_what_was_asked()
    {
        using var anna = await Anna();
        var (first, _) = await Register(anna, "Søgbar Ene");
        var (second, _) = await Register(anna, "Søgbar Anden");
        int before = (await Log()).Count;

        await Html(await anna.PostAndFollow("/citizens", [("q", "søgbar")]));

        var line = Assert.Single((await Log()).Skip(before));
        Assert.Equal("look.search", line.Action);
        Assert.Contains("søgbar", line.Detail, StringComparison.Ordinal);
        Assert.Equal(new[] { IdOf(first), IdOf(second) }.Order(), (await Concerned(line.Seq)).Order());
    }

    [Fact]
    public async Task Too_little_to_search_for_says_what_to_do_beside_the_field()
    {
        using var anna = await Anna();
        var page = await Html(await anna.PostAndFollow("/citizens", [("q", "a")]));
        Assert.Contains("to bogstaver", page.QuerySelector("#q-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "look.citizen")]
    [InlineData("/details", "look.details")]
    [InlineData("/goal", "look.goal")]
    [InlineData("/target-group", "look.target-group")]
    [InlineData("/contact", "look.contact")]
    [InlineData("/journal", "look.journal")]
    [InlineData("/history", "look.history")]
    [InlineData("/log", "look.log")]
    [InlineData("/log?handler=Csv", "look.log")]
    public async Task Every_page_leaves_exactly_one_look_and_the_empty_ones_say_what_to_do(string journey, string look)
    {
        using var anna = await Anna();
        var (page, _) = await Register(anna, "Ny Prøve");
        int before = (await Log()).Count;

        foreach (string language in new[] { "", "/en" })
        {
            using var answer = await anna.Get(language + page + journey);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var lines = (await Log()).Skip(before).ToList();
        Assert.Equal([look, look], lines.Select(l => l.Action));
        Assert.Equal([IdOf(page)], await Concerned(lines[0].Seq));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/details")]
    [InlineData("/journal")]
    [InlineData("/history")]
    [InlineData("/log")]
    public async Task Another_municipalitys_citizen_is_not_found_and_leaves_no_look(string journey)
    {
        using var anna = await Anna();
        var (page, _) = await Register(anna, "Vores Egen");
        using var bo = await site.As(await site.Account(await site.OtherMunicipality(), null, Role.Caseworker));
        int before = (await Log()).Count;

        using var answer = await bo.Get(page + journey);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(before, (await Log()).Count);
    }

    [Fact]
    public async Task A_protected_address_is_shown_only_with_a_reason_and_the_reason_is_logged()
    {
        using var anna = await Anna();
        var (page, _) = await Register(
            anna,
            "Skjult Prøve",
            ("address", "Hemmelighedsvej 4"),
            ("postalCode", "9999"),
            ("isAddressProtected", "true")
        );
        foreach (string journey in new[] { "", "/details", "/history", "/log", "/log?handler=Csv" })
        {
            using var answer = await anna.Get(page + journey);
            Assert.DoesNotContain("Hemmelighed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Contains("Beskyttet", (await anna.Page(page)).Body!.TextContent, StringComparison.Ordinal);

        var refused = await Html(await anna.Post(page, [("reason", "")], page + "?handler=Address"));
        Assert.NotNull(refused.QuerySelector("#reason-error"));
        Assert.DoesNotContain("Hemmelighed", refused.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var shown = await Html(
            await anna.PostAndFollow(page, [("reason", "Et brev skal frem")], page + "?handler=Address")
        );

        Assert.Contains("Hemmelighedsvej 4, 9999", shown.Body!.TextContent, StringComparison.Ordinal);
        var last = (await Log())[^1];
        Assert.Equal(("look.address", "Et brev skal frem"), (last.Action, last.Why));
        Assert.DoesNotContain(await Log(), l => Told(l).Contains("Hemmelighed", StringComparison.Ordinal));

        // A reason is a worker's free text: in the file a spreadsheet must not run it.
        await anna.PostAndFollow(page, [("reason", "=1+1")], page + "?handler=Address");
        using var csv = await anna.Get(page + "/log?handler=Csv");
        Assert.Contains(";'=1+1;", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_goal_stands_at_the_top_in_the_citizens_words_and_the_made_up_are_marked()
    {
        using var anna = await Anna();
        var (page, _) = await Register(anna, "Mål Prøve");

        using var said = await anna.Post(page + "/goal", [("words", "Passe heste på en gård"), ("occupation", "")]);

        Assert.Equal(page, said.Headers.Location?.OriginalString);
        var shown = await anna.Page(page);
        var head = shown.QuerySelector("main > *")!;
        Assert.Equal("Passe heste på en gård", head.QuerySelector("q")?.TextContent);
        Assert.Contains("Opdigtet", head.TextContent, StringComparison.Ordinal);
        Assert.Contains("Made-up", (await anna.Page("/en" + page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_the_citizen_what_was_done_in_plain_words_without_naming_staff()
    {
        using var anna = await Anna();
        var (page, _) = await Register(anna, "Log Prøve");
        await anna.Post(page + "/journal", [("text", "Ringede")]);

        var log = await anna.Page(page + "/log");

        var table = log.QuerySelector("main table")!.TextContent;
        Assert.Contains("Skrev i din journal", table, StringComparison.Ordinal);
        Assert.Contains("Registrerede dig", table, StringComparison.Ordinal);
        Assert.Contains("Borgerby", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Prøvesen", table, StringComparison.Ordinal);
        using var csv = await anna.Get(page + "/log?handler=Csv");
        byte[] file = await csv.Content.ReadAsByteArrayAsync();
        Assert.True(file.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var saved = FileTable.Read(new MemoryStream(file), "log.csv");
        Assert.Equal((';', 4), (saved.Separator, saved.Header.Count));
        Assert.Equal(["tidspunkt", "hvad", "begrundelse", "enhed"], saved.Header);
        Assert.Matches("^[0-9]{2}-[0-9]{2}-[0-9]{4} [0-9]{2}:[0-9]{2}$", saved.Rows[0].Cells[0]);
        using var english = await anna.Get("/en" + page + "/log?handler=Csv");
        Assert.StartsWith("time,what,reason,unit\n", await english.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("?from=2026-12-02&to=2026-11-01", "to")]
    [InlineData("?from=20206-01-01&to=2026-11-01", "from")]
    [InlineData("?from=2026-11-01&to=x", "to")]
    [InlineData("?handler=Csv&from=2026-12-02&to=2026-11-01", "to")]
    public async Task A_period_that_is_none_is_an_error_beside_its_field_and_never_an_empty_log(
        string period,
        string field
    )
    {
        using var anna = await Anna();
        var (page, _) = await Register(anna, "Periode Prøve");

        var log = await anna.Page(page + "/log" + period);

        Assert.NotNull(log.QuerySelector($"#{field}-error"));
        Assert.DoesNotContain("Ingen har set", log.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_citizen_is_said_above_the_form_and_beside_each_field()
    {
        using var anna = await Anna();

        var page = await Html(await anna.Post("/citizens/new", [("cpr", "0101801234"), ("firstNames", "Ida")]));

        Assert.NotNull(page.QuerySelector("#cpr-error"));
        Assert.NotNull(page.QuerySelector("#lastName-error"));
        Assert.Contains(page.QuerySelectorAll(".alert a"), a => a.GetAttribute("href") == "#cpr");
        Assert.Equal("Ida", page.QuerySelector("#firstNames")?.GetAttribute("value"));
    }

    /// <summary>A municipality of these tests' own, so that nobody else writes in its log.</summary>
    private async Task<Municipality> Here()
    {
        var catalogue = site.Services.GetRequiredService<MunicipalityCatalogue>();
        return await catalogue.Find("borgerby") ?? await catalogue.Add("borgerby", "Borgerby", madeUp: true);
    }

    private async Task<SiteClient> Anna() => await site.As(await site.Account(await Here(), null, Role.Caseworker));

    /// <summary>The address of the new citizen's page, and the number.</summary>
    private static async Task<(string Page, string Cpr)> Register(
        SiteClient worker,
        string name,
        params (string Name, string Value)[] more
    )
    {
        string cpr = $"470180{Interlocked.Increment(ref _number)}";
        using var added = await worker.Post(
            "/citizens/new",
            [
                ("cpr", cpr),
                ("bornOn", "1980-01-01"),
                ("firstNames", name.Split(' ')[0]),
                ("lastName", name.Split(' ')[1]),
                .. more,
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        return (added.Headers.Location!.OriginalString, cpr);
    }

    private static Guid IdOf(string page) => Guid.Parse(page.Split('/')[^1]);

    private static string Told(AuditEntry line) => $"{line.Action} {line.Why} {line.Detail}";

    private static async Task<IDocument> Html(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        }
    }

    private async Task<List<AuditEntry>> Log()
    {
        await using var records = await Records();
        return await records.Audit.AsNoTracking().OrderBy(e => e.Seq).ToListAsync();
    }

    private async Task<List<Guid>> Concerned(long seq)
    {
        await using var records = await Records();
        return await records.AuditCitizens.Where(c => c.Seq == seq).Select(c => c.CitizenId).ToListAsync();
    }

    private async Task<RecordsDbContext> Records() =>
        await site.Services.GetRequiredService<MunicipalityStore<RecordsDbContext>>().OpenAsync(await Here(), default);
}
