using System.Globalization;
using Google.OrTools.Sat;

namespace Virker.Allocation;

/// <summary>What a run of the solver came to; <paramref name="Bound"/> is rounded up, for costs are whole.</summary>
internal sealed record Solved(CpSolverStatus Status, IReadOnlyList<Move> Moves, int Bound);

/// <summary>
/// The integer programme. Cases of one worker that leave at the same cost and arrive alike are a group with one number,
/// how many leave; cases of the same weight that the same workers may take at the same cost are a kind, with one number
/// for each such worker, how many arrive. Of each kind as many arrive as leave.
/// With rules to bend, the moves cost nothing and what is sought is the least breach of those rules.
/// </summary>
internal sealed class Programme
{
    private readonly AllocationProblem _problem;
    private readonly HashSet<AllocationRule> _bent;
    private readonly CpModel _model = new();
    private readonly List<Kind> _kinds = [];
    private readonly List<Group> _groups = [];
    private readonly List<(AllocationRule Rule, string? Language, LinearExpr Breach)> _breaches = [];
    private readonly List<LinearExpr> _costs = [];

    public Programme(AllocationProblem problem, IEnumerable<AllocationRule> bent)
    {
        _problem = problem;
        _bent = bent.ToHashSet();
        var workers = problem.Workers;
        var load = workers.ToDictionary(w => w.Id, _ => new List<LinearExpr>());
        var fixedLoad = workers.ToDictionary(w => w.Id, _ => 0);
        var of = workers.ToDictionary(w => w.Id);
        foreach (var alike in problem.Cases.GroupBy(KindKey))
            _kinds.Add(NewKind([.. alike], load));
        foreach (var kind in _kinds)
        {
            List<LinearExpr> leave = [];
            foreach (var alike in kind.Cases.GroupBy(c => (c.Worker, Cost: MoveCost.Leaving(c), c.IsBound)))
            {
                var held = alike.ToList();
                var holder = of[alike.Key.Worker];
                fixedLoad[holder.Id] += kind.Weight * held.Count;
                bool isKept = alike.Key.IsBound && !holder.Leaves;
                if (isKept && !_bent.Contains(AllocationRule.BoundRelation))
                    continue;
                var number = _model.NewIntVar(holder.Leaves ? held.Count : 0, held.Count, "");
                _groups.Add(new(kind, held, number));
                leave.Add(number);
                load[holder.Id].Add(-kind.Weight * number);
                _costs.Add(alike.Key.Cost * number);
                if (isKept)
                    _breaches.Add((AllocationRule.BoundRelation, null, number));
            }
            _model.Add(LinearExpr.Sum(leave) == LinearExpr.Sum(kind.Arrivals.Select(a => a.Number)));
        }
        foreach (var worker in workers.Where(w => !w.Leaves))
        {
            var total = LinearExpr.Sum(load[worker.Id]);
            int room = worker.Capacity - fixedLoad[worker.Id];
            if (_bent.Contains(AllocationRule.Capacity))
            {
                var over = _model.NewIntVar(0, problem.Cases.Sum(c => (long)c.Weight), "");
                _breaches.Add((AllocationRule.Capacity, null, over));
                total -= over;
            }
            _model.Add(total <= room);
        }
        _model.Minimize(LinearExpr.Sum(_bent.Count == 0 ? _costs : _breaches.Select(b => b.Breach)));
    }

    public Solved Solve(TimeSpan limit, double gap, IProgress<(int Cost, int Bound)>? progress)
    {
        Hint();
        var solver = NewSolver(limit, gap);
        var status = solver.Solve(_model, progress is null ? null : new Telling(progress));
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? new(status, Moves(solver), (int)Math.Ceiling(solver.BestObjectiveBound - 1e-6))
            : new(status, [], 0);
    }

