using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Virker.Platform.Storage;

namespace Virker.Platform.Backups;

/// <summary>What a backup holds; the last file of it to be written.</summary>
/// <param name="Files">By path in the folder.</param>
internal sealed record Manifest(DateTimeOffset TakenAt, IReadOnlyDictionary<string, ManifestFile> Files);

internal sealed record ManifestFile(long Bytes, string Sha256);

/// <summary>A folder with a copy of every SQLite database and a list of them. The master key is not among them: whoever
/// finds a backup can open nothing in it.</summary>
internal static class BackupFolder
{
    private const string List = "manifest.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Where the live databases are, seen from the folder they share.</summary>
    public static (string Folder, string Shared) Live(DatabaseOptions database)
    {
        if (database.Provider != DatabaseProvider.Sqlite)
        {
            throw new InvalidInputException(
                new(
                    "PostgreSQL sikkerhedskopieres med sine egne værktøjer: pg_dump --format=custom DATABASE > FIL, og pg_restore --dbname=DATABASE FIL",
                    "PostgreSQL is backed up with its own tools: pg_dump --format=custom DATABASE > FILE, and pg_restore --dbname=DATABASE FILE"
                )
            );
        }
        string shared = MunicipalityDatabases.SharedFile(database);
        return (Path.GetDirectoryName(shared)!, Path.GetFileName(shared));
    }

    public static async Task WriteManifestAsync(string folder, DateTimeOffset now, CancellationToken stop)
    {
        var files = new SortedDictionary<string, ManifestFile>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*.db", SearchOption.AllDirectories))
        {
            files.Add(
                Path.GetRelativePath(folder, file).Replace('\\', '/'),
                new ManifestFile(new FileInfo(file).Length, await HashAsync(file, stop))
            );
        }
        string partial = Path.Combine(folder, List + ".part");
        await using (var stream = File.Create(partial))
        {
            await JsonSerializer.SerializeAsync(stream, new Manifest(now, files), Json, stop);
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, Path.Combine(folder, List));
    }

    /// <summary>The list, after every file was found to be as it was written.</summary>
    /// <exception cref="InvalidInputException">It is no whole backup.</exception>
    public static async Task<Manifest> ReadAsync(string folder, CancellationToken stop)
    {
        string list = Path.Combine(folder, List);
        if (!File.Exists(list))
        {
            throw new InvalidInputException(
                new(
                    $"{folder} er ikke en hel sikkerhedskopi: {List} mangler",
                    $"{folder} is not a whole backup: {List} is missing"
                )
            );
        }
        Manifest? manifest;
        try
        {
            await using var stream = File.OpenRead(list);
            manifest = await JsonSerializer.DeserializeAsync<Manifest>(stream, Json, stop);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (
            manifest?.Files is null
            || manifest.Files.Keys.Any(p => Path.IsPathRooted(p) || p.Contains("..", StringComparison.Ordinal))
        )
        {
            throw new InvalidInputException(new($"{list} kan ikke læses", $"{list} cannot be read"));
        }
        foreach (var (path, expected) in manifest.Files)
        {
            string file = Path.Combine(folder, path);
            if (!File.Exists(file) || await HashAsync(file, stop) != expected.Sha256)
            {
                throw new InvalidInputException(
                    new(
                        $"{path} mangler eller er ændret, siden kopien blev taget",
                        $"{path} is missing or was changed since the backup was taken"
                    )
                );
            }
        }

        return manifest;
    }

    /// <summary>One consistent copy, while the original is in use.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using (var target = Open(to, SqliteOpenMode.ReadWriteCreate))
            source.BackupDatabase(target);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static async Task<string> HashAsync(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }
}
