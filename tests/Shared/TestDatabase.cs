using Npgsql;
using Virker.Platform.Storage;

namespace Virker.Tests;

/// <summary>A database of a test's own, gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private TestDatabase(DatabaseOptions options, string folder, Func<Task> remove) =>
        (Options, Folder, _remove) = (options, folder, remove);

    public static TheoryData<DatabaseProvider> Both => new(DatabaseProvider.Sqlite, DatabaseProvider.Postgres);

    public DatabaseOptions Options { get; }

    /// <summary>A folder for files beside the database.</summary>
    public string Folder { get; }

    /// <param name="like">What is copied, with its folder; nothing may be connected to it. Empty without one.</param>
    public static async Task<TestDatabase> On(DatabaseProvider provider, TestDatabase? like = null)
    {
        var folder = Directory.CreateTempSubdirectory("virker-test-");
        if (like is not null)
            Copy(new DirectoryInfo(like.Folder), folder);
        if (provider == DatabaseProvider.Sqlite)
        {
            return new TestDatabase(
                new DatabaseOptions(provider, Path.Combine(folder.FullName, "shared.db")),
                folder.FullName,
                () =>
                {
                    Disconnect();
                    folder.Delete(recursive: true);
                    return Task.CompletedTask;
                }
            );
        }

        string? server = Environment.GetEnvironmentVariable("VIRKER_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
        {
            folder.Delete(recursive: true);
            Assert.Skip("PostgreSQL: VIRKER_TEST_POSTGRES is not set (./virker test sets it).");
        }

        string name = $"virker_{Guid.CreateVersion7():n}";
        string template = like is null
            ? "template1"
            : new NpgsqlConnectionStringBuilder(like.Options.ConnectionString).Database!;
        await Run(server, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(
            new DatabaseOptions(
                provider,
                new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString
            ),
            folder.FullName,
            async () =>
            {
                Disconnect();
                await Run(server, $"DROP DATABASE {name} WITH (FORCE)");
                folder.Delete(recursive: true);
            }
        );
    }

    public async ValueTask DisposeAsync() => await _remove();

    /// <summary>Closes the connections that are held open for the next to ask.</summary>
    public static void Disconnect()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.EnumerateDirectories())
            Copy(folder, to.CreateSubdirectory(folder.Name));
    }

    private static async Task Run(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
