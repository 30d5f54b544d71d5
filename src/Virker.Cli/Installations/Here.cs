using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Installation;

namespace Virker.Cli.Installations;

/// <summary>The installation the environment names (see docs/operations.md), opened by the one door there is.</summary>
internal static class Here
{
    private static IConfiguration Settings => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>For a command that changes something.</summary>
    public static Task<ServiceProvider> OpenAsync(CancellationToken stop) => Door.OpenAsync(Settings, stop);

    /// <summary>For a command that only looks: nothing is written.</summary>
    public static Task<ServiceProvider> ReadAsync(CancellationToken stop) => Door.ReadAsync(Settings, stop);

    /// <summary>For a command that only asks the knowledge bank: the shipped one where there is no installation.</summary>
    public static Task<ServiceProvider> ReadBankAsync(CancellationToken stop) => Door.ReadBankAsync(Settings, stop);

    /// <summary>The rooms, and no look at the database.</summary>
    public static ServiceProvider Unopened() => Door.Services(Settings);
}
