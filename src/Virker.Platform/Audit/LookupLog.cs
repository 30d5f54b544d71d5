using System.Collections.Concurrent;
using System.Threading.Channels;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.Audit;

/// <summary>
/// Logs that somebody looked at citizens. A page waits until its line is on disk before it shows anything; lines that
/// arrive while another write is under way go together in the next, so fifty readers cost a handful of writes.
/// </summary>
public sealed class LookupLog(MunicipalityStore<RecordsDbContext> store, AuditTrail trail)
{
    /// <summary>What the codes of looks begin with.</summary>
    internal const string Prefix = "look.";

    private const int MaxBatch = 256;
    private readonly ConcurrentDictionary<Guid, Channel<Waiting>> _queues = new();

    /// <summary>Returns when the line is safe.</summary>
    /// <param name="what">The page or list, as a code: <c>look.citizen</c>.</param>
    /// <param name="citizens">Everybody the page shows.</param>
    /// <param name="why">The purpose.</param>
    public Task Looked(Worker by, string what, IReadOnlyCollection<Guid> citizens, string? why, string? detail = null)
    {
        var waiting = new Waiting(
            new AuditLine(by, what, citizens, why, detail),
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        var queue = _queues.GetOrAdd(by.Municipality.Id, _ => Start(by.Municipality));
        if (!queue.Writer.TryWrite(waiting))
            throw new InvalidOperationException("The log is closed.");
        return waiting.Written.Task;
    }

    private Channel<Waiting> Start(Municipality municipality)
    {
        var queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
        // The queue outlives the request that opens it, and does no form of it.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => WriteAsync(municipality, queue.Reader));
        return queue;
    }

    private async Task WriteAsync(Municipality municipality, ChannelReader<Waiting> queue)
    {
        var batch = new List<Waiting>();
        while (await queue.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && queue.TryRead(out var waiting))
                batch.Add(waiting);
            try
            {
                await using var records = await store.OpenAsync(municipality, CancellationToken.None);
                await trail.AppendAsync(records, [.. batch.Select(w => w.Line)], CancellationToken.None);
                batch.ForEach(w => w.Written.SetResult());
            }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who wait: their page must not be shown.
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                batch.ForEach(w => w.Written.SetException(wrong));
            }
        }
    }

    private sealed record Waiting(AuditLine Line, TaskCompletionSource Written);
}
