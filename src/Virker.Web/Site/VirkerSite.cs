using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Virker.Evidence.Exchange;
using Virker.Platform.Storage;
using Virker.Web.Api;

namespace Virker.Web.Site;

/// <summary>The composition root: which services the site has, and in which order a request meets them.</summary>
public static class VirkerSite
{
    /// <summary>Builds the site with the shipped knowledge bank published, ready to run.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args)
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
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRooms(builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Links>();
        builder.Services.AddScoped<SignedIn>();
        builder.Services.AddRazorPages();
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddHealthChecks();
        builder.Services.AddEvidenceApi();
        // Razor would otherwise write æ, ø and å as entities.
        builder.Services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );

        var site = builder.Build();
        site.UseSecurityHeaders();
        site.Use(OnlyLooking);
        site.UseLanguages();
        site.UseResponseCompression();
        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.UseRouting();
        site.MapStaticAssets();
        site.MapRazorPages().WithStaticAssets();
        site.MapHealthChecks("/health");
        site.MapEvidenceApi();

        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PreparePlatform>().Execute();
            await scope.ServiceProvider.GetRequiredService<LoadShippedEvidence>().Execute();
        }

        return site;
    }

    /// <summary>The public site is read-only: anything but looking is refused before it reaches a page.</summary>
    private static Task OnlyLooking(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }
}
