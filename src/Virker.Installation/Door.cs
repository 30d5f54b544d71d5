using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Installation;

/// <summary>The way to an installation, for both doors: to work in it, or only to look.</summary>
public static class Door
{
    /// <summary>To work in: made where there is none, every room's tables up to date, the shipped bank published.</summary>
    /// <exception cref="InvalidInputException">It cannot be opened; the text says why.</exception>
    public static Task<ServiceProvider> OpenAsync(IConfiguration settings, CancellationToken stop) =>
        Opened(Services(settings), installation => installation.Execute(stop));

    /// <summary>As <see cref="OpenAsync"/>, over services that are there already.</summary>
    public static Task OpenInstallationAsync(this IServiceProvider rooms, CancellationToken stop = default) =>
        rooms.GetRequiredService<PrepareInstallation>().Execute(stop);

    /// <summary>To look in: nothing is written.</summary>
    /// <exception cref="InvalidInputException">There is none, or it is another version's.</exception>
    public static Task<ServiceProvider> ReadAsync(IConfiguration settings, CancellationToken stop) =>
        Opened(Services(settings), async installation => PrepareInstallation.Require(await installation.State(stop)));

    /// <summary>The knowledge bank to look in: the installation's, or where there is none the shipped one, which then
    /// stays in memory. Nothing is written.</summary>
    /// <exception cref="InvalidInputException">The installation is another version's.</exception>
    public static async Task<ServiceProvider> ReadBankAsync(IConfiguration settings, CancellationToken stop)
    {
        var rooms = Services(settings);
        var state = TablesState.None;
        await Opened(rooms, async installation => state = await installation.BankState(stop));
        if (state == TablesState.None)
        {
            await rooms.DisposeAsync();
            return await Opened(InMemory(settings), installation => installation.Execute(stop));
        }

        return await Opened(
            rooms,
            installation =>
            {
                PrepareInstallation.Require(state);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The rooms without a look at the database.</summary>
    public static ServiceProvider Services(IConfiguration settings, DatabaseOptions? database = null) =>
        new ServiceCollection().AddLogging().AddRooms(settings, database).BuildServiceProvider();

    private static ServiceProvider InMemory(IConfiguration settings)
    {
        string connection = new SqliteConnectionStringBuilder
        {
            DataSource = $"virker-{Guid.CreateVersion7():N}",
            Mode = SqliteOpenMode.Memory,
            Cache = SqliteCacheMode.Shared,
        }.ConnectionString;
        // Nothing in memory is kept, so nothing is sealed with a key that is.
        var here = new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection([
                KeyValuePair.Create("Virker:MasterKey", (string?)Convert.ToBase64String(new byte[32])),
            ])
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddRooms(here, new DatabaseOptions(DatabaseProvider.Sqlite, connection))
            .AddSingleton(_ => new KeptOpen(connection))
            .BuildServiceProvider();
    }

    private static async Task<ServiceProvider> Opened(ServiceProvider rooms, Func<PrepareInstallation, Task> open)
    {
        try
        {
            // A database in memory lasts as long as somebody holds it open.
            _ = rooms.GetService<KeptOpen>();
            await open(rooms.GetRequiredService<PrepareInstallation>());
            return rooms;
        }
        catch
        {
            await rooms.DisposeAsync();
            throw;
        }
    }

    private sealed class KeptOpen : IDisposable
    {
        private readonly SqliteConnection _connection;

        public KeptOpen(string connection)
        {
            _connection = new SqliteConnection(connection);
            _connection.Open();
        }

        public void Dispose() => _connection.Dispose();
    }
}
