using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Evidence;
using Virker.Evidence.Exchange;

namespace Virker.Cli.Evidence;

/// <summary>The knowledge bank as the site sees it: same settings, same database, shipped data published first.</summary>
internal static class Bank
{
    public static async Task<ServiceProvider> OpenAsync(CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(configuration)
            .AddEvidence(configuration)
            .BuildServiceProvider();
        await services.GetRequiredService<LoadShippedEvidence>().Execute(cancellationToken);
        return services;
    }
}
