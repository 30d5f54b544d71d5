using Microsoft.EntityFrameworkCore;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Tasks;
using Virker.Platform.Storage;
using static Virker.Casework.Tests.PaidHours.HoursHouse;

namespace Virker.Casework.Tests.PaidHours;

public sealed class Difference_tests
{
    private const string Head = "cpr;cvr;month;hours\n";
    private static readonly DateOnly October = new(2026, 10, 1);

    public static TheoryData<DatabaseProvider> Databases => HoursHouse.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_difference_is_shown_makes_one_task_and_is_settled_by_a_correction(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var anna = house.Test.Anna.Id;
        var ida = await house.Citizen("3113800001", contact: anna);
        // Works where nobody here agreed on it, and is reported by nobody: a difference, but no task.
        await house.Citizen("3113800002", contact: Guid.CreateVersion7());
        var placed = await house.Citizen("3113800003", contact: Guid.CreateVersion7());
        await house.Placement(placed, new DateOnly(2026, 10, 26), 8);
        // Monday 28 September to Sunday 1 November: five weeks, of which October holds 31 days.
        await house.Report(ida, new DateOnly(2026, 9, 28), 7, 7, 7, 7, 7);

        var import = await house.Import(
            Head + $"3113800001;{Cvr};2026-10;40\n3113800002;{Cvr};2026-10;40\n3113800003;{Cvr};2026-10;40\n"
        );
        await house.Import(Head + $"3113800001;{Cvr};2026-10;40\n");
        await house.Import(Head + $"3113800001;{Cvr};2026-10;41\n");

        Assert.Equal(2, import.Tasks);
        var own = await house.Test.Get<ReadHoursDifferences>().Execute(house.Test.Anna, default);
        Assert.Equal(October, own.LastMonthRead);
        var row = Assert.Single(own.Rows);
        Assert.Equal((ida, "Ida Prøve"), (row.CitizenId, row.Name));
        Assert.Equal(new MonthDifference(October, HoursDifferenceKind.Differ, 31 * 60, 41 * 60, false), row.Month);
        Assert.Equal(row.Month, Assert.Single((await house.Ledger(ida)).Differences));
        await using (var db = await house.Open())
        {
            var task = await db.Tasks.SingleAsync(t => t.CitizenId == ida);
            Assert.Equal((TaskKind.HoursDiffer, anna, null), (task.Kind, task.OwnerId, task.DoneAt));
        }

        await house.Report(ida, new DateOnly(2026, 10, 5), 10, 10, 9);

        Assert.Empty((await house.Test.Get<ReadHoursDifferences>().Execute(house.Test.Anna, default)).Rows);
        await using var after = await house.Open();
        Assert.NotNull((await after.Tasks.SingleAsync(t => t.CitizenId == ida)).DoneAt);
    }

    [Fact]
    public void Within_the_tolerance_nothing_is_said_and_one_minute_beyond_it_is()
    {
        // 40 hours: the tolerance is a fifth of the larger, eight hours, as that is more than four hours.
        Assert.Empty(Of([Register(40 * 60)], Weeks(32 * 60)));
        Assert.Single(Of([Register(40 * 60)], Weeks(32 * 60 - 2)));
        // 10 hours: the tolerance is four hours.
        Assert.Empty(Of([Register(10 * 60)], Weeks(6 * 60)));
        Assert.Single(Of([Register(10 * 60)], Weeks(6 * 60 - 2)));
    }

    [Fact]
    public void Hours_only_the_register_or_only_the_report_knows_are_differences_of_their_own()
    {
        Assert.Equal(HoursDifferenceKind.OnlyRegister, Assert.Single(Of([Register(600)], [])).Kind);
        Assert.Equal(HoursDifferenceKind.OnlyReported, Assert.Single(Of([], Weeks(600))).Kind);
        Assert.Empty(Of([], []));
    }

    [Fact]
    public void A_month_that_runs_or_was_never_read_is_not_judged()
    {
        var facts = new HoursFacts(
            [],
            [],
            [],
            [Register(6000), Register(6000) with { Month = October.AddMonths(1) }],
            []
        );
        var definition = HoursDefinition.On(ThisWeek);

        Assert.Empty(Differences.Of(definition, facts, [], 6, ThisWeek));
        Assert.Equal(
            [October],
            Differences.Of(definition, facts, [(October, October.AddMonths(1))], 6, ThisWeek).Select(d => d.Month)
        );
    }

    [Fact]
    public void An_employer_with_wage_subsidy_is_left_out_of_both_sides()
    {
        var subsidy = new PlacementFact(
            Guid.Empty,
            Guid.Empty,
            PlacementKind.PublicWageSubsidy,
            PlacementState.Agreed,
            October,
            October.AddDays(60),
            Cvr,
            "Firma",
            "Firma",
            0
        );
        var facts = new HoursFacts([subsidy], [], [.. Weeks(60)], [Register(6000)], []);

        Assert.Empty(Differences.Of(HoursDefinition.On(ThisWeek), facts, [(October, October)], 6, ThisWeek));
    }

    private static IEnumerable<MonthDifference> Of(RegisterFact[] register, ReportedFact[] reported) =>
        Differences.Of(
            HoursDefinition.On(ThisWeek),
            new HoursFacts([], [], reported, register, []),
            [(October, October)],
            6,
            ThisWeek
        );

    private static RegisterFact Register(int minutes) => new(Guid.Empty, Cvr, October, minutes, null, false);

    /// <summary>So many minutes in one whole week of October.</summary>
    private static ReportedFact[] Weeks(int minutes) => [new(Guid.Empty, Cvr, new DateOnly(2026, 10, 5), minutes)];
}
