using Virker.Casework.Citizens;
using Virker.Casework.CoreElements;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;

namespace Virker.Casework.Tests.CoreElements;

/// <summary>Hand-made citizens in October 2026, by the rule and naively.</summary>
public sealed class MonthResult_tests
{
    private static readonly DateOnly October = new(2026, 10, 1);
    private static readonly ResultRule Rule = ResultRule.On(October);
    private static readonly HoursFacts NoHours = new([], [], [], [], []);

    private static readonly ResultFacts Somebody = new(
        new DateOnly(1980, 5, 5),
        [new(Guid.Empty, "6.3", new(2024, 1, 1), null, null)],
        [],
        NoHours
    );

    private static readonly HoursFacts RegisterHour = NoHours with
    {
        Register = [new(Guid.Empty, "1", October, 1, null, false)],
    };

    [Fact]
    public void The_rule_is_the_published_one()
    {
        Assert.Equal((15, 20, 30), (Rule.FirstPercent, Rule.SecondPercent, Rule.LeastAge));
        Assert.Equal([SpellEnd.Job, SpellEnd.Education], Rule.TouchedAfter);
        Assert.Equal([SpellEnd.MovedAway, SpellEnd.Died, SpellEnd.OldAgePension], Rule.LeavesBy);
    }

    [Fact]
    public void Without_hours_the_citizen_is_in_and_untouched() => Counts(MonthResult.Untouched, false, Somebody);

    [Theory]
    // A week belongs to the month of its Thursday.
    [InlineData("2026-09-28", true)]
    [InlineData("2026-09-21", false)]
    [InlineData("2026-10-26", true)]
    [InlineData("2026-11-02", false)]
    public void Any_paid_hour_in_the_month_counts(string week, bool counts) =>
        Counts(
            counts ? MonthResult.PaidHours : MonthResult.Untouched,
            counts,
            Somebody with
            {
                Hours = NoHours with { Reported = [new(Guid.Empty, "1", DateOnly.Parse(week, null), 15)] },
            }
        );

    [Fact]
    public void Register_hours_count_unless_nothing_was_reported_there()
    {
        Counts(MonthResult.PaidHours, true, Somebody with { Hours = RegisterHour });
        Counts(
            MonthResult.Untouched,
            false,
            Somebody with
            {
                Hours = RegisterHour with { Reported = [new(Guid.Empty, "1", new(2026, 10, 5), 0)] },
            }
        );
    }

    [Fact]
    public void Wage_subsidy_and_flex_job_count_naively_only()
    {
        PlacementFact subsidy = new(
            Guid.Empty,
            Guid.Empty,
            PlacementKind.PrivateWageSubsidy,
            PlacementState.Agreed,
            new(2026, 10, 31),
            new(2026, 12, 31),
            "1",
            "",
            "",
            0
        );
        Counts(MonthResult.Untouched, true, Somebody with { Hours = RegisterHour with { Placements = [subsidy] } });
        Counts(
            MonthResult.Untouched,
            true,
            Somebody with
            {
                Hours = RegisterHour with { Groups = [new(Guid.Empty, "6.9", new(2026, 10, 31), null)] },
            }
        );
    }

    [Fact]
    public void The_exempt_are_out_while_they_are_exempt_and_naively_in()
    {
        var whole = Somebody with { Exempt = [new(Guid.Empty, October, new(2026, 10, 31))], Hours = RegisterHour };
        Counts(MonthResult.Exempt, true, whole);
        Counts(MonthResult.Exempt, true, whole with { Exempt = [new(Guid.Empty, new(2020, 1, 1), null)] });
        // In for a day of the month.
        Counts(MonthResult.PaidHours, true, whole with { Exempt = [new(Guid.Empty, October, new(2026, 10, 30))] });
        Counts(MonthResult.PaidHours, true, whole with { Exempt = [new(Guid.Empty, new(2026, 10, 2), null)] });
        // Two times that meet.
        Counts(
            MonthResult.Exempt,
            true,
            whole with
            {
                Exempt = [new(Guid.Empty, October, new(2026, 10, 9)), new(Guid.Empty, new(2026, 10, 10), null)],
            }
        );
    }

