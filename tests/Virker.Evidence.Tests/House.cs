using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Virker.Evidence.Bank;
using Virker.Evidence.Exchange;
using Virker.Evidence.Storage;
using Virker.Platform.Storage;

namespace Virker.Evidence.Tests;

/// <summary>The Evidence room on a database of its own, gone when the test ends.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Func<Task> _remove;

    private House(DatabaseOptions database, string dataDirectory, Func<Task> remove)
    {
        _services = new ServiceCollection().AddLogging().AddEvidence(database, dataDirectory).BuildServiceProvider();
        _remove = remove;
    }

    public static string Repository { get; } = FindRepository();

    public static string DataDirectory => Path.Combine(Repository, "data");

    public static TheoryData<DatabaseProvider> Databases => new(DatabaseProvider.Sqlite, DatabaseProvider.Postgres);

    public ReadKnowledgeBank Read => _services.GetRequiredService<ReadKnowledgeBank>();

    public ImportEvidence Import => _services.GetRequiredService<ImportEvidence>();

    public LoadShippedEvidence LoadShipped => _services.GetRequiredService<LoadShippedEvidence>();

    public EvidenceData Data => _services.GetRequiredService<EvidenceData>();

    public async Task<EvidenceDbContext> Context() =>
        await _services.GetRequiredService<IDbContextFactory<EvidenceDbContext>>().CreateDbContextAsync();

    public static async Task<House> On(DatabaseProvider provider, string? dataDirectory = null)
    {
        string data = dataDirectory ?? DataDirectory;
        if (provider == DatabaseProvider.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("virker-test-");
            return new House(
                new DatabaseOptions(provider, Path.Combine(folder.FullName, "shared.db")),
                data,
                () =>
                {
                    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                    folder.Delete(recursive: true);
                    return Task.CompletedTask;
                }
            );
        }

        string? server = Environment.GetEnvironmentVariable("VIRKER_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
        {
            Assert.Skip("PostgreSQL: VIRKER_TEST_POSTGRES is not set (./virker test sets it).");
        }

        string name = $"virker_{Guid.CreateVersion7():n}";
        await Run(server, $"CREATE DATABASE {name}");
        return new House(
            new DatabaseOptions(
                provider,
                new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString
            ),
            data,
            () => Run(server, $"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _remove();
    }

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Virker.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Virker.slnx was not found above the tests.");
    }
}
