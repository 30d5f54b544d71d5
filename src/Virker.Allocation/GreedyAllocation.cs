namespace Virker.Allocation;

/// <summary>What one would do by hand: the cheapest case from whoever has too much, to whoever has most room. It is
/// the solver's first hint and what its result is compared with.</summary>
public static class GreedyAllocation
{
    /// <returns>The moves, or null when it ran into a wall; another way may still exist.</returns>
    public static IReadOnlyList<Move>? Of(AllocationProblem problem)
    {
        var room = problem.Workers.ToDictionary(w => w.Id, w => w.Leaves ? 0 : w.Capacity);
        foreach (var held in problem.Cases)
            room[held.Worker] -= held.Weight;
        List<Move> moves = [];
        foreach (var giver in problem.Workers.Where(w => room[w.Id] < 0).OrderByDescending(w => w.Leaves))
        {
            var held = problem
                .Cases.Where(c => c.Worker == giver.Id && (giver.Leaves || !c.IsBound))
                .Select(c => (Case: c, Takers: problem.Workers.Where(w => MayTake(w, c)).ToList()))
                .OrderBy(c => giver.Leaves ? c.Takers.Count : MoveCost.Leaving(c.Case))
                .ThenByDescending(c => c.Case.Weight);
            foreach (var (given, takers) in held)
            {
                if (room[giver.Id] >= 0)
                    break;
                var taker = takers
                    .Where(w => w.Id != giver.Id && room[w.Id] >= given.Weight)
                    .OrderBy(w => w.IsOutside(given))
                    .ThenByDescending(w => room[w.Id])
                    .FirstOrDefault();
                if (taker is null)
                    continue;
                room[giver.Id] += given.Weight;
                room[taker.Id] -= given.Weight;
                moves.Add(new(given.Id, giver.Id, taker.Id, MoveCost.Of(given, taker)));
            }
        }
        return room.Values.All(left => left >= 0) ? moves : null;
    }

    private static bool MayTake(AllocationWorker worker, AllocationCase of) =>
        !worker.Leaves && worker.IsSpecialist == of.IsSpecial && worker.Speaks(of);
}