    [Theory]
    [InlineData(SpellEnd.Job, nameof(MonthResult.LeftToJob))]
    [InlineData(SpellEnd.Education, nameof(MonthResult.LeftToEducation))]
    [InlineData(SpellEnd.FlexJob, nameof(MonthResult.Untouched))]
    [InlineData(SpellEnd.DisabilityPension, nameof(MonthResult.Untouched))]
    [InlineData(SpellEnd.OtherBenefit, nameof(MonthResult.Untouched))]
    [InlineData(SpellEnd.MovedAway, nameof(MonthResult.Outside))]
    [InlineData(SpellEnd.Died, nameof(MonthResult.Outside))]
    [InlineData(SpellEnd.OldAgePension, nameof(MonthResult.Outside))]
    public void What_one_left_to_decides(SpellEnd end, string expected)
    {
        var left = Somebody with { Spells = [new(Guid.Empty, "6.3", new(2024, 1, 1), new(2026, 9, 30), end)] };

        Assert.Equal(expected, Of(left).ToString());
        Assert.Null(MonthResults.Naive(Rule, left, October));
    }

    [Fact]
    public void A_job_counts_from_the_day_after_until_a_new_time_on_benefit()
    {
        SpellFact Left(int year, int month, int day) =>
            new(Guid.Empty, "6.3", new(2024, 1, 1), new(year, month, day), SpellEnd.Job);
        SpellFact Back(int year, int month, int day) => new(Guid.Empty, "6.2", new(year, month, day), null, null);

        Assert.Equal(MonthResult.LeftToJob, Of(Somebody with { Spells = [Left(2026, 10, 30)] }));
        Assert.Equal(MonthResult.Untouched, Of(Somebody with { Spells = [Left(2026, 10, 31)] }));
        Assert.Equal(MonthResult.LeftToJob, Of(Somebody with { Spells = [Left(2026, 1, 5), Back(2026, 10, 2)] }));
        Assert.Equal(MonthResult.Untouched, Of(Somebody with { Spells = [Left(2026, 1, 5), Back(2026, 10, 1)] }));
    }

    [Fact]
    public void One_comes_in_at_the_age_and_by_the_group_and_is_out_when_gone()
    {
        Assert.Equal(MonthResult.Untouched, Of(Somebody with { BornOn = new(1996, 10, 31) }));
        Assert.Equal(MonthResult.Outside, Of(Somebody with { BornOn = new(1996, 11, 1) }));
        Assert.Equal(
            MonthResult.Outside,
            Of(Somebody with { Spells = [new(Guid.Empty, "6.2", new(2024, 1, 1), null, null)] })
        );
        // Another group later takes nobody out.
        SpellFact first = new(Guid.Empty, "6.3", new(2020, 1, 1), new(2021, 1, 1), null);
        SpellFact moved = new(Guid.Empty, "6.2", new(2021, 1, 2), new(2026, 9, 30), SpellEnd.MovedAway);
        Assert.Equal(
            MonthResult.Untouched,
            Of(Somebody with { Spells = [first, moved with { To = null, End = null }] })
        );
        Assert.Equal(MonthResult.Outside, Of(Somebody with { Spells = [first, moved] }));
        // Back in the municipality.
        Assert.Equal(
            MonthResult.Untouched,
            Of(Somebody with { Spells = [first, moved, new(Guid.Empty, "6.3", new(2026, 10, 31), null, null)] })
        );
    }

    private static MonthResult Of(ResultFacts facts) =>
        MonthResults.Of(Rule, HoursDefinition.On(October), facts, October);

    private static void Counts(MonthResult expected, bool naive, ResultFacts facts)
    {
        Assert.Equal(expected, Of(facts));
        Assert.Equal(naive, MonthResults.Naive(Rule, facts, October));
    }
}
