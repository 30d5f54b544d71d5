using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Virker.Platform.Municipalities;

namespace Virker.Platform.Storage;

/// <summary>Where a municipality's own database is: a file beside the shared one, or a schema in the same server.</summary>
public static class MunicipalityDatabases
{
    /// <summary>The options that reach this municipality's tables and no other's.</summary>
    public static DatabaseOptions Of(DatabaseOptions shared, Municipality municipality) =>
        shared.Provider == DatabaseProvider.Sqlite
            ? shared with
            {
                ConnectionString = new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(Folder(shared), municipality.Code + ".db"),
                }.ConnectionString,
            }
            : shared with
            {
                ConnectionString = new NpgsqlConnectionStringBuilder(shared.ConnectionString)
                {
                    SearchPath = Schema(municipality),
                }.ConnectionString,
            };

    /// <summary>The schema's name on PostgreSQL.</summary>
    public static string Schema(Municipality municipality) =>
        string.Create(CultureInfo.InvariantCulture, $"m_{municipality.Code}");

    /// <summary>Makes the folder or schema the tables will live in.</summary>
    internal static async Task CreateAsync(DatabaseOptions shared, Municipality municipality, CancellationToken stop)
    {
        RequireCode(municipality);
        if (shared.Provider == DatabaseProvider.Sqlite)
        {
            Directory.CreateDirectory(Folder(shared));
            return;
        }

        await using var connection = new NpgsqlConnection(shared.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE SCHEMA IF NOT EXISTS {Schema(municipality)}";
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The code becomes part of a file name and of SQL, so it must be plain.</summary>
    internal static void RequireCode(Municipality municipality)
    {
        if (!municipality.Code.All(char.IsAsciiLetterOrDigit) || municipality.Code is not { Length: >= 2 and <= 12 })
        {
            throw new InvalidInputException(
                new(
                    $"kommunekoden \"{municipality.Code}\" skal være 2-12 bogstaver (a-z) eller cifre",
                    $"the municipality code \"{municipality.Code}\" must be 2-12 letters (a-z) or digits"
                )
            );
        }
    }

    /// <summary>The folder the files lie in, beside the shared file.</summary>
    internal const string FolderName = "municipalities";

    /// <summary>The shared file on SQLite.</summary>
    internal static string SharedFile(DatabaseOptions shared) =>
        Path.GetFullPath(
            shared.ConnectionString.Contains('=', StringComparison.Ordinal)
                ? new SqliteConnectionStringBuilder(shared.ConnectionString).DataSource
                : shared.ConnectionString
        );

    private static string Folder(DatabaseOptions shared) =>
        Path.Combine(Path.GetDirectoryName(SharedFile(shared))!, FolderName);
}
