using Npgsql;

namespace Virker.Bench;

/// <summary>The PostgreSQL server that is measured on.</summary>
internal static class PostgresServer
{
    /// <summary>How to reach it; null when none is named.</summary>
    public static string? Connection => Environment.GetEnvironmentVariable("VIRKER_TEST_POSTGRES");

    public static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the bench's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
