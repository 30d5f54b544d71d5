using Virker.Casework.Night;
using Virker.Platform;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Web.Site;

/// <summary>Makes the tasks of every municipality at the start and each night, and takes out
/// forms that are kept no longer.</summary>
public sealed class NightlyTasks(
    MunicipalityCatalogue catalogue,
    MakeTasks makeTasks,
    FormStore forms,
    TimeProvider clock,
    ILogger<NightlyTasks> log
) : BackgroundService
{
    private static readonly TimeOnly Hour = new(2, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Let the site answer first.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var municipality in await catalogue.All(stoppingToken))
                await Make(municipality, stoppingToken);
            await forms.Clear(null, stoppingToken);
            await Task.Delay(UntilNextNight(), clock, stoppingToken);
        }
    }

    private async Task Make(Municipality municipality, CancellationToken stop)
    {
        try
        {
            var made = await makeTasks.Execute(municipality, stop);
            await forms.Clear(municipality, stop);
            log.LogInformation(
                "Tasks of {Municipality}: {Made} made, {Settled} settled",
                municipality.Code,
                made.Made,
                made.Settled
            );
        }
#pragma warning disable CA1031 // One municipality's trouble must not keep the others waiting; the next night tries again.
        catch (Exception wrong) when (wrong is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(wrong, "The tasks of {Municipality} could not be made", municipality.Code);
        }
    }

    private TimeSpan UntilNextNight()
    {
        var next = clock.Today().AddDays(1).ToDateTime(Hour);
        // Two at night does not exist once a year; an hour later does.
        if (DanishTime.Zone.IsInvalidTime(next))
            next = next.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(next, DanishTime.Zone) - clock.GetUtcNow().UtcDateTime;
    }
}
