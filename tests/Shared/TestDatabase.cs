using Npgsql;
using Virker.Platform.Storage;

namespace Virker.Tests;

/// <summary>An empty database of a test's own, gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private TestDatabase(DatabaseOptions options, string folder, Func<Task> remove) =>
        (Options, Folder, _remove) = (options, folder, remove);

    public static TheoryData<DatabaseProvider> Both => new(DatabaseProvider.Sqlite, DatabaseProvider.Postgres);

    public DatabaseOptions Options { get; }

    /// <summary>A folder for files beside the database.</summary>
    public string Folder { get; }

    public static async Task<TestDatabase> On(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("virker-test-");
        if (provider == DatabaseProvider.Sqlite)
        {
            return new TestDatabase(
                new DatabaseOptions(provider, Path.Combine(folder.FullName, "shared.db")),
                folder.FullName,
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
            folder.Delete();
            Assert.Skip("PostgreSQL: VIRKER_TEST_POSTGRES is not set (./virker test sets it).");
        }

        string name = $"virker_{Guid.CreateVersion7():n}";
        await Run(server, $"CREATE DATABASE {name}");
        return new TestDatabase(
            new DatabaseOptions(
                provider,
                new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString
            ),
            folder.FullName,
            async () =>
            {
                await Run(server, $"DROP DATABASE {name} WITH (FORCE)");
                folder.Delete(recursive: true);
            }
        );
    }

    public async ValueTask DisposeAsync() => await _remove();

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
