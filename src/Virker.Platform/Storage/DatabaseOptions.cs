namespace Virker.Platform.Storage;

public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Which database, and how to reach it.</summary>
/// <param name="ConnectionString">For SQLite a full connection string or the path of the file.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
