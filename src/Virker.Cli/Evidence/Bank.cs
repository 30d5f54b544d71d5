using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Evidence.Exchange;
using Virker.Web.Site;

namespace Virker.Cli.Evidence;

/// <summary>The knowledge bank as the site sees it: same settings, same database, shipped data published first.</summary>
internal static class Bank
{
    public static async Task<ServiceProvider> OpenAsync(CancellationToken stop)
    {
        var services = Services();
        await services.GetRequiredService<LoadShippedEvidence>().Execute(stop);
        return services;
    }

    /// <summary>The rooms without a look at the database.</summary>
    public static ServiceProvider Services() =>
        new ServiceCollection()
            .AddLogging()
            .AddRooms(new ConfigurationBuilder().AddEnvironmentVariables().Build())
            .BuildServiceProvider();
}
