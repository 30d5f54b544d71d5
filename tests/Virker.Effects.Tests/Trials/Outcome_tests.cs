using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Casework.Progress;
using Virker.Effects.Trials;

namespace Virker.Effects.Tests.Trials;

/// <summary>What counts as an outcome, for a citizen who drew on Wednesday 4 November 2026 and is followed four weeks:
/// Monday 9 November to Sunday 6 December, known for good after 17 January 2027.</summary>
public sealed class Outcome_tests
{
    private static readonly DateOnly On = new(2026, 11, 4);
    private static readonly DateOnly Known = new(2027, 1, 18);

    [Fact]
    public void Nothing_is_known_before_the_last_report_can_have_come()
    {
        Assert.Equal(Known, TrialAnalysis.KnownAfter(On, 4).AddDays(1));
        foreach (var kind in Enum.GetValues<OutcomeKind>())
            Assert.Null(TrialAnalysis.Outcome(kind, Person([600, 600, 600, 600]), 4, Known.AddDays(-1)));
    }

    [Theory]
    [InlineData(OutcomeKind.AnyPaidHour, new[] { 0, 59, 0, 0 }, 0.0)]
    [InlineData(OutcomeKind.AnyPaidHour, new[] { 0, 60, 0, 0 }, 1.0)]
    [InlineData(OutcomeKind.PaidHours, new[] { 30, 60, 0, 90 }, 3.0)]
    [InlineData(OutcomeKind.InPaidHours, new[] { 0, 0, 0, 60 }, 1.0)]
    [InlineData(OutcomeKind.LeftToJob, new[] { 600, 600, 600, 600 }, 0.0)]
    public void Hours_count_by_the_definition(OutcomeKind kind, int[] minutes, double outcome) =>
        Assert.Equal(outcome, TrialAnalysis.Outcome(kind, Person(minutes), 4, Known));

    [Fact]
    public void In_paid_hours_looks_at_the_last_four_weeks_only() =>
        Assert.Equal(
            0,
            TrialAnalysis.Outcome(OutcomeKind.InPaidHours, Person([600, 0, 0, 0, 0]), 5, new DateOnly(2027, 6, 1))
        );

    [Theory]
    [InlineData(SpellEnd.Job, 32, 1.0)]
    [InlineData(SpellEnd.Job, 33, 0.0)]
    [InlineData(SpellEnd.Education, 3, 0.0)]
    [InlineData(SpellEnd.FlexJob, 3, 0.0)]
    [InlineData(SpellEnd.MovedAway, 32, null)]
    [InlineData(SpellEnd.Died, 3, null)]
    [InlineData(SpellEnd.MovedAway, 33, 0.0)]
    public void Ways_out_count_in_the_window(SpellEnd to, int days, double? outcome) =>
        Assert.Equal(
            outcome,
            TrialAnalysis.Outcome(
                OutcomeKind.LeftToJob,
                Person([0, 0, 0, 0]) with
                {
                    Left = [(to, On.AddDays(days))],
                },
                4,
                Known
            )
        );

    [Fact]
    public void Who_had_the_hour_before_moving_away_had_it_and_the_sum_is_unknown()
    {
        var moved = Person([60, 0, 0, 0]) with { Left = [(SpellEnd.MovedAway, On.AddDays(20))] };
        Assert.Equal(1, TrialAnalysis.Outcome(OutcomeKind.AnyPaidHour, moved, 4, Known));
        Assert.Null(TrialAnalysis.Outcome(OutcomeKind.PaidHours, moved, 4, Known));
    }

    [Fact]
    public void The_unknown_widen_the_result_and_are_not_left_out_in_silence()
    {
        var plan = TrialHouse.Plan with { Weeks = 4, Secondary = [] };
        TrialPerson[] people =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i => new TrialPerson(
                    i % 2 == 0 ? Arm.Treatment : Arm.Usual,
                    Person([i % 3 == 0 ? 60 : 0, 0, 0, 0]) with
                    {
                        Left = i is 1 or 2 ? [(SpellEnd.MovedAway, On.AddDays(10))] : [],
                    }
                )),
        ];
        var result = TrialAnalysis.Of(plan, people, Known)!;
        Assert.Equal((20, 20), (result.Drawn.Treatment, result.Drawn.Usual));
        Assert.Equal((19, 19), (result.Primary.Known.Treatment, result.Primary.Known.Usual));
        Assert.True(result.Primary.WorstCase!.Low < result.Primary.Plain.Value);
        Assert.True(result.Primary.WorstCase.High > result.Primary.Plain.Value);
        // Kept as text and read again, every digit is there.
        Assert.Equivalent(result, TrialResult.Read(result.Write()), strict: true);
        Assert.Null(TrialAnalysis.Of(plan, people[..8], Known));
    }

    /// <summary>Followed for twenty weeks, to Sunday 28 March 2027: a measurement counts from 30 November on.</summary>
    [Theory]
    [InlineData(new[] { 10, 100 }, 3.5)]
    [InlineData(new[] { 26 }, 2.5)]
    [InlineData(new[] { 25 }, null)]
    [InlineData(new[] { 144, 145 }, 2.5)]
    [InlineData(new int[0], null)]
    public void Progress_is_the_last_measurement_before_the_window_ends(int[] days, double? outcome)
    {
        var measured = Person(new int[20]) with
        {
            Levels = [.. days.Select((day, i) => new OwnLevel(On.AddDays(day), 2.5 + i))],
        };
        Assert.Equal(outcome, TrialAnalysis.Outcome(OutcomeKind.Progress, measured, 20, new DateOnly(2027, 6, 1)));
    }

    [Fact]
    public void Unmeasured_progress_could_have_been_any_step_from_one_to_five()
    {
        var plan = TrialHouse.Plan with { Weeks = 4, Primary = OutcomeKind.Progress, Secondary = [] };
        TrialPerson[] people =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i => new TrialPerson(
                    i % 2 == 0 ? Arm.Treatment : Arm.Usual,
                    Person([0, 0, 0, 0]) with
                    {
                        Levels = i < 2 ? [] : [new OwnLevel(On.AddDays(20), i % 2 == 0 ? 3 : 2.5)],
                    }
                )),
        ];
        var result = TrialAnalysis.Of(plan, people, Known)!;
        Assert.Equal(
            (19, 19, 0.5),
            (result.Primary.Known.Treatment, result.Primary.Known.Usual, result.Primary.Plain.Value)
        );
        Assert.Null(result.Primary.Events);
        // One in twenty of each arm, at the ends of the steps: 1 against 5, and 5 against 1.
        Assert.Equal((19 * 3 + 1) / 20.0 - (19 * 2.5 + 5) / 20, result.Primary.WorstCase!.Low, 1e-12);
        Assert.Equal((19 * 3 + 5) / 20.0 - (19 * 2.5 + 1) / 20, result.Primary.WorstCase.High, 1e-12);
    }

    private static Followed Person(int[] minutes) => new(Guid.CreateVersion7(), On, minutes, 0, 52, 40, [], [], []);
}
