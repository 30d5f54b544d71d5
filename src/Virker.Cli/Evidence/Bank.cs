using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Evidence.Exchange;
using Virker.Web.Site;

namespace Virker.Cli.Evidence;

/// <summary>The knowledge bank as the site sees it: same settings, same database, shipped data published first.</summary>
internal static class Bank
{
    public static async Task<ServiceProvider> OpenAsync(CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddRooms(configuration)
            .BuildServiceProvider();
        await services.GetRequiredService<LoadShippedEvidence>().Execute(cancellationToken);
        return services;
    }
}
