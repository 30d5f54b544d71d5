using System.Diagnostics;
using System.Globalization;
using System.Text;
using Virker.Allocation;
using Virker.Statistics.Randomness;

namespace Virker.Bench;

/// <summary>A made-up municipality of 10,000 citizens and 250 workers: moves, bound and time, beside the greedy way.</summary>
internal static class AllocationBench
{
    private const int Citizens = 10_000;
    private const int Workers = 250;

    public static async Task<int> RunAsync(string file)
    {
        // The first call loads the solver; it is no part of the measurement.
        ProposeAllocation.For(Town(1, 40, 4, 1, 0, 1.2), TimeSpan.FromSeconds(5));
        var page = new StringBuilder();
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Citizens:N0} citizens, {Workers} workers, {Environment.ProcessorCount} cores; it stops at a gap of 1 %."
        );
        page.AppendLine();
        page.AppendLine(
            "| What happened | Seconds | Moves | Cost | Bound | Gap | Greedy: moves | Greedy: cost | Greedy: seconds |"
        );
        page.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (
            var (name, problem) in new[]
            {
                ("Ten leave", Town(2, Citizens, Workers, 10, 0, 1.1)),
                ("Uneven: every fifth has half as many again", Town(3, Citizens, Workers, 0, 5, 1.15)),
                ("Uneven, ten leave, and the room is tight", Town(4, Citizens, Workers, 10, 5, 1.04)),
            }
        )
        {
            var proposal = ProposeAllocation.For(problem, TimeSpan.FromSeconds(29), 0.01);
            if (!proposal.IsFound || proposal.Shortfalls.Count > 0)
            {
                throw new InvalidOperationException(
                    $"{name}: nothing was found in {proposal.Took}: {string.Join(", ", proposal.Shortfalls)}"
                );
            }
            if (CheckRules.Broken(problem, proposal.Moves).Count > 0)
                throw new InvalidOperationException($"{name}: a rule is broken.");
            long began = Stopwatch.GetTimestamp();
            var greedy = GreedyAllocation.Of(problem);
            double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            string hand = greedy is null
                ? "stuck | – "
                : string.Create(CultureInfo.InvariantCulture, $"{greedy.Count} | {greedy.Sum(m => m.Cost)}");
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {proposal.Took.TotalSeconds:F1} | {proposal.Moves.Count} | {proposal.Cost} | {proposal.LeastCost} | {100 * proposal.Gap:F2} % | {hand} | {seconds:F1} |"
            );
        }
        await File.WriteAllTextAsync(file, page.ToString());
        Console.Write(page);
        return 0;
    }

    /// <summary>Weights 1, 1.5 and 2.5; six languages beside Danish; a tenth of the workers are specialists; ten areas.
    /// <paramref name="room"/> is all capacity over all weight, among those who stay.</summary>
    private static AllocationProblem Town(int seed, int citizens, int workers, int leave, int uneven, double room)
    {
        var source = new SeededSource((ulong)seed);
        string[] languages = ["ar", "so", "ti", "fa", "uk", "tr"];
        bool IsSpecialist(int w) => w % 10 == 9;
        bool Leaves(int w) => w % 24 == 1 && w / 24 < leave;
        List<Guid> ids = [.. Enumerable.Range(0, workers).Select(_ => Guid.CreateVersion7())];
        List<int> holders = [];
        for (int w = 0; w < workers; w++)
            holders.AddRange(Enumerable.Repeat(w, uneven > 0 && w % uneven == 0 ? 3 : 2));
        List<AllocationCase> cases = [];
        for (int c = 0; c < citizens; c++)
        {
            int holder = holders[source.Below(holders.Count)];
            int level = source.Below(10);
            cases.Add(
                new(
                    Guid.CreateVersion7(),
                    ids[holder],
                    IsSpecialist(holder) ? 100
                        : level < 6 ? 100
                        : level < 9 ? 150
                        : 250,
                    source.Below(12) == 0 ? languages[source.Below(languages.Length)] : null,
                    IsSpecialist(holder),
                    source.Below(20) == 0,
                    source.Below(8) == 0 ? null : $"{source.Below(10)}",
                    source.Below(6),
                    source.Below(5) == 0
                )
            );
        }
        var weights = cases.GroupBy(c => c.IsSpecial).ToDictionary(g => g.Key, g => g.Sum(c => (long)c.Weight));
        AllocationWorker Of(int w)
        {
            int alike = Enumerable.Range(0, workers).Count(o => IsSpecialist(o) == IsSpecialist(w) && !Leaves(o));
            int area = source.Below(10);
            return new(
                ids[w],
                (int)(room * weights.GetValueOrDefault(IsSpecialist(w)) / alike),
                // Few enough of the specialists that each must speak half of the languages.
                languages.Where(_ => source.Below(IsSpecialist(w) ? 2 : 18) == 0).ToHashSet(),
                IsSpecialist(w),
                source.Below(4) == 0
                    ? []
                    : new HashSet<string> { $"{area}", $"{(area + 1) % 10}", $"{(area + 2) % 10}" },
                Leaves(w)
            );
        }
        return new([.. Enumerable.Range(0, workers).Select(Of)], cases);
    }
}
