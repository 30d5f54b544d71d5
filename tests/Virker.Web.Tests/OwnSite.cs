using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Virker.Web.Tests;

/// <summary>A site with settings of a test's own, as in production.</summary>
internal sealed class OwnSite(
    IReadOnlyDictionary<string, string?> settings,
    Action<IServiceCollection>? services = null
) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("virker-own-");

    /// <summary>The file of the shared tables.</summary>
    public string Shared => Path.Combine(_folder.FullName, "shared.db");

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

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.ConfigureTestServices(services ?? (_ => { }));
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(host =>
            host.AddInMemoryCollection([
                .. settings,
                KeyValuePair.Create("Virker:Directory", (string?)_folder.FullName),
            ])
        );
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
            _folder.Delete(recursive: true);
    }
}
