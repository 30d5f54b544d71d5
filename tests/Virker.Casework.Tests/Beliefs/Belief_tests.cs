using Microsoft.EntityFrameworkCore;
using Virker.Casework.Beliefs;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Beliefs;

public sealed class Belief_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_belief_is_added_never_changed_and_only_its_giver_reads_it(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await house.Citizen();
        var before = house.Test.Clock.GetUtcNow();

        Assert.Empty(await Record(house, kim, 20));
        Assert.Empty(await Record(house, kim, 40));

        var read = house.Get<ReadBeliefs>();
        Assert.Equal(
            [40, 20],
            (await read.InCitizen(house.Anna, kim, default)).OrderByDescending(b => b.Percent).Select(b => b.Percent)
        );
        var bo = new Worker(
            Guid.CreateVersion7(),
            "Bo",
            house.Anna.Municipality,
            new HashSet<Role> { Role.TeamLeader }
        );
        Assert.Empty(await read.InCitizen(bo, kim, default));
        Assert.Null((await read.Calibration(bo, default)).Curve);
        await using var db = await house.Open();
        Assert.All(await db.Beliefs.ToListAsync(), b => Assert.True(b.RecordedAt >= before));
        foreach (int? wrong in new int?[] { null, 0, 100, -5 })
            Assert.Equal("percent", Assert.Single(await Record(house, kim, wrong)).Field);
        await Assert.ThrowsAsync<InvalidInputException>(() => Record(house, Guid.CreateVersion7(), 20));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_log_says_that_a_belief_was_written_and_not_what_it_was(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await house.Citizen();
        await Record(house, kim, 83);

        await using var records = await house
            .Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(house.Test.Here, default);
        var line = await records.Audit.SingleAsync(e => e.Action == "belief.record");

        Assert.DoesNotContain(":83", line.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_outcome_is_unknown_until_a_year_has_passed(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var (hired, not) = (await house.Citizen(), await house.Citizen());
        await Record(house, hired, 70);
        await Record(house, not, 10);
        var on = house.Today;
        await house.Save(
            new Spell
            {
                CitizenId = hired,
                TargetGroup = "6.3",
                From = on.AddYears(-1),
                To = on.AddDays(100),
                EndKind = SpellEnd.Job,
            },
            new Spell
            {
                CitizenId = not,
                TargetGroup = "6.3",
                From = on.AddYears(-1),
                To = on.AddDays(100),
                EndKind = SpellEnd.FlexJob,
            }
        );

        house.Test.Clock.Advance(TimeSpan.FromDays(365));
        var early = await house.Get<ReadBeliefs>().Calibration(house.Anna, default);
        house.Test.Clock.Advance(TimeSpan.FromDays(1));
        var passed = await house.Get<ReadBeliefs>().Calibration(house.Anna, default);

        Assert.Equal((2, null), (early.UnknownYet, early.Curve));
        Assert.Equal(0, passed.UnknownYet);
        Assert.Equal([(0.1, 0), (0.7, 1)], passed.Curve!.Bins.Select(b => (b.Expected, b.Events)));
        Assert.Equal((0.01 + 0.09) / 2, passed.Curve.Brier.Score, 1e-12);
    }

    [Theory]
    // The record is on Monday 2 November 2026; its year's last day is 2 November 2027.
    [InlineData("2026-11-09", nameof(BeliefOutcome.Job))]
    [InlineData("2027-10-25", nameof(BeliefOutcome.Job))]
    [InlineData("2027-11-01", nameof(BeliefOutcome.NoJob))]
    [InlineData("2026-11-02", nameof(BeliefOutcome.AlreadyWorking))]
    [InlineData("2026-10-05", nameof(BeliefOutcome.AlreadyWorking))]
    [InlineData("2026-09-28", nameof(BeliefOutcome.NoJob))]
    public void Paid_hours_count_in_whole_weeks_of_the_year_after(string week, string expected)
    {
        var facts = new HoursFacts([], [], [new(Guid.Empty, "1", Day(week), 60)], [], []);
        var on = new DateOnly(2026, 11, 2);

        Assert.Equal(expected, BeliefOutcomes.Of(on, facts, [], on.AddDays(366)).ToString());
        var tooLittle = facts with { Reported = [new(Guid.Empty, "1", Day(week), 59)] };
        Assert.Equal(BeliefOutcome.NoJob, BeliefOutcomes.Of(on, tooLittle, [], on.AddDays(366)));
    }

    [Fact]
    public void Register_hours_under_wage_subsidy_are_no_job()
    {
        var on = new DateOnly(2026, 11, 2);
        RegisterFact month = new(Guid.Empty, "1", new DateOnly(2027, 2, 1), 6000, null, false);
        PlacementFact subsidy = new(
            Guid.Empty,
            Guid.CreateVersion7(),
            PlacementKind.PrivateWageSubsidy,
            PlacementState.Agreed,
            new DateOnly(2027, 1, 1),
            new DateOnly(2027, 6, 1),
            "1",
            "",
            "",
            0
        );

        Assert.Equal(BeliefOutcome.Job, BeliefOutcomes.Of(on, new([], [], [], [month], []), [], on.AddDays(366)));
        Assert.Equal(
            BeliefOutcome.NoJob,
            BeliefOutcomes.Of(on, new([subsidy], [], [], [month], []), [], on.AddDays(366))
        );
    }

    [Fact]
    public void Beliefs_whose_years_overlap_count_once()
    {
        var (worker, citizen) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var start = new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);
        BeliefFact At(int day, int percent, Guid? by = null) => new(by ?? worker, citizen, percent, start.AddDays(day));

        var taken = BeliefOutcomes.YearsApart([
            At(400, 4),
            At(0, 1),
            At(364, 2),
            At(365, 3),
            At(5, 9, Guid.CreateVersion7()),
        ]);

        Assert.Equal([1, 3, 9], taken.Select(b => b.Percent).Order());
    }

    private static Task<IReadOnlyList<FieldProblem>> Record(CaseHouse house, Guid citizen, int? percent) =>
        house.Get<RecordBelief>().Execute(house.Anna, citizen, percent, default);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
