using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Virker.Web.Tests;

/// <summary>Whom the municipality's log-in vouches for.</summary>
internal sealed record Vouched(string Subject, string Name, string Municipality, params string[] Roles);

/// <summary>A municipality's log-in: a real OpenID provider in the test's own process.</summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string Address = "https://idp.test/";
    public const string ClientId = "virker";
    public const string Secret = "kun til prøver";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private Provider(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    /// <summary>Who sits at the keyboard.</summary>
    public Vouched Person { get; set; } = new("", "", "");

    public HttpMessageHandler Handler => _app.GetTestServer().CreateHandler();

    public static async Task<Provider> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("virker-idp-");
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer(server => server.BaseAddress = new Uri(Address));
        builder.Services.AddDbContext<DbContext>(db =>
            db.UseSqlite($"Data Source={Path.Combine(folder.FullName, "idp.db")};Pooling=False").UseOpenIddict()
        );
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetIssuer(Address);
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Profile, Scopes.Email);
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough();
            });
        var app = builder.Build();
        var provider = new Provider(app, folder);
        app.MapGet("/connect/authorize", (HttpContext context) => provider.Authorize(context));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
            await scope
                .ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>()
                .CreateAsync(
                    new OpenIddictApplicationDescriptor
                    {
                        ClientId = ClientId,
                        ClientSecret = Secret,
                        ConsentType = ConsentTypes.Implicit,
                        RedirectUris = { new Uri("https://localhost/signin-oidc") },
                        Permissions =
                        {
                            Permissions.Endpoints.Authorization,
                            Permissions.Endpoints.Token,
                            Permissions.GrantTypes.AuthorizationCode,
                            Permissions.ResponseTypes.Code,
                            Permissions.Scopes.Profile,
                            Permissions.Scopes.Email,
                        },
                    }
                );
        }

        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private IResult Authorize(HttpContext context)
    {
        var identity = new ClaimsIdentity("idp", Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, Person.Subject));
        identity.AddClaim(new Claim(Claims.Name, Person.Name));
        identity.AddClaim(new Claim("municipality", Person.Municipality));
        identity.AddClaims(Person.Roles.Select(role => new Claim("roles", role)));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        principal.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
