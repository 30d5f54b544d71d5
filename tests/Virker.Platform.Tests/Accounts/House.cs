using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Platform.Tests.Accounts;

/// <summary>The shared tables on a database of a test's own.</summary>
internal static class House
{
    public static async Task<TestMunicipalities> On(DatabaseProvider provider)
    {
        var test = await TestMunicipalities.On(provider, services => services.AddAccounts(DatabaseOf(services)));
        await test.Get<PreparePlatform>().Execute();
        return test;
    }

    private static DatabaseOptions DatabaseOf(IServiceCollection services) =>
        (DatabaseOptions)services.Single(s => s.ServiceType == typeof(DatabaseOptions)).ImplementationInstance!;
}
