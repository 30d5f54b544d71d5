using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.PaidHours.Import;

/// <summary>
/// Reads a file of the income register into the ledger: all of it or nothing, and the same file twice changes nothing.
/// The file is streamed, so what it takes in memory grows with the municipality's citizens and not with the file.
/// </summary>
public sealed partial class ImportHours(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int Portion = 500;
    private const int Tick = 20_000;

    /// <param name="name">What messages call the file.</param>
    public async Task<HoursImportReport> Execute(
        Worker by,
        Stream stream,
        string name,
        IProgress<HoursProgress>? progress,
        CancellationToken stop
    )
    {
        name = Nameless(name);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizens = await KnownCitizens(db, stop);
        using var sha = SHA256.Create();
        await using var hashed = new CryptoStream(stream, sha, CryptoStreamMode.Read, leaveOpen: true);
        using var file = new HoursFile(hashed, name, clock.Today());
        await using var stage = await HoursStage.Open(db, stop);
        long length = stream.CanSeek ? stream.Length : 0;
        int unknown = 0;
        while (file.Next() is { } row)
        {
            stop.ThrowIfCancellationRequested();
            if (file.Rows % Tick == 0)
            {
                double? share = length == 0 ? null : (double)stream.Position / length;
                progress?.Report(new(HoursStep.Reading, file.Rows, share));
            }
            if (!citizens.TryGetValue(Key(db.Vault.BlindIndex(row.Cpr)), out var citizen))
                unknown++;
            // After an error the rest is read for its errors alone.
            else if (file.ErrorCount == 0)
                await stage.Add(citizen, row, stop);
        }

        progress?.Report(new(HoursStep.Storing, file.Rows, null));
        await stage.Finish(stop);
        if (file.ErrorCount == 0)
            await stage.Twice((line, first) => file.Add(file.Twice(line, first)), stop);
        var report = new HoursImportReport(name, file.Rows, 0, 0, 0, unknown, 0, 0, file.Errors, file.ErrorCount);
        if (report.ErrorCount > 0)
            return report;

        await db.SaveAsync(
            by,
            "hours.import",
            [],
            null,
            async save =>
            {
                var import = Guid.CreateVersion7();
                var (added, changed, unchanged) = await stage.Merge(import, stop);
                report = report with { Added = added, Changed = changed, Unchanged = unchanged };
                var read = await Differences.MonthsRead(db, stop);
                var followUp = new HoursFollowUp(
                    db,
                    [.. read, (file.FirstMonth, file.LastMonth)],
                    clock.Today(),
                    clock.GetUtcNow()
                );
                report = await Follow(db, followUp, await stage.Citizens(stop), by, report, save, progress, stop);
                db.Add(
                    new HoursImport
                    {
                        Id = import,
                        FileName = name,
                        Hash = Convert.ToHexStringLower(sha.Hash!),
                        At = clock.GetUtcNow(),
                        WorkerId = by.Id,
                        FirstMonth = file.FirstMonth,
                        LastMonth = file.LastMonth,
                        Rows = file.Rows,
                        Added = added,
                        Changed = changed,
                        Unchanged = unchanged,
                        UnknownCitizens = unknown,
                    }
                );
            },
            stop
        );
        return report;
    }

    /// <summary>What follows from the changed months, some citizens at a time.</summary>
    private static async Task<HoursImportReport> Follow(
        CaseworkDbContext db,
        HoursFollowUp followUp,
        List<Guid> citizens,
        Worker by,
        HoursImportReport report,
        Func<Task> save,
        IProgress<HoursProgress>? progress,
        CancellationToken stop
    )
    {
        int done = 0;
        foreach (var portion in citizens.Chunk(Portion))
        {
            var (reached, tasks) = await followUp.Execute(await HoursFacts.Of(db, portion, stop), by, stop);
            await db.AddManyAsync([.. reached, .. tasks], stop);
            await save();
            db.ChangeTracker.Clear();
            report = report with { Milestones = report.Milestones + reached.Count, Tasks = report.Tasks + tasks.Count };
            done += portion.Length;
            progress?.Report(new(HoursStep.Milestones, done, (double)done / citizens.Count));
        }

        return report;
    }

    /// <summary>The municipality's citizens by blind index; 32 bytes of it and 16 of the id each.</summary>
    private static async Task<Dictionary<(UInt128, UInt128), Guid>> KnownCitizens(
        CaseworkDbContext db,
        CancellationToken stop
    )
    {
        var known = new Dictionary<(UInt128, UInt128), Guid>();
        await foreach (
            var citizen in db.Citizens.Select(c => new { c.CprIndex, c.Id }).AsAsyncEnumerable().WithCancellation(stop)
        )
        {
            known.Add(Key(citizen.CprIndex), citizen.Id);
        }
        return known;
    }

    private static (UInt128, UInt128) Key(byte[] index) =>
        (BitConverter.ToUInt128(index, 0), BitConverter.ToUInt128(index, 16));

    /// <summary>A file called after a person keeps its secret.</summary>
    private static string Nameless(string name) => CprPattern().Replace(name, "••••••••••");

    [GeneratedRegex("[0-9]{6}[- ]?[0-9]{4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CprPattern();
}
