using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;

[assembly: AssemblyFixture(typeof(Virker.Web.Tests.TheSite))]

namespace Virker.Web.Tests;

/// <summary>The site in memory with the shipped knowledge bank.</summary>
public sealed class TheSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-web-");

    /// <summary>A visitor who follows no redirects.</summary>
    public HttpClient Visitor { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Visitor = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        return ValueTask.CompletedTask;
    }

    /// <summary>A page that answers 200.</summary>
    public async Task<IDocument> Page(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Visitor.GetAsync(path);
        string html = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path} answered {response.StatusCode}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>The made-up municipality the tests work in.</summary>
    public Task<Municipality> Municipality() => MunicipalityOf("testby", "Testby");

    /// <summary>Another made-up municipality, whose data must stay out of reach.</summary>
    public Task<Municipality> OtherMunicipality() => MunicipalityOf("andenby", "Andenby");

    /// <summary>A new account in the municipality; without a password it is only reached as a demonstration.</summary>
    public async Task<Account> Account(Municipality municipality, string? password = null, params Role[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var id = Guid.CreateVersion7();
        var account = new Account
        {
            Id = id,
            UserName = $"{id}@example.org",
            Email = $"{id}@example.org",
            DisplayName = "Prøve Prøvesen",
            MunicipalityId = municipality.Id,
            Roles = RoleCodes.Of(roles),
        };
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var made = password is null
            ? await accounts.CreateAsync(account)
            : await accounts.CreateAsync(account, password);
        Assert.True(made.Succeeded, string.Join(", ", made.Errors.Select(e => e.Code)));
        Services.GetRequiredService<Staff>().Forget(municipality.Id);
        return account;
    }

    /// <summary>Somebody signed in in <see cref="Municipality"/> with these roles.</summary>
    public async Task<SiteClient> As(params Role[] roles) => await As(await Account(await Municipality(), null, roles));

    /// <summary>Somebody signed in with this account.</summary>
    public async Task<SiteClient> As(Account account)
    {
        var client = Client();
        var signedIn = await client.Post(
            "/account/sign-in",
            [("account", account.Id.ToString())],
            to: "/account/sign-in?handler=Demo"
        );
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    /// <summary>A browser with no cookies yet, which follows no redirects. Over TLS: the session's cookie travels no
    /// other way.</summary>
    public SiteClient Client() =>
        new(
            CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    AllowAutoRedirect = false,
                    BaseAddress = new Uri("https://localhost"),
                }
            )
        );

    private async Task<Municipality> MunicipalityOf(string code, string name)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            var catalogue = Services.GetRequiredService<MunicipalityCatalogue>();
            return await catalogue.Find(code) ?? await catalogue.Add(code, name, madeUp: true);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    // Settings given here reach the site as its arguments do, before it chooses a database.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(settings =>
            settings.AddInMemoryCollection([
                KeyValuePair.Create("Virker:Directory", (string?)_folder.FullName),
                KeyValuePair.Create("Virker:Demo", (string?)"true"),
                KeyValuePair.Create("Virker:DemoCitizens", (string?)"0"),
            ])
        );
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            _oneAtATime.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
