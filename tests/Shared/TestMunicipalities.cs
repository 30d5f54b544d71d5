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
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestMunicipalities(TestDatabase database, ServiceProvider services, FakeTimeProvider clock) =>
        (_database, _services, Clock) = (database, services, clock);

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    public FakeTimeProvider Clock { get; }

    public Municipality Here { get; } = Made("testby", "Testby");

    public Municipality Elsewhere { get; } = Made("andenby", "Andenby");

    public Worker Anna => new(WorkerId, "Anna Prøve", Here, new HashSet<Role> { Role.Caseworker });

    public Worker Stranger => new(StrangerId, "Bo Fremmed", Elsewhere, new HashSet<Role> { Role.Caseworker });

    private Guid WorkerId { get; } = Guid.CreateVersion7();

    private Guid StrangerId { get; } = Guid.CreateVersion7();

    public DatabaseOptions Options => _database.Options;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Monday 2 November 2026, nine in the morning in Denmark.</summary>
    public static Task<TestMunicipalities> On(DatabaseProvider provider, Action<IServiceCollection>? rooms = null) =>
        On(provider, (services, _) => rooms?.Invoke(services));

    /// <summary>The same, for rooms that must know the shared database.</summary>
    public static async Task<TestMunicipalities> On(
        DatabaseProvider provider,
        Action<IServiceCollection, DatabaseOptions> rooms
    )
    {
        var database = await TestDatabase.On(provider);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock);
        services.AddMunicipalityDatabases(
            database.Options,
            MasterKey.FromFile(Path.Combine(database.Folder, "master.key"))
        );
        rooms(services, database.Options);
        var test = new TestMunicipalities(database, services.BuildServiceProvider(), clock);
        await test.Get<PrepareMunicipality>().Execute(test.Here, CancellationToken.None);
        await test.Get<PrepareMunicipality>().Execute(test.Elsewhere, CancellationToken.None);
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static Municipality Made(string code, string name) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            Name = name,
            IsMadeUp = true,
        };
}
