using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;

namespace Virker.Web.Site;

/// <summary>The cookie a signed-in person carries, what stands in it, and how long it is believed.</summary>
public static class SigningIn
{
    /// <summary>A closed account, or one whose roles changed, is noticed within this time.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(identity => identity.SignIn.RequireConfirmedAccount = true)
            .AddSignInManager();
        services.AddScoped<IUserConfirmation<Account>, OpenAccounts>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaims>();
        services.AddScoped<SignInByPassword>();
        services.AddScoped<SignInByPasskey>();
        services.AddScoped<DemoAccounts>();
        services.AddSingleton<SignInLimits>();
        // OWASP's number for PBKDF2 with HMAC-SHA-512.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = Believed);
        // A passkey signs in alone, so its owner must be known to it: a finger, a face or a code.
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
        });
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(cookie =>
                {
                    cookie.Cookie.Name = "virker";
                    cookie.LoginPath = "/account/sign-in";
                    cookie.ReturnUrlParameter = "returnUrl";
                    cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                    cookie.SlidingExpiration = true;
                    // Who may not enter is told so, where they are.
                    cookie.Events.OnRedirectToAccessDenied = refused =>
                    {
                        refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                })
            );
        services.PostConfigureAll<CookieAuthenticationOptions>(cookie =>
        {
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
        services.Configure<AntiforgeryOptions>(antiforgery =>
        {
            antiforgery.Cookie.Name = "virker-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    /// <summary>What a signed-in person is shown is theirs: neither a browser nor a proxy keeps it.</summary>
    public static IApplicationBuilder UseNoStoreWhenSignedIn(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.User.Identity?.IsAuthenticated == true
                    && context
                        .GetEndpoint()
                        ?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
                        is null
                )
                {
                    context.Response.OnStarting(() =>
                    {
                        context.Response.Headers.CacheControl = "no-store";
                        return Task.CompletedTask;
                    });
                }
                return next(context);
            }
        );

    /// <summary>Only an open account signs in.</summary>
    private sealed class OpenAccounts : IUserConfirmation<Account>
    {
        public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) =>
            Task.FromResult(user.IsActive);
    }

    /// <summary>What the pages need to know of a person, so that no page asks the database who asks.</summary>
    private sealed class AccountClaims(
        UserManager<Account> accounts,
        IOptions<IdentityOptions> options,
        MunicipalityCatalogue catalogue
    ) : UserClaimsPrincipalFactory<Account>(accounts, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = new ClaimsIdentity(
                IdentityConstants.ApplicationScheme,
                ClaimTypes.Name,
                Options.ClaimsIdentity.RoleClaimType
            );
            identity.AddClaims([
                new(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new(ClaimTypes.Name, user.DisplayName),
                new(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!),
            ]);
            identity.AddClaims(user.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
            if (user.MunicipalityId is { } id && await catalogue.Find(id) is { } municipality)
            {
                identity.AddClaims([
                    new(SignedIn.MunicipalityId, municipality.Id.ToString()),
                    new(SignedIn.MunicipalityCode, municipality.Code),
                    new(SignedIn.MunicipalityName, municipality.Name),
                    new(SignedIn.MunicipalityMadeUp, municipality.IsMadeUp.ToString()),
                ]);
            }

            return identity;
        }
    }
}
