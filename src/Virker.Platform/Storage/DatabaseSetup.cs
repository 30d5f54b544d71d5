using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Virker.Platform.Storage;

public static class DatabaseSetup
{
    /// <summary>The PostgreSQL schema of what all municipalities share; on SQLite it is its own file.</summary>
    public const string SharedSchema = "shared";

    /// <summary>Points a context at the database: names in snake_case, migrations in the provider's own assembly, and
    /// their history beside the tables they made.</summary>
    public static DbContextOptionsBuilder UseVirker(
        this DbContextOptionsBuilder builder,
        DatabaseOptions database,
        string schema
    )
    {
        _ = database.Provider switch
        {
            DatabaseProvider.Sqlite => builder
                .UseSqlite(Sqlite(database.ConnectionString), o => o.MigrationsAssembly("Virker.Migrations.Sqlite"))
                .AddInterceptors(DurableSqlite.Instance),
            DatabaseProvider.Postgres => builder.UseNpgsql(
                Postgres(database.ConnectionString),
                o => o.MigrationsAssembly("Virker.Migrations.Postgres").MigrationsHistoryTable("__migrations", schema)
            ),
        };
        return builder.UseSnakeCaseNamingConvention();
    }

    private static string Sqlite(string connection) =>
        connection.Contains('=', StringComparison.Ordinal)
            ? connection
            : new SqliteConnectionStringBuilder { DataSource = connection }.ConnectionString;

    /// <summary>A wrong string is named as such, without the password it may hold.</summary>
    private static string Postgres(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new InvalidInputException(
                new(
                    "forbindelsen til PostgreSQL kan ikke læses; den skal se ud som Host=…;Database=…;Username=…;Password=…",
                    "the PostgreSQL connection cannot be read; it must look like Host=…;Database=…;Username=…;Password=…"
                )
            );
        }
    }

    /// <summary>An answered write survives a pulled plug: write-ahead log, and every commit flushed.</summary>
    private sealed class DurableSqlite : DbConnectionInterceptor
    {
        public static readonly DurableSqlite Instance = new();

        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (OnlyReads(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken stop = default
        )
        {
            if (OnlyReads(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(stop);
        }

        // Entity Framework looks whether a database is there by a connection that may not write. To ask it for the
        // write-ahead log fails while another process, which made the file just now, has not asked yet.
        private static bool OnlyReads(DbConnection connection) =>
            new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
    }
}
