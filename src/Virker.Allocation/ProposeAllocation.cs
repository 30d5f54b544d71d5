using Google.OrTools.Sat;

namespace Virker.Allocation;

/// <summary>A rule that stands in the way: kept as it is, nothing can be proposed, however the others are bent.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Least">The least breach that would let the rest be met: weight in hundredths of a case above the
/// capacities, or else a number of cases.</param>
/// <param name="Languages">For <see cref="AllocationRule.Language"/>: the languages somebody would have to speak.</param>
public sealed record Shortfall(AllocationRule Rule, int Least, IReadOnlyList<string> Languages);

/// <summary>What the solver came to.</summary>
/// <param name="Moves">Empty when everybody is within the rules, or when the rules cannot be met.</param>
/// <param name="LeastCost">No allowed set of moves costs less: the proven bound.</param>
/// <param name="Shortfalls">Each rule that, bent alone, would make it possible. When none alone would, all that must be
/// bent together (<see cref="TogetherOnly"/>).</param>
/// <param name="IsFound">False when time ran out before anything was found or ruled out.</param>
public sealed record AllocationProposal(
    IReadOnlyList<Move> Moves,
    int LeastCost,
    IReadOnlyList<Shortfall> Shortfalls,
    bool TogetherOnly,
    bool IsFound,
    TimeSpan Took
)
{
    public int Cost => Moves.Sum(m => m.Cost);

    /// <summary>(cost − bound) / cost: how much might be saved at most; 0 is the proven optimum.</summary>
    public double Gap => Cost == 0 ? 0 : (double)(Cost - LeastCost) / Cost;
}

/// <summary>
/// The fewest and gentlest moves that bring everybody within the rules. An integer programme solved by CP-SAT (Google
/// OR-Tools): whole numbers of alike cases that leave a worker, and of a kind that arrive at one, instead of a yes or no
/// for each case and worker. Formulas: <c>docs/method/allocation.md</c>.
/// </summary>
public static class ProposeAllocation
{
    /// <param name="limit">The time the solver has. What was found by then is given with its bound.</param>
    /// <param name="gap">Good enough: it stops when no more than this share might be saved; 0 for the optimum.</param>
    /// <param name="progress">Told the cost and the bound of each better set of moves.</param>
    /// <exception cref="ArgumentException">A case's worker is not among the workers, a weight is not positive, or a
    /// capacity is negative.</exception>
    public static AllocationProposal For(
        AllocationProblem problem,
        TimeSpan limit,
        double gap = 0,
        IProgress<(int Cost, int Bound)>? progress = null
    )
    {
        Check(problem);
        long began = Environment.TickCount64;
        if (problem.Cases.Count > 0 && problem.Workers.All(w => w.Leaves))
            return new([], 0, [NobodyStays(problem)], false, true, TimeSpan.Zero);
        var solved = new Programme(problem, []).Solve(limit, gap, progress);
        TimeSpan Took() => TimeSpan.FromMilliseconds(Environment.TickCount64 - began);
        if (solved.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
            return new(solved.Moves, solved.Bound, [], false, true, Took());
        if (solved.Status != CpSolverStatus.Infeasible)
            return new([], 0, [], false, false, Took());
        var rules = Enum.GetValues<AllocationRule>();
        List<Shortfall> alone = [.. rules.SelectMany(rule => new Programme(problem, [rule]).Breaches(limit))];
        return alone.Count > 0
            ? new([], 0, alone, false, true, Took())
            : new([], 0, new Programme(problem, rules).Breaches(limit), true, true, Took());
    }

    private static Shortfall NobodyStays(AllocationProblem problem) =>
        new(AllocationRule.Capacity, problem.Cases.Sum(c => c.Weight), []);

    private static void Check(AllocationProblem problem)
    {
        var workers = problem.Workers.Select(w => w.Id).ToHashSet();
        if (problem.Cases.Any(c => c.Weight <= 0 || !workers.Contains(c.Worker)))
            throw new ArgumentException("A case needs a positive weight and one of the workers.", nameof(problem));
        if (problem.Workers.Any(w => w.Capacity < 0))
            throw new ArgumentException("A capacity is not negative.", nameof(problem));
    }
}
