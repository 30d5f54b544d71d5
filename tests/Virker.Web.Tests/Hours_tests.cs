using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Web.Site;

namespace Virker.Web.Tests;

public sealed class Hours_tests(TheSite site)
{
    private const string Cpr = "3213800077";
    private static int _number;
    private static readonly DateOnly ThisWeek = TimeProvider.System.Today().Monday();

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Eight_weeks_are_typed_on_one_page_and_a_milestone_is_named(string language)
    {
        var (citizen, _) = await Citizen(await site.Municipality());
        using var client = await site.As(Role.Caseworker);
        string path = $"{language}/citizens/{citizen}/hours";
        var page = await client.Page(path);
        var fields = page.QuerySelectorAll(".h-weeks input:not([type=hidden])")
            .Select(f => f.GetAttribute("name")!)
            .ToList();
        Assert.Equal(8, fields.Count);
        Assert.Equal(Field(ThisWeek), fields[^1]);

        var answer = await client.Post(
            path,
            [
                ("cvr", "10000001"),
                .. fields.Select(
                    (f, i) =>
                        (
                            f,
                            i == 0 ? ""
                            : i % 2 == 0 ? "3,5"
                            : "2:30"
                        )
                ),
            ]
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await client.Page(answer.Headers.Location!.OriginalString);
        Assert.Contains(
            language == ""
                ? "Nået: Den første løntime, 3 timer om ugen"
                : "Reached: The first paid hour, 3 hours a week",
            saved.QuerySelector(".alert-success")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            language == "" ? "2,5" : "2.5",
            saved.QuerySelector($"input[name={fields[^1]}]")!.GetAttribute("value")
        );
        Assert.Null(saved.QuerySelector($"input[name={fields[0]}]")!.GetAttribute("value"));
        Assert.NotNull(saved.QuerySelector(".v-figure svg"));
        Assert.Empty(saved.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(Cpr, saved.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_field_is_named_above_the_form_and_beside_it_and_nothing_is_saved()
    {
        var (citizen, _) = await Citizen(await site.Municipality());
        using var client = await site.As(Role.Caseworker);
        string path = $"/citizens/{citizen}/hours";

        var answer = await client.Post(
            path,
            [("cvr", "123"), (Field(ThisWeek), "mange"), (Field(ThisWeek.AddDays(-7)), "4")]
        );
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            ["#cvr", "#" + Field(ThisWeek)],
            page.QuerySelectorAll(".alert-error a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal(2, page.QuerySelectorAll(".form-error-message").Length);
        Assert.Equal("mange", page.QuerySelector("#" + Field(ThisWeek))!.GetAttribute("value"));
        Assert.Equal("4", page.QuerySelector("#" + Field(ThisWeek.AddDays(-7)))!.GetAttribute("value"));
        await using var db = await Open(await site.Municipality());
        Assert.False(await db.ReportedWeeks.AnyAsync(w => w.CitizenId == citizen));
    }

    [Fact]
    public async Task A_look_is_logged_once_and_a_stranger_s_citizen_is_not_found()
    {
        var here = await site.Municipality();
        var (citizen, _) = await Citizen(here);
        var (stranger, _) = await Citizen(await site.OtherMunicipality());
        using var client = await site.As(Role.Caseworker);

        await client.Page($"/citizens/{citizen}/hours");
        await client.Page($"/citizens/{stranger}/hours", HttpStatusCode.NotFound);
        await client.Page($"/citizens/{Guid.CreateVersion7()}/hours", HttpStatusCode.NotFound);

        await using var db = await Open(here);
        var seen = db.Set<AuditCitizen>().Where(a => a.CitizenId == citizen).Select(a => a.Seq);
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "look.hours" && seen.Contains(e.Seq)));
    }

    [Fact]
    public async Task A_file_is_uploaded_read_and_differences_are_shown_to_the_citizens_own_worker()
    {
        var here = await site.Municipality();
        var account = await site.Account(here, null, Role.Caseworker);
        var (citizen, cpr) = await Citizen(here, account.Id);
        using var leader = await site.As(Role.TeamLeader);
        using var worker = await site.As(account);
        string month = ThisWeek.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        string csv = $"cpr;cvr;month;hours;wage;estimated\n{cpr};10000001;{month};40,5;7000,00;ja\n";

        var first = await Upload(leader, csv);
        var second = await Upload(leader, csv);
        var differences = await worker.Page("/hours/differences");
        var page = await worker.Page($"/citizens/{citizen}/hours");

        Assert.Contains("Nye måneder: 1.", first, StringComparison.Ordinal);
        Assert.Contains("Intet er ændret", second, StringComparison.Ordinal);
        Assert.DoesNotContain(cpr, first, StringComparison.Ordinal);
        var row = Assert.Single(differences.QuerySelectorAll("tbody tr"));
        Assert.Contains("40,5", row.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/citizens/{citizen}/hours?weeks=26", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#differences ~ ul li"));
        Assert.Contains("7.000,00", page.QuerySelector("#register ~ details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_gives_a_report_on_the_page_and_as_a_file_without_the_number_it_found()
    {
        using var leader = await site.As(Role.TeamLeader);

        string html = await Upload(leader, $"cpr;cvr;month;hours\n{Cpr};1000;2026-09;{Cpr}\n");
        var page = new HtmlParser().ParseDocument(html);
        var form = page.QuerySelector("#errors ~ form")!;
        var file = await leader.Send(
            form.GetAttribute("action")!,
            form.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))
        );

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.DoesNotContain(Cpr, html, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("fejl.csv", file.Content.Headers.ContentDisposition!.FileName);
        string text = await file.Content.ReadAsStringAsync();
        Assert.Contains("2;cvr;", text, StringComparison.Ordinal);
        Assert.Contains("2;hours;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_a_file_asks_for_one_and_a_caseworker_does_not_import()
    {
        using var leader = await site.As(Role.TeamLeader);
        using var worker = await site.As(Role.Caseworker);

        var asked = await leader.Post("/en/hours/import", []);
        var refused = await worker.Get("/hours/import");

        Assert.Contains("Choose a file.", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" 7 ", 420)]
    [InlineData("7,5", 450)]
    [InlineData("7.5", 450)]
    [InlineData("1.000", 60_000)]
    [InlineData("0", 0)]
    [InlineData("7:05", 425)]
    [InlineData("0,1", 6)]
    public void Hours_are_read_as_people_write_them(string text, int? minutes)
    {
        Assert.True(HoursInput.TryMinutes(text, out int? read));
        Assert.Equal(minutes, read);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("7:60")]
    [InlineData("7,")]
    [InlineData("7 timer")]
    [InlineData("1e3")]
    [InlineData("99999")]
    [InlineData("7.30")]
    [InlineData("7.25")]
    [InlineData("1,000")]
    public void What_is_no_number_of_hours_is_refused(string text) => Assert.False(HoursInput.TryMinutes(text, out _));

    private static string Field(DateOnly week) => week.ToString("'w'yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string> Upload(SiteClient client, string csv)
    {
        string token = (await client.Page("/hours/import"))
            .QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var content = new MultipartFormDataContent();
        using var tokenPart = new StringContent(token);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(tokenPart, "__RequestVerificationToken");
        content.Add(file, "file", "oktober.csv");
        var answer = await client.Http.PostAsync("/hours/import", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private ValueTask<CaseworkDbContext> Open(Municipality municipality) =>
        site.Services.GetRequiredService<MunicipalityStore<CaseworkDbContext>>().OpenAsync(municipality, default);

    private async Task<(Guid Id, string Cpr)> Citizen(Municipality municipality, Guid? contact = null)
    {
        await using var db = await Open(municipality);
        string cpr = $"321380{Interlocked.Increment(ref _number):0000}";
        var id = Guid.CreateVersion7();
        db.Add(
            new Citizen
            {
                Id = id,
                Cpr = db.Vault.Seal(cpr, id, "cpr"),
                CprIndex = db.Vault.BlindIndex(cpr),
                FirstNames = "Ida",
                LastName = "Prøve",
                BornOn = new DateOnly(1980, 1, 1),
                PrimaryContactId = contact,
            }
        );
        await db.SaveAsync(Worker.Virker(municipality), "citizen.add", id, null, default);
        return (id, cpr);
    }
}
