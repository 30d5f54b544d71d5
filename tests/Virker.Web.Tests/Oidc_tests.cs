using System.Net;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Tests;

/// <summary>The municipality's own log-in, with a real provider.</summary>
public sealed class Oidc_tests
{
    private static readonly Vouched Anna = new("anna-1", "Anna Prøve", "11223344", "sag", "noget andet");

    [Fact]
    public async Task Whom_the_municipality_vouches_for_gets_an_account_and_comes_back_to_the_page()
    {
        await using var house = await House.StartAsync();
        house.Provider.Person = Anna;
        using var client = house.Site.Client();

        Assert.Equal("/method", await house.SignIn(client, "/method"));

        var account = Assert.Single(await house.Accounts());
        Assert.Equal("Anna Prøve", account.DisplayName);
        Assert.Equal([Role.Caseworker], RoleCodes.Read(account.Roles));
        Assert.Null(account.PasswordHash);
        Assert.Equal(HttpStatusCode.OK, (await client.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task The_same_person_keeps_the_account_and_gets_the_roles_of_today()
    {
        await using var house = await House.StartAsync();
        house.Provider.Person = Anna;
        using (var first = house.Site.Client())
            await house.SignIn(first);
        house.Provider.Person = Anna with { Name = "Anna Ny", Roles = ["leder"] };

        using var client = house.Site.Client();
        await house.SignIn(client);

        var account = Assert.Single(await house.Accounts());
        Assert.Equal("Anna Ny", account.DisplayName);
        Assert.Equal([Role.TeamLeader], RoleCodes.Read(account.Roles));
        // Who gave the roles stands in the municipality's log.
        var log = await house.Log();
        Assert.Equal(["account.add", "account.change"], log.Select(l => l.Action));
        Assert.All(
            log,
            l => Assert.Equal((account.Id, Provider.Address.TrimEnd('/')), (l.WorkerId, l.Why?.TrimEnd('/')))
        );
    }

    [Fact]
    public async Task An_unknown_role_or_municipality_gives_no_access_and_no_account()
    {
        await using var house = await House.StartAsync();
        using var client = house.Site.Client();

        house.Provider.Person = Anna with { Roles = ["noget andet"] };
        Assert.Equal("/account/sign-in?refused=role", await house.SignIn(client));
        house.Provider.Person = Anna with { Municipality = "99999999" };
        Assert.Equal("/account/sign-in?refused=municipality", await house.SignIn(client));

        Assert.Empty(await house.Accounts());
        Assert.Equal(HttpStatusCode.Redirect, (await client.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_and_a_change_of_municipality_are_refused()
    {
        await using var house = await House.StartAsync();
        house.Provider.Person = Anna;
        using (var first = house.Site.Client())
            await house.SignIn(first);

        house.Provider.Person = Anna with { Municipality = "andenby" };
        using var client = house.Site.Client();
        Assert.Equal("/account/sign-in?refused=municipality", await house.SignIn(client));
        await using (var scope = house.Site.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var account = (await accounts.FindByIdAsync((await house.Accounts()).Single().Id.ToString()))!;
            account.IsActive = false;
            await accounts.UpdateAsync(account);
        }

        house.Provider.Person = Anna;
        Assert.Equal("/account/sign-in?refused=closed", await house.SignIn(client));
        var page = await client.Page("/account/sign-in?refused=closed");
        Assert.Contains("Din konto er lukket", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_answer_is_refused()
    {
        await using var house = await House.StartAsync();
        using var client = house.Site.Client();

        using var answer = await client.Get("/signin-oidc?code=gættet&state=gættet");

        Assert.Equal("/account/sign-in?refused=failed", answer.Headers.Location!.OriginalString);
    }

    /// <summary>The provider, and a site that trusts it.</summary>
    private sealed class House(Provider provider, OwnSite site) : IAsyncDisposable
    {
        public Provider Provider => provider;

        public OwnSite Site => site;

        public static async Task<House> StartAsync()
        {
            var provider = await Provider.StartAsync();
            var site = new OwnSite(
                new Dictionary<string, string?>
                {
                    ["Virker:Oidc:Authority"] = Provider.Address,
                    ["Virker:Oidc:ClientId"] = Provider.ClientId,
                    ["Virker:Oidc:ClientSecret"] = Provider.Secret,
                    ["Virker:Oidc:Municipalities:testby"] = "11223344",
                    ["Virker:Oidc:Roles:Caseworker"] = "sag; sagsbehandler",
                    ["Virker:Oidc:Roles:TeamLeader"] = "leder",
                },
                services =>
                    services.Configure<OpenIdConnectOptions>(
                        Virker.Web.Site.Oidc.Scheme,
                        oidc => oidc.BackchannelHttpHandler = provider.Handler
                    )
            );
            var catalogue = site.Services.GetRequiredService<MunicipalityCatalogue>();
            await catalogue.Add("testby", "Testby", madeUp: true);
            await catalogue.Add("andenby", "Andenby", madeUp: true);
            return new House(provider, site);
        }

        /// <summary>Goes to the provider and back; where the site then leads.</summary>
        public async Task<string> SignIn(SiteClient client, string returnUrl = "")
        {
            using var sent = await client.Get("/account/external?returnUrl=" + Uri.EscapeDataString(returnUrl));
            using var browser = new HttpClient(provider.Handler);
            using var vouched = await browser.GetAsync(sent.Headers.Location);
            Assert.StartsWith(
                "https://localhost/signin-oidc?",
                vouched.Headers.Location?.AbsoluteUri ?? await vouched.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
            using var back = await client.Get(vouched.Headers.Location!.PathAndQuery);
            using var done = await client.Get(back.Headers.Location!.OriginalString);
            return done.Headers.Location!.OriginalString;
        }

        /// <summary>Accounts the provider vouched for.</summary>
        public async Task<List<Account>> Accounts()
        {
            await using var db = await site
                .Services.GetRequiredService<IDbContextFactory<PlatformDbContext>>()
                .CreateDbContextAsync();
            // The demonstration's people are there too.
            return await db.Users.Where(a => a.UserName!.StartsWith("oidc/")).ToListAsync();
        }

        /// <summary>What the log of the municipality says of accounts.</summary>
        public async Task<List<AuditEntry>> Log()
        {
            var testby = (await site.Services.GetRequiredService<MunicipalityCatalogue>().Find("testby"))!;
            await using var db = await site
                .Services.GetRequiredService<MunicipalityStore<RecordsDbContext>>()
                .OpenAsync(testby, default);
            return await db.Audit.Where(l => l.Action.StartsWith("account.")).OrderBy(l => l.Seq).ToListAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            await provider.DisposeAsync();
        }
    }
}
