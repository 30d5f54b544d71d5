using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform.Accounts;
using Virker.Platform.Protection;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Demo;

/// <summary>Made-up municipalities in memory, with seals that can be read, and on a database.</summary>
internal static class DemoHouse
{
    public static readonly DateOnly Today = new(2026, 11, 2);

    private static readonly DemoSeal Open = new(
        (words, _, _) => new Sealed(Encoding.UTF8.GetBytes(words)),
        Encoding.UTF8.GetBytes
    );

    public static DemoWorld World(int citizens, int seed = 1, DateOnly? today = null) =>
        MadeUpMunicipality.World(new DemoSettings(citizens, seed), today ?? Today, Open);

    public static List<Life> Lives(DemoWorld world) => [.. MadeUpMunicipality.Lives(world)];

    /// <summary>Rows of one kind.</summary>
    public static IEnumerable<T> Of<T>(this IEnumerable<Life> lives) => lives.SelectMany(l => l.Rows).OfType<T>();

    public static IEnumerable<T> Of<T>(this Life life) => life.Rows.OfType<T>();

    public static async Task<TestMunicipalities> On(DatabaseProvider provider)
    {
        var test = await TestMunicipalities.On(
            provider,
            rooms =>
            {
                var database = rooms.Single(s => s.ServiceType == typeof(DatabaseOptions));
                rooms.AddCasework().AddDemo().AddAccounts((DatabaseOptions)database.ImplementationInstance!);
            }
        );
        await test.Get<PreparePlatform>().Execute();
        return test;
    }
}
