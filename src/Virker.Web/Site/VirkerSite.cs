using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Virker.Installation;
using Virker.Platform.Storage;
using Virker.Web.Api;
using Virker.Web.Printing;
using Virker.Web.Site.Forms;

namespace Virker.Web.Site;

/// <summary>The composition root: which services the site has, and in which order a request meets them.</summary>
public static class VirkerSite
{
    /// <summary>Of the program: <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(VirkerSite).Assembly.GetName().Version!.ToString(3);

    /// <summary>Builds the site with its installation opened, ready to run.</summary>
    /// <param name="args">Settings, as on the command line.</param>
    /// <param name="clock">Another clock than the machine's: a test lets weeks pass.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, TimeProvider? clock = null)
    {
        var builder = Builder(args, clock, null);
        builder.Services.AddHostedService<NightlyTasks>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AllocationWork>());
        var site = builder.Build();
        Open(site).WithStaticAssets();
        site.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        await site.Services.OpenInstallationAsync();
        return site;
    }

    /// <summary>The same pages without a door to the street: nobody can reach them, nothing runs by itself, nothing is
    /// written and nothing is logged. The program asks them for a page through <see cref="NoDoor"/>.</summary>
    /// <param name="database">An installation that is open.</param>
    internal static WebApplication BuildToPrint(DatabaseOptions database)
    {
        var builder = Builder(["--AllowedHosts=*"], null, database);
        builder.Logging.ClearProviders();
        // First the keys that are forgotten: what is registered with them would make lasting ones at the start.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton<NoDoor>();
        builder.Services.AddSingleton<IServer>(services => services.GetRequiredService<NoDoor>());
        var site = builder.Build();
        Open(site);
        return site;
    }

    private static WebApplicationBuilder Builder(string[] args, TimeProvider? clock, DatabaseOptions? database)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                // The command line and the tests start the site too: its files are Virker.Web's, whoever starts it.
                ApplicationName = typeof(VirkerSite).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "Virker.Web.staticwebassets.runtime.json")))
        {
            // Not published: the style sheets are still where the build found them.
            builder.WebHost.UseStaticWebAssets();
        }

        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Warns that a page with a form is not cached, which is what we want.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddRooms(builder.Configuration, database);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Links>();
        builder.Services.AddScoped<SignedIn>();
        builder.Services.AddSigningIn();
        builder.Services.AddOidc(builder.Configuration);
        builder.Services.AddVisits();
        builder.Services.AddAccess();
        builder.Services.AddForms();
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddSingleton<AllocationWork>();
        builder.AddHealth();
        builder.Services.AddEvidenceApi();
        // Razor would otherwise write æ, ø and å as entities.
        builder.Services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        return builder;
    }

    /// <summary>The way of a request, and what it may come to.</summary>
    private static PageActionEndpointConventionBuilder Open(WebApplication site)
    {
        site.UseSecurityHeaders();
        site.UseLanguages();
        site.UseResponseCompression();
        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.UseRouting();
        site.UseAuthentication();
        site.UseNoStoreWhenSignedIn();
        site.UseRateLimiter();
        site.UseOnlyLookingWhereOpen();
        site.UseAuthorization();
        site.UseForms();
        // Pages are opened by the table in Access; these are open to everybody too.
        var open = site.MapGroup("").AllowAnonymous();
        open.MapHealth();
        open.MapEvidenceApi();
        open.Map("/{**nowhere}", () => Results.NotFound()).WithOrder(int.MaxValue - 1).ExcludeFromDescription();
        return site.MapRazorPages();
    }
}
