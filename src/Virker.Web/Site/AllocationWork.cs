using System.Collections.Concurrent;
using System.Threading.Channels;
using Virker.Casework.Caseload.Allocations;
using Virker.Platform.Accounts;

namespace Virker.Web.Site;

/// <summary>Computes proposals for who has which cases, one at a time, away from the requests. What a restart cuts off is
/// asked for again: the page says so.</summary>
public sealed class AllocationWork(ComputeAllocation compute, ILogger<AllocationWork> log) : BackgroundService
{
    private readonly Channel<(Worker By, Guid Id)> _asked = Channel.CreateUnbounded<(Worker, Guid)>();
    private readonly ConcurrentDictionary<Guid, Run> _runs = new();

    public void Begin(Worker by, Guid id)
    {
        _runs[id] = new Run();
        _asked.Writer.TryWrite((by, id));
    }

    /// <summary>Waits until the proposal is there, but not longer than <paramref name="patience"/>.</summary>
    /// <returns>The run when it goes on still; null when it is over or none goes on.</returns>
    public async Task<Run?> Await(Guid id, TimeSpan patience, CancellationToken stop)
    {
        if (!_runs.TryGetValue(id, out var run))
            return null;
        await Task.WhenAny(run.Ended.Task, Task.Delay(patience, stop));
        return run.Ended.Task.IsCompleted ? null : run;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (by, id) in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            var run = _runs[id];
            try
            {
                // The solver blocks its thread.
                await Task.Run(() => compute.Execute(by, id, run, stoppingToken), stoppingToken);
            }
#pragma warning disable CA1031 // One proposal's trouble must not keep the next waiting; the page says it was cut off.
            catch (Exception wrong) when (wrong is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(wrong, "An allocation could not be computed");
            }

            _runs.TryRemove(id, out _);
            run.Ended.SetResult();
        }
    }

    /// <summary>A proposal being computed.</summary>
    public sealed class Run : IProgress<(int Cost, int Bound)>
    {
        internal TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The best so far; null when nothing is found yet.</summary>
        public (int Cost, int Bound)? Best { get; private set; }

        public void Report((int Cost, int Bound) value) => Best = value;
    }
}
