using CsCheck;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;

namespace Virker.Casework.Tests.PaidHours;

public sealed class Milestone_tests
{
    private static readonly HoursDefinition Definition = HoursDefinition.On(new DateOnly(2026, 11, 2));
    private static readonly DateOnly Start = new(2026, 1, 5);

    [Fact]
    public void The_shipped_definition_is_named_and_dated()
    {
        Assert.Equal("ordinary-hours-2019", Definition.Name);
        Assert.Equal(Definition, HoursDefinition.Named(Definition.Name));
        Assert.Equal(
            [PlacementKind.PrivateWageSubsidy, PlacementKind.PublicWageSubsidy],
            Definition.PlacementsNotCounted
        );
        Assert.Equal((60, 2, 37 * 60), (Definition.HourMinutes, Definition.PauseWeeks, Definition.WarnAboveMinutes));
    }

    [Fact]
    public void The_first_hour_is_reached_when_the_minutes_add_up_to_one()
    {
        Assert.Equal(Start.AddDays(7), Reached(30, 30)[MilestoneKind.FirstHour]);
        Assert.DoesNotContain(MilestoneKind.FirstHour, Reached(30, 29).Keys);
    }

    [Theory]
    [InlineData(MilestoneKind.ThreeHours, 3)]
    [InlineData(MilestoneKind.TenHours, 10)]
    [InlineData(MilestoneKind.TwentyHours, 20)]
    [InlineData(MilestoneKind.FullTime, 37)]
    public void A_weekly_mark_is_reached_at_its_hours_and_not_a_minute_before(MilestoneKind kind, int hours)
    {
        Assert.Equal(Start.AddDays(7), Reached(hours * 60 - 1, hours * 60)[kind]);
        Assert.DoesNotContain(kind, Reached(hours * 60 - 1).Keys);
    }

    [Fact]
    public void Thirteen_weeks_last_over_a_pause_of_two_weeks_which_does_not_count_itself()
    {
        int[] paused = [.. Enumerable.Repeat(60, 6), 0, 59, .. Enumerable.Repeat(60, 7)];
        int[] broken = [.. Enumerable.Repeat(60, 6), 0, 0, 0, .. Enumerable.Repeat(60, 12)];

        Assert.Equal(Start.AddDays(7 * 14), Reached(paused)[MilestoneKind.ThirteenWeeks]);
        Assert.DoesNotContain(MilestoneKind.ThirteenWeeks, Reached(broken).Keys);
        Assert.Equal(Start.AddDays(7 * 21), Reached([.. broken, 60])[MilestoneKind.ThirteenWeeks]);
    }

    [Fact]
    public void Full_time_in_the_register_is_full_time_a_week()
    {
        var month = new RegisterFact(Guid.Empty, "1", new DateOnly(2026, 3, 1), 9620, null, false);
        var weeks = CountedHours.ByWeek(Definition, new HoursFacts([], [], [], [month], []));

        Assert.Equal(4, weeks.Count);
        Assert.All(weeks.Values, minutes => Assert.Equal(37 * 60, minutes));
    }

    [Fact]
    public void Register_hours_at_the_employer_of_a_wage_subsidy_do_not_count()
    {
        var month = new RegisterFact(Guid.Empty, "1", new DateOnly(2026, 3, 1), 9620, null, false);
        var facts = new HoursFacts([Subsidy("1", new DateOnly(2026, 3, 31))], [], [], [month], []);
        var elsewhere = facts with { Placements = [Subsidy("2", new DateOnly(2026, 3, 31))] };
        var later = facts with { Placements = [Subsidy("1", new DateOnly(2026, 4, 1))] };

        Assert.Empty(CountedHours.ByWeek(Definition, facts));
        Assert.NotEmpty(CountedHours.ByWeek(Definition, elsewhere));
        Assert.NotEmpty(CountedHours.ByWeek(Definition, later));
    }

    [Fact]
    public void Register_hours_while_in_a_flex_job_do_not_count()
    {
        var month = new RegisterFact(Guid.Empty, "1", new DateOnly(2026, 3, 1), 9620, null, false);
        var flex = new GroupFact(Guid.Empty, "6.9", new DateOnly(2026, 3, 31), null);
        var facts = new HoursFacts([], [], [], [month], [flex]);

        Assert.Empty(CountedHours.ByWeek(Definition, facts));
        Assert.NotEmpty(
            CountedHours.ByWeek(Definition, facts with { Groups = [flex with { From = new DateOnly(2026, 4, 1) }] })
        );
        Assert.NotEmpty(CountedHours.ByWeek(Definition, facts with { Groups = [flex with { TargetGroup = "6.3" }] }));
    }

    [Fact]
    public void What_was_reported_stands_before_the_register_for_the_same_employer_and_month()
    {
        var month = new DateOnly(2026, 3, 1);
        var facts = new HoursFacts(
            [],
            [],
            [new ReportedFact(Guid.Empty, "1", new DateOnly(2026, 3, 9), 120)],
            [
                new RegisterFact(Guid.Empty, "1", month, 5200, null, false),
                new RegisterFact(Guid.Empty, "2", month, 520, null, false),
            ],
            []
        );

        var weeks = CountedHours.ByWeek(Definition, facts);

        Assert.Equal([120, 240, 120, 120], weeks.Values);
    }

    [Fact]
    public void Every_week_belongs_to_one_month_and_more_hours_never_lose_a_milestone()
    {
        Gen.Int[0, 5000]
            .Sample(n =>
            {
                var week = new DateOnly(2020, 1, 6).AddDays(7 * (n % 520));
                Assert.Contains(week, CountedHours.WeeksOf(CountedHours.MonthOf(week)));
            });
        Gen.Select(Gen.Int[0, 2400].Array[1, 60], Gen.Int[0, 59], Gen.Int[1, 600])
            .Sample(
                (minutes, at, more) =>
                {
                    int[] raised = [.. minutes];
                    raised[at % minutes.Length] += more;
                    var (before, after) = (Reached(minutes), Reached(raised));
                    foreach (var (kind, week) in before.Where(m => m.Key < MilestoneKind.ThirteenWeeks))
                        Assert.True(after[kind] <= week);
                }
            );
    }

    private static PlacementFact Subsidy(string cvr, DateOnly from) =>
        new(
            Guid.Empty,
            Guid.Empty,
            PlacementKind.PrivateWageSubsidy,
            PlacementState.Agreed,
            from,
            from.AddDays(60),
            cvr,
            "Firma",
            "Firma",
            0
        );

    private static IReadOnlyDictionary<MilestoneKind, DateOnly> Reached(params int[] minutes) =>
        Milestones.Reached(
            Definition,
            new SortedDictionary<DateOnly, int>(
                minutes.Index().ToDictionary(m => Start.AddDays(7 * m.Index), m => m.Item)
            )
        );
}
