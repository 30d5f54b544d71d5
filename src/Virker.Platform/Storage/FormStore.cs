using Microsoft.EntityFrameworkCore;
using Virker.Platform.Forms;
using Virker.Platform.Municipalities;

namespace Virker.Platform.Storage;

/// <summary>Whose form it is: an account or a personal link, and the municipality it belongs to, if any.</summary>
public sealed record FormOwner(Guid Id, Municipality? Municipality);

/// <summary>The forms that are done, and what is kept of those that could not be. What belongs to a municipality lies in
/// its own database.</summary>
public sealed class FormStore(
    MunicipalityStore<RecordsDbContext> store,
    IDbContextFactory<PlatformDbContext> shared,
    TimeProvider clock
)
{
    /// <summary>As many as one person's forms are kept; the oldest goes.</summary>
    public const int MostKept = 20;

    private static readonly TimeSpan PostsKeptFor = TimeSpan.FromDays(30);

    /// <summary>The form that was done under this id; null when none was.</summary>
    public Task<FormPost?> Done(FormOwner owner, Guid id, CancellationToken stop) =>
        First(owner, db => db.Set<FormPost>().Where(p => p.Id == id && p.SenderId == owner.Id), stop);

    /// <summary>The last form this person sent to the page.</summary>
    public Task<FormPost?> Last(FormOwner owner, string page, CancellationToken stop) =>
        First(
            owner,
            db => db.Set<FormPost>().Where(p => p.SenderId == owner.Id && p.Page == page).OrderByDescending(p => p.At),
            stop
        );

    /// <summary>Writes down where the sender of a form was led.</summary>
    public async Task Answered(FormOwner owner, Guid id, string answer, CancellationToken stop)
    {
        foreach (var open in Both(owner.Municipality))
        {
            await using var db = await open(stop);
            var done = db.Set<FormPost>().Where(p => p.Id == id);
            if (await done.ExecuteUpdateAsync(p => p.SetProperty(x => x.Answer, answer), stop) > 0)
                return;
        }
    }

    /// <summary>The last line of the municipality's log now.</summary>
    public async Task<long?> LogAt(FormOwner owner, CancellationToken stop)
    {
        if (owner.Municipality is not { } municipality)
            return null;
        await using var db = await store.OpenAsync(municipality, stop);
        return await db.AuditHeads.Select(h => (long?)h.Seq).FirstOrDefaultAsync(stop) ?? 0;
    }

    /// <summary>Keeps sealed content for its owner.</summary>
    public async Task<Guid> Keep(FormOwner owner, byte[] content, TimeSpan time, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var kept = new KeptForm
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner.Id,
            Content = content,
            At = now,
            Until = now + time,
        };
        await using var db = await Home(owner.Municipality)(stop);
        var more = await db.Set<KeptForm>()
            .Where(k => k.OwnerId == owner.Id)
            .OrderByDescending(k => k.At)
            .Skip(MostKept - 1)
            .Select(k => k.Id)
            .ToListAsync(stop);
        await db.Set<KeptForm>().Where(k => more.Contains(k.Id)).ExecuteDeleteAsync(stop);
        db.Add(kept);
        // The record is no change of a citizen's data, so it has no line in the log.
        await (db is RecordsDbContext records ? records.WriteAsync(stop) : db.SaveChangesAsync(stop));
        return kept.Id;
    }

    /// <summary>What was kept under the id for this owner; null for everybody else, and after its time.</summary>
    public async Task<byte[]?> Kept(FormOwner owner, Guid id, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = await Home(owner.Municipality)(stop);
        return await db.Set<KeptForm>()
            .Where(k => k.Id == id && k.OwnerId == owner.Id && k.Until > now)
            .Select(k => k.Content)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>What was kept is saved now.</summary>
    public async Task Forget(FormOwner owner, Guid id, CancellationToken stop)
    {
        await using var db = await Home(owner.Municipality)(stop);
        await db.Set<KeptForm>().Where(k => k.Id == id && k.OwnerId == owner.Id).ExecuteDeleteAsync(stop);
    }

    /// <summary>Takes out what is older than it is kept; null is the shared database.</summary>
    public async Task Clear(Municipality? municipality, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var old = now - PostsKeptFor;
        await using var db = await Home(municipality)(stop);
        await db.Set<KeptForm>().Where(k => k.Until < now).ExecuteDeleteAsync(stop);
        await db.Set<FormPost>().Where(p => p.At < old).ExecuteDeleteAsync(stop);
    }

    private async Task<FormPost?> First(
        FormOwner owner,
        Func<DbContext, IQueryable<FormPost>> query,
        CancellationToken stop
    )
    {
        FormPost? newest = null;
        foreach (var open in Both(owner.Municipality))
        {
            await using var db = await open(stop);
            var found = await query(db).AsNoTracking().FirstOrDefaultAsync(stop);
            if (found is not null && (newest is null || found.At > newest.At))
                newest = found;
        }

        return newest;
    }

    /// <summary>A form of a municipality may change its own tables, or accounts and teams, which all share.</summary>
    private IEnumerable<Func<CancellationToken, Task<DbContext>>> Both(Municipality? municipality) =>
        municipality is null ? [Home(null)] : [Home(municipality), Home(null)];

    private Func<CancellationToken, Task<DbContext>> Home(Municipality? municipality) =>
        municipality is null
            ? async stop => await shared.CreateDbContextAsync(stop)
            : async stop => await store.OpenAsync(municipality, stop);
}
