using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Night;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform.Accounts;
using Virker.Platform.MadeUp;
using Virker.Platform.Municipalities;
using Virker.Platform.Protection;
using Virker.Platform.Storage;

namespace Virker.Casework.MadeUp;

/// <summary>
/// The room's door for rows that nobody wrote: a made-up municipality is filled through it, and a real one is refused. All
/// of it is one transaction with one line in the log.
/// </summary>
public sealed class FillCasework(MunicipalityStore<CaseworkDbContext> store, ClearOtherRooms clear)
{
    /// <summary>False too when a filling was cut short: then nothing of it is there.</summary>
    public async Task<bool> HasCitizens(Municipality municipality, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(municipality, stop);
        return await db.Citizens.AnyAsync(stop);
    }

    /// <summary>Empties the room's tables and fills them.</summary>
    /// <param name="replace">What the other rooms hold of the people who were there goes too.</param>
    /// <param name="rows">A batch at a time is held in memory; each is written before the next is asked for.</param>
    /// <returns>How many rows each table was given.</returns>
    /// <exception cref="InvalidOperationException">The municipality is a real one.</exception>
    public async Task<IReadOnlyDictionary<string, int>> Execute(
        Municipality municipality,
        bool replace,
        string? why,
        Func<CaseworkBeingFilled, IAsyncEnumerable<IReadOnlyCollection<object>>> rows,
        CancellationToken stop
    )
    {
        RequireMadeUp(municipality);
        if (replace)
            await clear.Execute<CaseworkDbContext>(municipality, stop);
        await using var db = await store.OpenAsync(municipality, stop);
        var filled = await db.SaveBulkAsync(
            Worker.Virker(municipality),
            replace ? "demo.replace" : "demo.create",
            why,
            Cleared(db, rows(new(db)), stop),
            stop
        );
        await Survey(db, filled.Keys, stop);
        return filled;
    }

    /// <summary>Adds rows about citizens who are there.</summary>
    /// <exception cref="InvalidOperationException">The municipality is a real one.</exception>
    public async Task Add(
        Municipality municipality,
        IReadOnlyCollection<Guid> citizens,
        IEnumerable<object> rows,
        CancellationToken stop
    )
    {
        RequireMadeUp(municipality);
        await using var db = await store.OpenAsync(municipality, stop);
        db.AddRange(rows);
        await db.SaveAsync(Worker.Virker(municipality), "demo.create", citizens, null, stop);
    }

    private static void RequireMadeUp(Municipality municipality)
    {
        if (!municipality.IsMadeUp)
            throw new InvalidOperationException("Only a made-up municipality is given made-up rows.");
    }

    private static async IAsyncEnumerable<IReadOnlyCollection<object>> Cleared(
        CaseworkDbContext db,
        IAsyncEnumerable<IReadOnlyCollection<object>> batches,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        await db.ClearAsync(stop);
        await foreach (var batch in batches.WithCancellation(stop))
            yield return batch;
    }

    /// <summary>Tells the database how its tables are filled. Until its own round PostgreSQL can only guess: my day then
    /// begins with everybody's milestones of the week instead of the worker's citizens.</summary>
    private static async Task Survey(CaseworkDbContext db, IEnumerable<string> tables, CancellationToken stop)
    {
#pragma warning disable EF1002 // The names are the model's own.
        await db.Database.ExecuteSqlRawAsync(
            db.Database.IsNpgsql()
                ? $"ANALYZE {string.Join(", ", tables.Select(t => $"\"{t}\""))}"
                : "PRAGMA analysis_limit = 1000; ANALYZE",
            stop
        );
#pragma warning restore EF1002
    }
}

/// <summary>What is seen of the room while it is filled.</summary>
public sealed class CaseworkBeingFilled
{
    private readonly CaseworkDbContext _db;

    internal CaseworkBeingFilled(CaseworkDbContext db) => _db = db;

    /// <summary>Seals the rows' protected fields.</summary>
    public Vault Vault => _db.Vault;

    /// <summary>The tasks the house's own deadlines ask for, given the rows written so far.</summary>
    public async Task<IReadOnlyCollection<WantedTask>> TasksWanted(DateOnly today, CancellationToken stop) =>
        (await Deadlines.Read(_db, today, stop)).Values;
}
