using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;
using Virker.Evidence.Exchange;

namespace Virker.Web.Site;

/// <summary>The composition root: which services the site has, and in which order a request meets them.</summary>
public static class VirkerSite
{
    /// <summary>Builds the site with the shipped knowledge bank published, ready to run.</summary>
    public static async Task<WebApplication> BuildAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRooms(builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Links>();
        builder.Services.AddRazorPages(pages => pages.Conventions.Add(new PagesAreReadOnly()));
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddHealthChecks();
        // Razor would otherwise write æ, ø and å as entities.
        builder.Services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );

        var site = builder.Build();
        site.UseSecurityHeaders();
        site.UseLanguages();
        site.UseResponseCompression();
        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
        site.UseRouting();
        site.MapStaticAssets();
        site.MapRazorPages().WithStaticAssets();
        site.MapHealthChecks("/health");

        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<LoadShippedEvidence>().Execute();
        }

        return site;
    }

    /// <summary>Nothing on the public site can be posted to.</summary>
    private sealed class PagesAreReadOnly : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            for (int i = model.HandlerMethods.Count - 1; i >= 0; i--)
            {
                if (model.HandlerMethods[i].HttpMethod is not ("Get" or "get"))
                {
                    throw new InvalidOperationException(
                        $"{model.ViewEnginePath} answers {model.HandlerMethods[i].HttpMethod}."
                    );
                }
            }
        }
    }
}
