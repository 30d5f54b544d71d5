using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Tests;

public sealed class Admin_tests(TheSite site)
{
    [Fact]
    public async Task A_new_account_signs_in_with_the_password_shown_once()
    {
        using var administrator = await site.As(Role.Administrator);
        string email = $"{Guid.CreateVersion7()}@example.org";

        var answer = await administrator.PostAndFollow(
            "/admin/accounts/new",
            [
                ("email", email),
                ("name", "Ny Medarbejder"),
                ("roles", "caseworker"),
                ("roles", "team_leader"),
                ("team", ""),
            ]
        );

        string password = (await Document(answer)).QuerySelector("code")!.TextContent;
        using var client = site.Client();
        var signedIn = await client.Post("/account/sign-in", [("email", email), ("password", password)]);
        Assert.Equal("/day", signedIn.Headers.Location!.OriginalString);
        var list = await administrator.Page("/admin");
        Assert.Contains(email, list.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(password, list.Body.TextContent, StringComparison.Ordinal);
        await using var records = await Records();
        var lines = await records.Audit.ToListAsync();
        Assert.Contains(lines, line => line.Action == "account.add");
        Assert.DoesNotContain(lines, line => line.Detail?.Contains(password, StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("ikke en adresse", "Nogen", "caseworker", "er ikke en e-mailadresse")]
    [InlineData("ny@example.org", "", "caseworker", "Skriv personens navn")]
    [InlineData("ny@example.org", "Nogen", "ingenting", "Vælg mindst én rolle")]
    [InlineData("ny@example.org", "Nogen", "knowledge_editor", "hører ikke til en kommune")]
    public async Task What_is_wrong_with_a_new_account_is_said(string email, string name, string role, string says)
    {
        using var administrator = await site.As(Role.Administrator);

        var answer = await administrator.Post(
            "/admin/accounts/new",
            [("email", email), ("name", name), ("roles", role), ("team", "")]
        );

        Assert.Contains(
            says,
            (await Document(answer)).QuerySelector(".alert-error")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_municipalitys_account_is_not_found()
    {
        var stranger = await site.Account(await site.OtherMunicipality(), null, Role.Caseworker);
        using var administrator = await site.As(Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get($"/admin/accounts/{stranger.Id}")).StatusCode);
        var closed = await administrator.Post("/admin/teams", [], to: $"/admin/accounts/{stranger.Id}?handler=Close");
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.DoesNotContain(
            stranger.Email!,
            (await administrator.Page("/admin")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_cannot_close_oneself_out()
    {
        var account = await site.Account(await site.Municipality(), null, Role.Administrator);
        using var administrator = await site.As(account);
        string page = $"/admin/accounts/{account.Id}";

        var closed = await administrator.Post(page, [], to: page + "?handler=Close");
        var changed = await administrator.Post(page, [("name", "Jeg"), ("roles", "caseworker"), ("team", "")]);

        Assert.Contains("din egen konto", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("fra dig selv", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/admin")).StatusCode);
    }

    [Fact]
    public async Task Teams_have_a_name_of_their_own_and_a_leader_from_the_municipality()
    {
        var leader = await site.Account(await site.Municipality(), null, Role.TeamLeader);
        var stranger = await site.Account(await site.OtherMunicipality(), null, Role.TeamLeader);
        using var administrator = await site.As(Role.Administrator);
        string name = $"Team {Guid.CreateVersion7()}";

        var saved = await administrator.Post("/admin/teams", [("name", name), ("leader", leader.Id.ToString())]);
        var again = await administrator.Post("/admin/teams", [("name", name), ("leader", "")]);
        var foreign = await administrator.Post("/admin/teams", [("name", "Andet"), ("leader", stranger.Id.ToString())]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("allerede et team", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Vælg en leder", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_out_within_a_minute_and_a_new_role_is_in()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var own = new OwnSite(
            new Dictionary<string, string?> { ["Virker:Demo"] = "true" },
            services => services.AddSingleton<TimeProvider>(clock)
        );
        var here = await own.Services.GetRequiredService<MunicipalityCatalogue>().Add("testby", "Testby", madeUp: true);
        await using var scope = own.Services.CreateAsyncScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
        var chief = new Worker(Guid.CreateVersion7(), "Chef", here, new HashSet<Role> { Role.Administrator });
        var account = await manage.Add(chief, "a@example.org", new AccountDetails("Anna", [Role.Caseworker]), null);
        using var client = own.Client();
        await client.Post(
            "/account/sign-in",
            [("account", account.Id.ToString())],
            to: "/account/sign-in?handler=Demo"
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Get("/admin")).StatusCode);

        await manage.Change(chief, account, new AccountDetails("Anna", [Role.Administrator]));
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await client.Get("/admin")).StatusCode);

        await manage.Close(chief, account);
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await client.Get("/admin")).StatusCode);
    }

    [Fact]
    public async Task In_a_demonstration_made_up_people_can_be_taken()
    {
        using var own = new OwnSite(new Dictionary<string, string?> { ["Virker:Demo"] = "true" });
        var account = await MadeUp(own);

        Assert.Equal(HttpStatusCode.Redirect, await Take(own, account));
    }

    [Fact]
    public async Task Beside_a_real_municipality_nobody_can_be_taken()
    {
        using var own = new OwnSite(new Dictionary<string, string?> { ["Virker:Demo"] = "true" });
        var account = await MadeUp(own);
        await own.Services.GetRequiredService<MunicipalityCatalogue>().Add("0999", "Ægteby", madeUp: false);

        Assert.Equal(HttpStatusCode.Forbidden, await Take(own, account));
        await NobodyIsOffered(own);
    }

    [Fact]
    public async Task Outside_a_demonstration_nobody_can_be_taken()
    {
        using var own = new OwnSite(new Dictionary<string, string?>());
        var account = await MadeUp(own);

        Assert.Equal(HttpStatusCode.Forbidden, await Take(own, account));
        await NobodyIsOffered(own);
    }

    private static async Task<Account> MadeUp(OwnSite own)
    {
        var here = await own.Services.GetRequiredService<MunicipalityCatalogue>().Add("testby", "Testby", madeUp: true);
        await using var scope = own.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ManageAccounts>()
            .Add(
                new Worker(Guid.Empty, "prøve", here, new HashSet<Role>()),
                "a@example.org",
                new AccountDetails("Anna", [Role.Caseworker]),
                null
            );
    }

    private static async Task<HttpStatusCode> Take(OwnSite own, Account account)
    {
        using var client = own.Client();
        using var answer = await client.Post(
            "/account/sign-in",
            [("account", account.Id.ToString())],
            to: "/account/sign-in?handler=Demo"
        );
        return answer.StatusCode;
    }

    private static async Task NobodyIsOffered(OwnSite own)
    {
        using var visitor = own.Client();
        Assert.Null((await visitor.Page("/account/sign-in")).GetElementById("demo"));
    }

    private static async Task<AngleSharp.Dom.IDocument> Document(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private async Task<RecordsDbContext> Records() =>
        await site
            .Services.GetRequiredService<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(await site.Municipality(), default);
}
