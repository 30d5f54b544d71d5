using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Virker.Platform.Storage;

public static class BringUpToDate
{
    private const long Lock = 0x5649524B4552;

    /// <summary>Runs the migrations that are missing, one process at a time. Entity Framework's own lock on PostgreSQL is
    /// let go between two migrations, so that two first starts would both run the second.</summary>
    public static async Task BringUpToDateAsync(this DbContext db, CancellationToken stop)
    {
        // A connection of its own: Entity Framework opens and closes the context's as it pleases.
        await using var held = db.Database.IsNpgsql() ? await HoldAsync(db, stop) : null;
        await db.Database.MigrateAsync(stop);
        if (held is not null)
            await AskAsync(held, "SELECT pg_advisory_unlock(@key)", stop);
    }

    /// <returns>Null when there is no database yet: it is made by the first migration.</returns>
    private static async Task<NpgsqlConnection?> HoldAsync(DbContext db, CancellationToken stop)
    {
        // Not pooled: whatever happens, the lock goes with the connection.
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

        await AskAsync(connection, "SELECT pg_advisory_lock(@key)", stop);
        return connection;
    }

    private static async Task AskAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("key", Lock);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }
}