    /// <summary>The least that must be bent of the rules to bend; empty when that does not help.</summary>
    public IReadOnlyList<Shortfall> Breaches(TimeSpan limit)
    {
        var solver = NewSolver(limit, 0);
        if (solver.Solve(_model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return [];
        return
        [
            .. _breaches
                .Select(b => (b.Rule, b.Language, By: (int)solver.Value(b.Breach)))
                .Where(b => b.By > 0)
                .GroupBy(b => b.Rule)
                .OrderBy(g => g.Key)
                .Select(g => new Shortfall(
                    g.Key,
                    g.Sum(b => b.By),
                    [.. g.Select(b => b.Language).OfType<string>().Distinct().Order(StringComparer.Ordinal)]
                )),
        ];
    }

    private static CpSolver NewSolver(TimeSpan limit, double gap) =>
        new()
        {
            StringParameters = string.Create(
                CultureInfo.InvariantCulture,
                $"max_time_in_seconds:{limit.TotalSeconds},num_workers:{Math.Min(8, Environment.ProcessorCount)},relative_gap_limit:{gap},random_seed:1"
            ),
        };

    /// <summary>What decides who may take a case and at what cost, and what it weighs.</summary>
    private string KindKey(AllocationCase of)
    {
        var ways = _problem.Workers.Select(w =>
            w.Leaves || Against(of, w) is not { } against ? '-'
            : against.Count > 0 ? (char)('a' + against.Sum(r => 1 << (int)r))
            : w.IsOutside(of) ? '2'
            : '1'
        );
        // A language is only told apart where it may be what is missing.
        string? language = _bent.Contains(AllocationRule.Language) ? of.Language : null;
        return $"{of.Weight}/{language}/{string.Concat(ways)}";
    }

    /// <summary>The rules that giving the worker the case would bend; null when one of them may not be.</summary>
    private List<AllocationRule>? Against(AllocationCase of, AllocationWorker worker)
    {
        List<AllocationRule> against = [];
        if (!worker.Speaks(of))
            against.Add(AllocationRule.Language);
        if (worker.IsSpecialist != of.IsSpecial)
            against.Add(AllocationRule.Specialist);
        return against.All(_bent.Contains) ? against : null;
    }

    private Kind NewKind(List<AllocationCase> cases, Dictionary<Guid, List<LinearExpr>> load)
    {
        var one = cases[0];
        List<(AllocationWorker Worker, IntVar Number)> arrivals = [];
        foreach (var worker in _problem.Workers.Where(w => !w.Leaves))
        {
            if (Against(one, worker) is not { } against)
                continue;
            var number = _model.NewIntVar(0, cases.Count, "");
            arrivals.Add((worker, number));
            load[worker.Id].Add(one.Weight * number);
            if (worker.IsOutside(one))
                _costs.Add(MoveCost.OutsideArea * number);
            foreach (var rule in against)
                _breaches.Add((rule, rule == AllocationRule.Language ? one.Language : null, number));
        }
        return new(one.Weight, cases, arrivals);
    }

    private void Hint()
    {
        if (GreedyAllocation.Of(_problem) is not { } moves)
            return;
        var to = moves.ToDictionary(m => m.Case, m => m.To);
        foreach (var group in _groups)
            _model.AddHint(group.Leave, group.Cases.Count(c => to.ContainsKey(c.Id)));
        foreach (var kind in _kinds)
        {
            var arrive = kind.Cases.Where(c => to.ContainsKey(c.Id)).CountBy(c => to[c.Id]).ToDictionary();
            foreach (var (worker, number) in kind.Arrivals)
                _model.AddHint(number, arrive.GetValueOrDefault(worker.Id));
        }
    }

    /// <summary>Which of the alike cases go, and where: in the order given. A worker who would both give and take of one
    /// kind keeps her own instead, which costs less and breaks nothing.</summary>
    private List<Move> Moves(CpSolver solver)
    {
        List<Move> moves = [];
        foreach (var kind in _kinds)
        {
            var open = kind.Arrivals.ToDictionary(a => a.Worker.Id, a => (a.Worker, Left: (int)solver.Value(a.Number)));
            List<AllocationCase> leaving = [];
            foreach (var group in _groups.Where(g => g.Kind == kind))
            {
                int leave = (int)solver.Value(group.Leave);
                var holder = group.Cases[0].Worker;
                int stay = open.TryGetValue(holder, out var own) ? Math.Min(leave, own.Left) : 0;
                if (stay > 0)
                    open[holder] = (own.Worker, own.Left - stay);
                leaving.AddRange(group.Cases.Take(leave - stay));
            }
            var places = open.Values.SelectMany(o => Enumerable.Repeat(o.Worker, o.Left));
            moves.AddRange(leaving.Zip(places, (c, w) => new Move(c.Id, c.Worker, w.Id, MoveCost.Of(c, w))));
        }
        return moves;
    }

    private sealed record Kind(
        int Weight,
        IReadOnlyList<AllocationCase> Cases,
        IReadOnlyList<(AllocationWorker Worker, IntVar Number)> Arrivals
    );

    private sealed record Group(Kind Kind, IReadOnlyList<AllocationCase> Cases, IntVar Leave);

    private sealed class Telling(IProgress<(int Cost, int Bound)> progress) : CpSolverSolutionCallback
    {
        public override void OnSolutionCallback() =>
            progress.Report(((int)ObjectiveValue(), (int)Math.Ceiling(BestObjectiveBound() - 1e-6)));
    }
}
