namespace Virker.Allocation;

/// <summary>Holds moves against the rules, without a solver: what is proposed is checked by other means than it was
/// found by.</summary>
public static class CheckRules
{
    /// <summary>The rules the moves would break; empty when they may be made. Somebody who leaves must end without a
    /// case, and every moved case must be with the worker it is moved from.</summary>
    /// <exception cref="ArgumentException">A move names a case or worker that is not there, or one case twice.</exception>
    public static IReadOnlySet<AllocationRule> Broken(AllocationProblem problem, IReadOnlyCollection<Move> moves)
    {
        var workers = problem.Workers.ToDictionary(w => w.Id);
        var cases = problem.Cases.ToDictionary(c => c.Id);
        var goes = new Dictionary<Guid, Guid>();
        foreach (var move in moves)
        {
            if (
                !cases.TryGetValue(move.Case, out var moved)
                || moved.Worker != move.From
                || !workers.ContainsKey(move.To)
                || move.To == move.From
                || !goes.TryAdd(move.Case, move.To)
            )
            {
                throw new ArgumentException("A move does not fit the cases.", nameof(moves));
            }
        }
        HashSet<AllocationRule> broken = [];
        foreach (var (id, to) in goes)
        {
            var (moved, taker) = (cases[id], workers[to]);
            if (!taker.Speaks(moved))
                broken.Add(AllocationRule.Language);
            if (taker.IsSpecialist != moved.IsSpecial)
                broken.Add(AllocationRule.Specialist);
            if (moved.IsBound && !workers[moved.Worker].Leaves)
                broken.Add(AllocationRule.BoundRelation);
        }
        var weights = problem
            .Cases.GroupBy(c => goes.GetValueOrDefault(c.Id, c.Worker))
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Weight));
        if (problem.Workers.Any(w => weights.GetValueOrDefault(w.Id) > (w.Leaves ? 0 : w.Capacity)))
            broken.Add(AllocationRule.Capacity);
        return broken;
    }
}
