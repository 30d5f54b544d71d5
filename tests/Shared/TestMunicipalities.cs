using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Tests;

/// <summary>Two made-up municipalities on a database of a test's own, with a worker in each and a clock that stands
/// still.</summary>
public sealed class TestMunicipalities : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<
        (DatabaseProvider, MethodInfo? Rooms, MethodInfo? Ready),
        Lazy<Task<TestDatabase>>
    > Made = new();
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestMunicipalities(TestDatabase database, ServiceProvider services, FakeTimeProvider clock) =>
        (_database, _services, Clock) = (database, services, clock);

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    public FakeTimeProvider Clock { get; }

    public Municipality Here { get; } = MadeUp(1, "testby", "Testby");

    public Municipality Elsewhere { get; } = MadeUp(2, "andenby", "Andenby");

    public Worker Anna => new(WorkerId, "Anna Prøve", Here, new HashSet<Role> { Role.Caseworker });

    public Worker Stranger => new(StrangerId, "Bo Fremmed", Elsewhere, new HashSet<Role> { Role.Caseworker });

    private Guid WorkerId { get; } = Guid.CreateVersion7();

    private Guid StrangerId { get; } = Guid.CreateVersion7();

    public DatabaseOptions Options => _database.Options;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Monday 2 November 2026, nine in the morning in Denmark.</summary>
    /// <param name="rooms">The same method always registers the same.</param>
    public static Task<TestMunicipalities> On(DatabaseProvider provider, Action<IServiceCollection>? rooms = null) =>
        On(provider, (services, _) => rooms?.Invoke(services), null, rooms);

    /// <summary>The same, for rooms that must know the shared database.</summary>
    /// <param name="ready">What else every test of these rooms finds done.</param>
    public static Task<TestMunicipalities> On(
        DatabaseProvider provider,
        Action<IServiceCollection, DatabaseOptions> rooms,
        Func<TestMunicipalities, Task>? ready = null
    ) => On(provider, rooms, ready, rooms);

    // Migrations take seconds; a copy of what they made does not.
    private static async Task<TestMunicipalities> On(
        DatabaseProvider provider,
        Action<IServiceCollection, DatabaseOptions> rooms,
        Func<TestMunicipalities, Task>? ready,
        Delegate? named
    )
    {
        var made = Made.GetOrAdd(
            (provider, named?.Method, ready?.Method),
            _ =>
                new(async () =>
                {
                    var database = await TestDatabase.On(provider);
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().Wait();
                    var test = Start(database, rooms);
                    await test.Get<PrepareMunicipality>().Execute(test.Here, CancellationToken.None);
                    await test.Get<PrepareMunicipality>().Execute(test.Elsewhere, CancellationToken.None);
                    await (ready?.Invoke(test) ?? Task.CompletedTask);
                    await test._services.DisposeAsync();
                    TestDatabase.Disconnect();
                    return database;
                })
        );
        return Start(await TestDatabase.On(provider, await made.Value), rooms);
    }

    private static TestMunicipalities Start(TestDatabase database, Action<IServiceCollection, DatabaseOptions> rooms)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock);
        string key = Path.Combine(database.Folder, "master.key");
        MasterKey.Make(key);
        services.AddMunicipalityDatabases(database.Options, MasterKey.FromFile(key));
        rooms(services, database.Options);
        return new(database, services.BuildServiceProvider(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    // The same in every test: their keys are sealed for them.
    private static Municipality MadeUp(byte number, string code, string name) =>
        new()
        {
            Id = new Guid(0x01a1_0000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, number),
            Code = code,
            Name = name,
            IsMadeUp = true,
        };
}
