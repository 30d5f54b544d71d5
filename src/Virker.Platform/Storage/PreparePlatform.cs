using Microsoft.EntityFrameworkCore;
using Virker.Platform.Municipalities;

namespace Virker.Platform.Storage;

/// <summary>Brings the shared tables and every municipality's database up to date. Called once at start.</summary>
public sealed class PreparePlatform(
    IDbContextFactory<PlatformDbContext> databases,
    MunicipalityCatalogue catalogue,
    PrepareMunicipality prepare
)
{
    public async Task Execute(CancellationToken stop = default)
    {
        await using (var db = await databases.CreateDbContextAsync(stop))

            await db.BringUpToDateAsync(stop);

        foreach (var municipality in await catalogue.All(stop))
            await prepare.Execute(municipality, stop);
    }

    /// <summary>How the shared tables and the municipalities' are; nothing is written.</summary>
    public async Task<TablesState> State(CancellationToken stop)
    {
        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            var shared = await db.StateAsync(stop);
            if (shared != TablesState.Current)
                return shared;
        }

        foreach (var municipality in await catalogue.All(stop))
        {
            if (!await prepare.IsCurrent(municipality, stop))
                return TablesState.Other;
        }

        return TablesState.Current;
    }
}
