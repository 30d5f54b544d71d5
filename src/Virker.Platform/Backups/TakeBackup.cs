using Virker.Platform.Storage;

namespace Virker.Platform.Backups;

/// <summary>Copies every database to a new folder while work goes on.</summary>
public sealed class TakeBackup(DatabaseOptions database, TimeProvider clock)
{
    /// <returns>The files written.</returns>
    /// <exception cref="InvalidInputException">The folder holds something, or the database is PostgreSQL.</exception>
    public async Task<IReadOnlyList<string>> Execute(string folder, CancellationToken stop)
    {
        var (live, shared) = BackupFolder.Live(database);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InvalidInputException(
                new($"{folder} er ikke tom; vælg en ny mappe", $"{folder} is not empty; choose a new folder")
            );
        }
        Directory.CreateDirectory(folder);
        // The catalogue first: whatever stands in its copy has a database to be copied after it.
        List<string> files =
        [
            shared,
            .. Municipalities(Path.Combine(live, MunicipalityDatabases.FolderName))
                .Order(StringComparer.Ordinal)
                .Select(f => Path.GetRelativePath(live, f)),
        ];
        foreach (string file in files)
        {
            stop.ThrowIfCancellationRequested();
            BackupFolder.Copy(Path.Combine(live, file), Path.Combine(folder, file));
        }

        await BackupFolder.WriteManifestAsync(folder, clock.GetUtcNow(), stop);
        return files;
    }

    private static IEnumerable<string> Municipalities(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.db") : [];
}
