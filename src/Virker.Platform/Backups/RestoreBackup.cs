using Microsoft.Data.Sqlite;
using Virker.Platform.Audit;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Backups;

/// <summary>Puts a backup where there is no database yet, brings it up to date and reads its logs.</summary>
public sealed class RestoreBackup(
    DatabaseOptions database,
    PreparePlatform prepare,
    MunicipalityCatalogue catalogue,
    VerifyAudit verify
)
{
    /// <returns>What is to be said of each municipality's log.</returns>
    /// <exception cref="InvalidInputException">The backup is not whole, a database is there already, or the master key is
    /// another than the backup's; then nothing is left behind.</exception>
    public async Task<IReadOnlyList<(Municipality Municipality, AuditVerdict Log)>> Execute(
        string folder,
        CancellationToken stop
    )
    {
        var (live, _) = BackupFolder.Live(database);
        if (
            Directory.Exists(live)
            && Directory.EnumerateFiles(live, "*.db", SearchOption.AllDirectories).FirstOrDefault() is { } there
        )
        {
            throw new InvalidInputException(
                new(
                    $"{there} findes allerede; en sikkerhedskopi lægges kun, hvor der ingen database er",
                    $"{there} exists already; a backup is only put where there is no database"
                )
            );
        }
        var manifest = await BackupFolder.ReadAsync(folder, stop);
        try
        {
            foreach (string file in manifest.Files.Keys)
            {
                string target = Path.Combine(live, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(folder, file), target);
            }

            await prepare.Execute(stop);
            var logs = new List<(Municipality, AuditVerdict)>();
            foreach (var municipality in await catalogue.All(stop))
                logs.Add((municipality, await verify.Execute(municipality, stop)));
            return logs;
        }
        catch
        {
            SqliteConnection.ClearAllPools();
            foreach (string file in manifest.Files.Keys.SelectMany(f => new[] { f, f + "-wal", f + "-shm" }))
                File.Delete(Path.Combine(live, file));
            throw;
        }
    }
}
