using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Accounts;
using Virker.Platform.Forms;
using Virker.Platform.Storage;

namespace Virker.Platform.Audit;

/// <summary>Writes changes and their lines in the log as one: both are there after a crash, or neither.</summary>
public sealed class AuditTrail(TimeProvider clock)
{
    // Writers of one municipality queue here instead of in the database, where waiting is by trial and error.
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _queues = new();

    internal async Task SaveAsync(
        MunicipalityDbContext context,
        Worker by,
        string action,
        IReadOnlyCollection<Guid> citizens,
        string? why,
        Func<Func<Task>, Task> write,
        CancellationToken stop
    ) =>
        await AppendAsync(
            context,
            async () =>
            {
                await write(() => context.WriteAsync(stop));
                return [new AuditLine(by, action, citizens, why, AuditDetail.Of(context.ChangeTracker))];
            },
            Submission.Current,
            stop
        );

    /// <summary>Adds the rows, and one line that tells how many, in one transaction.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> SaveBulkAsync(
        MunicipalityDbContext context,
        Worker by,
        string action,
        string? why,
        IAsyncEnumerable<IReadOnlyCollection<object>> batches,
        CancellationToken stop
    )
    {
        var rows = new BulkRows(context);
        await AppendAsync(
            context,
            async () =>
            {
                await foreach (var batch in batches.WithCancellation(stop))
                    await rows.AddAsync(batch, stop);
                return [new AuditLine(by, action, [], why, AuditDetail.Of(rows.Counts))];
            },
            Submission.Current,
            stop
        );
        return rows.Counts;
    }

    /// <summary>Adds the lines, and saves what else is tracked, in one transaction. Looking at something does no
    /// form.</summary>
    internal Task AppendAsync(
        MunicipalityDbContext context,
        IReadOnlyCollection<AuditLine> lines,
        CancellationToken stop
    ) => AppendAsync(context, () => Task.FromResult(lines), null, stop);

    private async Task AppendAsync(
        MunicipalityDbContext context,
        Func<Task<IReadOnlyCollection<AuditLine>>> write,
        Submission? form,
        CancellationToken stop
    )
    {
        var queue = _queues.GetOrAdd(context.Municipality.Id, _ => new SemaphoreSlim(1));
        await queue.WaitAsync(stop);
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(stop);
            await HoldAsync(context, stop);
            var lines = await write();
            if (form is { IsDone: false })
            {
                if (form.LogAt is { } seen && await OthersWrote(context, lines, seen, stop))
                    throw new ChangedMeanwhileException();
                context.Add(form.Row());
            }

            var key = context.Vault.AuditKey;
            var head = await context.Set<AuditHead>().SingleOrDefaultAsync(stop);
            if (head is null)
                context.Add(head = new AuditHead { Mac = AuditChain.Start, Seal = [] });
            var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
            foreach (var line in lines)
            {
                var unsigned = new AuditEntry
                {
                    Seq = ++head.Seq,
                    At = now,
                    WorkerId = line.By.Id,
                    WorkerName = line.By.Name,
                    Action = line.Action,
                    Why = line.Why,
                    Detail = line.Detail,
                    Mac = new byte[32],
                };
                var citizens = line.Citizens.Distinct().ToList();
                head.Mac = AuditChain.Mac(key, head.Mac, unsigned, citizens);
                head.Mac.CopyTo(unsigned.Mac, 0);
                context.Add(unsigned);
                context.AddRange(citizens.Select(c => new AuditCitizen { Seq = unsigned.Seq, CitizenId = c }));
            }

            head.Seal = AuditChain.Seal(key, head.Seq, head.Mac);
            await context.WriteAsync(stop);
            await transaction.CommitAsync(stop);
            form?.Committed();
        }
        finally
        {
            // What was read of the log must be read again for the next line: others write it too.
            foreach (var entry in context.ChangeTracker.Entries().ToList())
            {
                if (entry.Entity is AuditHead or AuditEntry or AuditCitizen or FormPost)
                    entry.State = EntityState.Detached;
            }

            queue.Release();
        }
    }

    /// <summary>True when the log has a change after <paramref name="seen"/> about one of the same citizens, or of the
    /// same kind where neither is about a citizen. It is asked where nobody else writes.</summary>
    private static async Task<bool> OthersWrote(
        MunicipalityDbContext context,
        IReadOnlyCollection<AuditLine> lines,
        long seen,
        CancellationToken stop
    )
    {
        var since = await context
            .Set<AuditEntry>()
            .AsNoTracking()
            .Where(e => e.Seq > seen && !e.Action.StartsWith(LookupLog.Prefix))
            .Select(e => new
            {
                e.Action,
                Citizens = context.Set<AuditCitizen>().Where(c => c.Seq == e.Seq).Select(c => c.CitizenId).ToList(),
            })
            .ToListAsync(stop);
        return since.Exists(other =>
            lines.Any(line =>
                other.Citizens.Count == 0 && line.Citizens.Count == 0
                    ? Kind(other.Action) == Kind(line.Action)
                    : other.Citizens.Exists(line.Citizens.Contains)
            )
        );
        static string Kind(string action) => action.Split('.')[0];
    }

    /// <summary>One writer of the chain at a time across processes too: SQLite's transaction already is that.</summary>
    private static Task HoldAsync(MunicipalityDbContext context, CancellationToken stop) =>
        context.Database.IsNpgsql()
            ? context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtext(current_schema()))", stop)
            : Task.CompletedTask;
}

/// <summary>A line to be written.</summary>
internal sealed record AuditLine(
    Worker By,
    string Action,
    IReadOnlyCollection<Guid> Citizens,
    string? Why,
    string? Detail
);
