using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Virker.Platform.Audit;
using Virker.Platform.MadeUp;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Protection.Rotation;

namespace Virker.Platform.Storage;

/// <summary>Opens a room's tables for one municipality. There is no way to open them for several at once.</summary>
public sealed class MunicipalityStore<TContext>(DatabaseOptions shared, Vaults vaults, AuditTrail trail)
    where TContext : MunicipalityDbContext
{
    private readonly ConcurrentDictionary<Guid, PooledDbContextFactory<TContext>> _factories = new();

    /// <summary>The tables of <paramref name="municipality"/>; dispose to give the connection back.</summary>
    public async ValueTask<TContext> OpenAsync(Municipality municipality, CancellationToken stop)
    {
        var vault = await vaults.For(municipality, stop);
        var context = _factories.GetOrAdd(municipality.Id, _ => Factory(municipality)).CreateDbContext();
        context.OpenFor(municipality, vault, trail);
        return context;
    }

    private PooledDbContextFactory<TContext> Factory(Municipality municipality)
    {
        var options = new DbContextOptionsBuilder<TContext>();
        options.UseVirker(MunicipalityDatabases.Of(shared, municipality), MunicipalityDatabases.Schema(municipality));
        return new PooledDbContextFactory<TContext>(options.Options);
    }
}

/// <summary>Makes a municipality's database and brings it up to date, every room's tables in turn.</summary>
public sealed class PrepareMunicipality(DatabaseOptions shared, Vaults vaults, IEnumerable<MunicipalityTables> rooms)
{
    public async Task Execute(Municipality municipality, CancellationToken stop)
    {
        await MunicipalityDatabases.CreateAsync(shared, municipality, stop);
        foreach (var room in rooms)
            await room.Migrate(shared, municipality, stop);
        await vaults.For(municipality, stop);
    }

    /// <summary>Whether every room's tables are this program's; nothing is written.</summary>
    internal async Task<bool> IsCurrent(Municipality municipality, CancellationToken stop)
    {
        foreach (var room in rooms)
        {
            if (await room.State(shared, municipality, stop) != TablesState.Current)
                return false;
        }

        return true;
    }
}

/// <summary>A room that keeps tables in every municipality's database.</summary>
/// <param name="Open">Opens the room's tables, for work on all rooms alike.</param>
public sealed record MunicipalityTables(
    Func<DatabaseOptions, Municipality, CancellationToken, Task> Migrate,
    Func<DatabaseOptions, Municipality, CancellationToken, Task<TablesState>> State,
    Func<IServiceProvider, Municipality, CancellationToken, ValueTask<MunicipalityDbContext>> Open
);

public static class MunicipalityServices
{
    /// <summary>Registers what municipalities' databases need: keys, the log, and <see cref="PrepareMunicipality"/>.</summary>
    public static IServiceCollection AddMunicipalityDatabases(
        this IServiceCollection services,
        DatabaseOptions shared,
        MasterKey masterKey
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(shared);
        services.AddSingleton(masterKey);
        services.AddSingleton<Vaults>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<LookupLog>();
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<RotateKeys>();
        services.AddSingleton<PrepareMunicipality>();
        services.AddSingleton<ClearOtherRooms>();
        return services.AddMunicipalityTables<RecordsDbContext>();
    }

    /// <summary>Registers a room's tables.</summary>
    public static IServiceCollection AddMunicipalityTables<TContext>(this IServiceCollection services)
        where TContext : MunicipalityDbContext =>
        services
            .AddSingleton<MunicipalityStore<TContext>>()
            .AddSingleton(
                new MunicipalityTables(
                    MigrateAsync<TContext>,
                    StateAsync<TContext>,
                    async (rooms, municipality, stop) =>
                        await rooms.GetRequiredService<MunicipalityStore<TContext>>().OpenAsync(municipality, stop)
                )
            );

    private static async Task MigrateAsync<TContext>(
        DatabaseOptions shared,
        Municipality municipality,
        CancellationToken stop
    )
        where TContext : MunicipalityDbContext
    {
        await using var context = Bare<TContext>(shared, municipality);
        await context.BringUpToDateAsync(stop);
    }

    private static async Task<TablesState> StateAsync<TContext>(
        DatabaseOptions shared,
        Municipality municipality,
        CancellationToken stop
    )
        where TContext : MunicipalityDbContext
    {
        await using var context = Bare<TContext>(shared, municipality);
        return await context.StateAsync(stop);
    }

    private static TContext Bare<TContext>(DatabaseOptions shared, Municipality municipality)
        where TContext : MunicipalityDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        options.UseVirker(MunicipalityDatabases.Of(shared, municipality), MunicipalityDatabases.Schema(municipality));
        return (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
    }
}
