using CsCheck;

namespace Virker.Allocation.Tests;

/// <summary>The proposal keeps every rule, is the cheapest there is, and says which rule stands in the way.</summary>
public sealed class Proposal_tests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly HashSet<string> None = [];

    /// <summary>Small enough for every way to be tried.</summary>
    private static readonly Gen<AllocationProblem> Small =
        from workers in Worker(12).Array[1, 3]
        from cases in Case(workers).Array[0, 6]
        select new AllocationProblem(workers, cases);

    private static readonly Gen<AllocationProblem> Large =
        from workers in Worker(60).Array[2, 12]
        from cases in Case(workers).Array[0, 150]
        select new AllocationProblem(workers, cases);

    [Fact]
    public void Every_rule_is_kept_by_every_proposal() =>
        Large.Sample(
            problem =>
            {
                var proposal = ProposeAllocation.For(problem, Limit);
                Assert.True(proposal.IsFound);
                if (proposal.Shortfalls.Count == 0)
                    Assert.Empty(CheckRules.Broken(problem, proposal.Moves));
                else
                    Assert.Empty(proposal.Moves);
                Assert.InRange(proposal.LeastCost, 0, proposal.Cost);
                if (GreedyAllocation.Of(problem) is { } greedy)
                {
                    Assert.Empty(CheckRules.Broken(problem, greedy));
                    Assert.Empty(proposal.Shortfalls);
                    Assert.InRange(proposal.Cost, 0, greedy.Sum(m => m.Cost));
                }
            },
            iter: 150,
            threads: 1
        );

    [Fact]
    public void It_is_the_cheapest_of_all_ways_and_impossible_only_when_no_way_exists() =>
        Small.Sample(
            problem =>
            {
                var proposal = ProposeAllocation.For(problem, Limit);
                int? cheapest = CheapestOfAll(problem);
                Assert.Equal(cheapest is null, proposal.Shortfalls.Count > 0);
                Assert.Equal(cheapest ?? 0, proposal.Cost);
                Assert.Equal(cheapest ?? 0, proposal.LeastCost);
            },
            iter: 250,
            threads: 1
        );

    [Fact]
    public void Nobody_moves_where_everybody_is_within_the_rules()
    {
        var (anna, bo) = (Of(300), Of(100));
        var proposal = ProposeAllocation.For(new([anna, bo], [Held(anna), Held(anna), Held(anna), Held(bo)]), Limit);
        Assert.Equal((0, 0, 0.0), (proposal.Moves.Count, proposal.LeastCost, proposal.Gap));
    }

    [Fact]
    public void The_gentlest_case_moves_and_stays_in_its_area()
    {
        var anna = Of(200);
        var near = Of(100) with { Areas = new HashSet<string> { "8000" } };
        var far = Of(100) with { Areas = new HashSet<string> { "9000" } };
        var @new = Held(anna) with { Area = "8000" };
        var old = Held(anna) with { Area = "8000", YearsTogether = 7 };
        var changed = Held(anna) with { Area = "8000", ChangedLately = true };

        var proposal = ProposeAllocation.For(new([anna, far, near], [old, changed, @new]), Limit);

        Assert.Equal([new Move(@new.Id, anna.Id, near.Id, 10)], proposal.Moves);
        Assert.Equal(15, MoveCost.Of(old, near));
        Assert.Equal(15, MoveCost.Of(changed, near));
        Assert.Equal(13, MoveCost.Of(@new, far));
    }

    [Fact]
    public void A_full_speaker_passes_a_case_on_to_take_one_only_she_can_take()
    {
        var leaver = Of(100) with { Leaves = true };
        var speaker = Of(100) with { Languages = new HashSet<string> { "ar" } };
        var other = Of(100);
        var arabic = Held(leaver) with { Language = "ar" };
        var danish = Held(speaker);

        var proposal = ProposeAllocation.For(new([leaver, speaker, other], [arabic, danish]), Limit);

        Assert.Equal(
            [(arabic.Id, speaker.Id), (danish.Id, other.Id)],
            proposal.Moves.Select(m => (m.Case, m.To)).OrderBy(m => m.Item1 == danish.Id)
        );
        Assert.Null(GreedyAllocation.Of(new([leaver, speaker, other], [arabic, danish])));
    }

    [Fact]
    public void Too_little_room_is_named_with_the_weight_that_is_missing()
    {
        var (anna, bo) = (Of(250), Of(100));
        var shortfall = Assert.Single(
            ProposeAllocation
                .For(new([anna, bo], [.. Enumerable.Range(0, 4).Select(_ => Held(anna))]), Limit)
                .Shortfalls
        );
        // Four cases of 100; whole cases: two with one, one with the other, and one too many.
        Assert.Equal((AllocationRule.Capacity, 50), (shortfall.Rule, shortfall.Least));
    }

    [Fact]
    public void A_language_nobody_else_speaks_is_named()
    {
        var leaver = Of(100) with { Leaves = true };
        var bo = Of(500);
        var shortfall = Assert.Single(
            ProposeAllocation
                .For(new([leaver, bo], [Held(leaver) with { Language = "so" }, Held(leaver)]), Limit)
                .Shortfalls
        );
        Assert.Equal((AllocationRule.Language, 1), (shortfall.Rule, shortfall.Least));
        Assert.Equal(["so"], shortfall.Languages);
    }

    [Fact]
    public void A_missing_specialist_is_named_and_a_specialist_takes_no_other_case()
    {
        var leaver = Of(100) with { Leaves = true, IsSpecialist = true };
        var bo = Of(500);
        var special = Assert.Single(
            ProposeAllocation.For(new([leaver, bo], [Held(leaver) with { IsSpecial = true }]), Limit).Shortfalls
        );
        Assert.Equal((AllocationRule.Specialist, 1), (special.Rule, special.Least));
        var ips = Of(500) with { IsSpecialist = true };
        var ordinary = Of(100) with { Leaves = true };
        Assert.Equal(
            AllocationRule.Specialist,
            Assert.Single(ProposeAllocation.For(new([ordinary, ips], [Held(ordinary)]), Limit).Shortfalls).Rule
        );
    }

    [Fact]
    public void Protected_relations_above_the_capacity_are_named_beside_it()
    {
        var (anna, bo) = (Of(100), Of(100));
        var proposal = ProposeAllocation.For(
            new([anna, bo], [Held(anna) with { IsBound = true }, Held(anna) with { IsBound = true }]),
            Limit
        );
        Assert.Equal(
            [(AllocationRule.Capacity, 100), (AllocationRule.BoundRelation, 1)],
            proposal.Shortfalls.Select(s => (s.Rule, s.Least))
        );
        Assert.False(proposal.TogetherOnly);
    }

    [Fact]
    public void Who_leaves_gives_up_protected_relations_too()
    {
        var leaver = Of(0) with { Leaves = true };
        var bo = Of(100);
        var bound = Held(leaver) with { IsBound = true };
        Assert.Equal(bo.Id, Assert.Single(ProposeAllocation.For(new([leaver, bo], [bound]), Limit).Moves).To);
    }

    [Fact]
    public void Nobody_left_to_take_the_cases_is_room_that_is_missing()
    {
        var leaver = Of(100) with { Leaves = true };
        var missing = Assert.Single(ProposeAllocation.For(new([leaver], [Held(leaver)]), Limit).Shortfalls);
        Assert.Equal((AllocationRule.Capacity, 100), (missing.Rule, missing.Least));
    }

    [Fact]
    public void Rules_that_must_be_bent_together_are_said_to_be_so()
    {
        var leaver = Of(0) with { Leaves = true };
        var bo = Of(0);
        var proposal = ProposeAllocation.For(new([leaver, bo], [Held(leaver) with { Language = "so" }]), Limit);
        Assert.True(proposal.TogetherOnly);
        Assert.Equal([AllocationRule.Capacity, AllocationRule.Language], proposal.Shortfalls.Select(s => s.Rule));
    }

    [Fact]
    public void Cases_without_a_known_worker_and_impossible_weights_are_refused()
    {
        var anna = Of(100);
        Assert.Throws<ArgumentException>(() => ProposeAllocation.For(new([], [Held(anna)]), Limit));
        Assert.Throws<ArgumentException>(() =>
            ProposeAllocation.For(new([anna], [Held(anna) with { Weight = 0 }]), Limit)
        );
        Assert.Throws<ArgumentException>(() => ProposeAllocation.For(new([Of(-1)], []), Limit));
    }

    [Fact]
    public void Each_broken_rule_is_seen_by_the_check_of_moves()
    {
        var (anna, bo) = (Of(100), Of(50));
        var held = Held(anna) with { Language = "ar", IsSpecial = true, IsBound = true };
        Assert.Equal(
            Enum.GetValues<AllocationRule>(),
            CheckRules.Broken(new([anna, bo], [held]), [new(held.Id, anna.Id, bo.Id, 0)]).Order()
        );
        Assert.Throws<ArgumentException>(() =>
            CheckRules.Broken(new([anna, bo], [held]), [new(held.Id, bo.Id, anna.Id, 0)])
        );
    }

    private static int? CheapestOfAll(AllocationProblem problem)
    {
        int? cheapest = null;
        var takers = problem.Workers;
        long ways = (long)Math.Pow(takers.Count, problem.Cases.Count);
        for (long way = 0; way < ways; way++)
        {
            List<Move> moves = [];
            long rest = way;
            foreach (var held in problem.Cases)
            {
                var to = takers[(int)(rest % takers.Count)];
                rest /= takers.Count;
                if (to.Id != held.Worker)
                    moves.Add(new(held.Id, held.Worker, to.Id, MoveCost.Of(held, to)));
            }
            int cost = moves.Sum(m => m.Cost);
            if ((cheapest is null || cost < cheapest) && CheckRules.Broken(problem, moves).Count == 0)
                cheapest = cost;
        }
        return cheapest;
    }

    private static Gen<AllocationWorker> Worker(int most) =>
        from capacity in Gen.Int[0, most]
        from arabic in Gen.Bool
        from special in Gen.Int[0, 3]
        from area in Gen.Int[0, 2]
        from leaves in Gen.Int[0, 4]
        select new AllocationWorker(
            Guid.CreateVersion7(),
            100 * capacity / 2,
            arabic ? ["ar"] : None,
            special == 0,
            area == 0 ? None : [$"{area}"],
            leaves == 0
        );

    private static Gen<AllocationCase> Case(AllocationWorker[] workers) =>
        from worker in Gen.Int[0, workers.Length - 1]
        from half in Gen.Int[2, 4]
        from arabic in Gen.Int[0, 3]
        from other in Gen.Int[0, 9]
        from bound in Gen.Int[0, 5]
        from area in Gen.Int[0, 2]
        from years in Gen.Int[0, 7]
        from changed in Gen.Bool
        select new AllocationCase(
            Guid.CreateVersion7(),
            workers[worker].Id,
            50 * half,
            arabic == 0 ? "ar" : null,
            workers[worker].IsSpecialist != (other == 0),
            bound == 0,
            area == 0 ? null : $"{area}",
            years,
            changed
        );

    private static AllocationWorker Of(int capacity) => new(Guid.CreateVersion7(), capacity, None, false, None, false);

    private static AllocationCase Held(AllocationWorker by) =>
        new(Guid.CreateVersion7(), by.Id, 100, null, false, false, null, 0, false);
}
