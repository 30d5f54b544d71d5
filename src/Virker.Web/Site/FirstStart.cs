using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Site;

/// <summary>What a new installation gets by itself: a made-up municipality to look around in.</summary>
internal static class FirstStart
{
    /// <summary>
    /// Makes the made-up municipality unless it is there. The setting <c>Virker:Demo</c> says whether; without it a
    /// SQLite installation that has no municipality gets one. <c>Virker:DemoCitizens</c> says how many.
    /// </summary>
    public static async Task CreateDemoAsync(this WebApplication site)
    {
        bool? asked = site.Configuration.GetValue<bool?>("Virker:Demo");
        int citizens = site.Configuration.GetValue("Virker:DemoCitizens", DemoSettings.AtFirstStart);
        if (asked == false || citizens == 0)
            return;

        await using var scope = site.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<MunicipalityCatalogue>().All();
        var create = scope.ServiceProvider.GetRequiredService<CreateDemo>();
        var demo = all.FirstOrDefault(m => m.Code == DemoSettings.DefaultCode);
        bool isNew =
            scope.ServiceProvider.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Sqlite
            && all.All(m => m == demo);
        // A creation that was cut short left the municipality without citizens: it is made now.
        if ((asked == true || isNew) && (demo is null || !await create.HasCitizens(demo, default)))
        {
            var made = await create.Execute(new DemoSettings(citizens, 1), replace: false, null, default);
            await scope
                .ServiceProvider.GetRequiredService<MakeUpEffects>()
                .Execute(made.Municipality, seed: 1, default);
        }
    }
}
