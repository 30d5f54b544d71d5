using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Virker.Platform;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>What <c>Virker:Oidc</c> says of the municipalities' own log-in.</summary>
/// <param name="Authority">The provider's address; empty for none.</param>
/// <param name="ClientId">Who we are to the provider.</param>
/// <param name="ClientSecret">And how we prove it.</param>
/// <param name="MunicipalityClaim">The claim that names the municipality.</param>
/// <param name="RoleClaim">The claim that holds the roles.</param>
/// <param name="Municipalities">What the provider calls a municipality → its code here; one not listed goes by its code.</param>
/// <param name="Roles">What the provider calls a role → the role.</param>
public sealed record Oidc(
    string Authority,
    string ClientId,
    string ClientSecret,
    string MunicipalityClaim,
    string RoleClaim,
    IReadOnlyDictionary<string, string> Municipalities,
    IReadOnlyDictionary<string, Role> Roles
)
{
    public const string Scheme = "oidc";

    public bool IsOn => Authority.Length > 0;

    /// <exception cref="InvalidInputException">A role is unknown, or the client is missing.</exception>
    public static Oidc Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Virker:Oidc");
        var oidc = new Oidc(
            section["Authority"] ?? "",
            section["ClientId"] ?? "",
            section["ClientSecret"] ?? "",
            section["MunicipalityClaim"] ?? "municipality",
            section["RoleClaim"] ?? "roles",
            Names(section.GetSection("Municipalities")).ToDictionary(n => n.Name, n => n.Key, StringComparer.Ordinal),
            Names(section.GetSection("Roles")).ToDictionary(n => n.Name, n => RoleOf(n.Key), StringComparer.Ordinal)
        );
        if (oidc.IsOn && (oidc.ClientId.Length == 0 || oidc.Roles.Count == 0))
        {
            throw new InvalidInputException(
                new(
                    "Virker:Oidc mangler ClientId eller Roles (fx Virker:Oidc:Roles:Caseworker = navnet hos udbyderen).",
                    "Virker:Oidc lacks ClientId or Roles (for example Virker:Oidc:Roles:Caseworker = the provider's name)."
                )
            );
        }
        return oidc;
    }

    /// <summary>The provider's names stand as values, several with ; between: a name may hold a colon, a key may not.</summary>
    private static IEnumerable<(string Key, string Name)> Names(IConfigurationSection section) =>
        section
            .GetChildren()
            .SelectMany(entry =>
                (entry.Value ?? "")
                    .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(name => (entry.Key, name))
            );

    private static Role RoleOf(string key) =>
        Enum.TryParse<Role>(key, ignoreCase: true, out var role) && Enum.IsDefined(role)
            ? role
            : throw new InvalidInputException(
                new($"Virker:Oidc:Roles:{key} er ikke en rolle.", $"Virker:Oidc:Roles:{key} is not a role.")
            );
}

public static class OidcServices
{
    /// <summary>Registers the settings, and the municipalities' own log-in where they name one.</summary>
    public static IServiceCollection AddOidc(this IServiceCollection services, IConfiguration configuration)
    {
        var oidc = Oidc.Read(configuration);
        services.AddSingleton(oidc);
        services.AddScoped<SignInByOidc>();
        if (!oidc.IsOn)
            return services;
        services
            .AddAuthentication()
            .AddOpenIdConnect(
                Oidc.Scheme,
                provider =>
                {
                    provider.Authority = oidc.Authority;
                    provider.ClientId = oidc.ClientId;
                    provider.ClientSecret = oidc.ClientSecret;
                    provider.SignInScheme = IdentityConstants.ExternalScheme;
                    provider.ResponseType = OpenIdConnectResponseType.Code;
                    // An answer by GET, so that cookies may stay at home on posts from other sites.
                    provider.ResponseMode = OpenIdConnectResponseMode.Query;
                    provider.CorrelationCookie.SameSite = SameSiteMode.Lax;
                    provider.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
                    provider.NonceCookie.SameSite = SameSiteMode.Lax;
                    provider.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
                    provider.Scope.Add("email");
                    provider.MapInboundClaims = false;
                    provider.Events.OnRemoteFailure = failed =>
                    {
                        failed.Response.Redirect("/account/sign-in?refused=failed");
                        failed.HandleResponse();
                        return Task.CompletedTask;
                    };
                }
            );
        return services;
    }
}
