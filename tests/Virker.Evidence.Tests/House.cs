using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Storage;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Evidence.Tests;

/// <summary>The Evidence room on a database of its own, gone when the test ends.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;

    private House(TestDatabase database, string dataDirectory)
    {
        _services = new ServiceCollection()
            .AddLogging()
            .AddEvidence(database.Options, dataDirectory)
            .BuildServiceProvider();
        _database = database;
    }

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    public ReadKnowledgeBank Read => _services.GetRequiredService<ReadKnowledgeBank>();

    public ImportEvidence Import => _services.GetRequiredService<ImportEvidence>();

    public LoadShippedEvidence LoadShipped => _services.GetRequiredService<LoadShippedEvidence>();

    public EvidenceData Data => _services.GetRequiredService<EvidenceData>();

    public async Task<EvidenceDbContext> Context() =>
        await _services.GetRequiredService<IDbContextFactory<EvidenceDbContext>>().CreateDbContextAsync();

    public static async Task<House> On(DatabaseProvider provider, string? dataDirectory = null) =>
        new(await TestDatabase.On(provider), dataDirectory ?? Repository.Data);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
