using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Virker.Platform.Storage;

/// <summary>How the tables of a database are, seen from this program.</summary>
public enum TablesState
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>They are this program's.</summary>
    Current,

    /// <summary>They are an earlier or a later program's.</summary>
    Other,
}

public static class BringUpToDate
{
    private const long Lock = 0x5649524B4552;

    /// <summary>Runs the migrations that are missing, one process at a time, however the last one ended: the lock is the
    /// operating system's or the server's, and goes with the process. Entity Framework's own is let go between two
    /// migrations on PostgreSQL, so that two first starts would both run the second, and on SQLite it is a row that stays
    /// when its process is killed, so that the next start would wait for ever.</summary>
    /// <exception cref="InvalidInputException">The tables were made by a version this one does not know.</exception>
    public static async Task BringUpToDateAsync(this DbContext db, CancellationToken stop)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToHashSet(StringComparer.Ordinal);
        RefuseUnknown(db, applied);
        if (db.Database.GetMigrations().All(applied.Contains))
            return;
        await using IAsyncDisposable? held = db.Database.IsNpgsql()
            ? await HoldServerAsync(db, stop)
            : await HoldFileAsync(db, stop);
        await db.Database.MigrateAsync(stop);
    }

    /// <summary>Looks, and writes nothing.</summary>
    public static async Task<TablesState> StateAsync(this DbContext db, CancellationToken stop)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToHashSet(StringComparer.Ordinal);
        List<string> own = [.. db.Database.GetMigrations()];
        return Unknown(db, applied) is not null ? TablesState.Other
            : own.All(applied.Contains) ? TablesState.Current
            : own.Exists(applied.Contains) ? TablesState.Other
            : TablesState.None;
    }

    private static void RefuseUnknown(DbContext db, IEnumerable<string> applied)
    {
        if (Unknown(db, applied) is { } unknown)
        {
            throw new InvalidInputException(
                new(
                    $"databasens tabeller er lavet af en anden udgave af Virker ({unknown}). Brug den udgave, eller begynd i en ny mappe eller database: før version 1.0 kan tabellerne begynde forfra",
                    $"the database's tables were made by another version of Virker ({unknown}). Use that version, or begin in a new folder or database: before version 1.0 the tables may start anew"
                )
            );
        }
    }

    /// <summary>Rooms may share a history, so what any of them knows is known.</summary>
    private static string? Unknown(DbContext db, IEnumerable<string> applied) =>
        applied
            .Except(
                db.GetService<IMigrationsAssembly>()
                    .Assembly.GetTypes()
                    .Select(t => t.GetCustomAttribute<MigrationAttribute>(inherit: false)?.Id),
                StringComparer.Ordinal
            )
            .FirstOrDefault();

    /// <returns>Null for a database in memory, which no other process sees.</returns>
    private static async Task<FileStream?> HoldFileAsync(DbContext db, CancellationToken stop)
    {
        var connection = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        if (connection.Mode == SqliteOpenMode.Memory)
            return null;
        string file = connection.DataSource;
        var held = await HoldAsync(Path.ChangeExtension(file, ".upgrade"), stop);
        // Whose row it is has ended, or it would hold the file.
        if (File.Exists(file))
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
        return held;
    }

    private static async Task<FileStream> HoldAsync(string file, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(20, stop);
            }
        }
    }

    /// <returns>Null when there is no database yet: it is made by the first migration.</returns>
    private static async Task<NpgsqlConnection?> HoldServerAsync(DbContext db, CancellationToken stop)
    {
        // A connection of its own, for Entity Framework opens and closes the context's as it pleases; and not pooled:
        // whatever happens, the lock goes with the connection.
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(stop);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await connection.DisposeAsync();
            return null;
        }

        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@key)", connection);
        command.Parameters.AddWithValue("key", Lock);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
        return connection;
    }
}
