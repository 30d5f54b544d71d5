using Virker.Casework.CoreElements;
using Virker.Casework.Plans;

namespace Virker.Casework.Tests.CoreElements;

public sealed class Elements_tests
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly ElementFacts Nothing = new([], [], [], [], [], []);

    private static readonly AgreementFact Agreement = new(
        Guid.Empty,
        Guid.Empty,
        Day.AddDays(-30),
        Day.AddDays(30),
        4,
        HasPaidTasks: true,
        HasMentor: false,
        [(Day.AddDays(-30), 120)],
        []
    );

    [Fact]
    public void With_nothing_recorded_all_six_are_missing()
    {
        var findings = Elements.On(Nothing, Day);

        Assert.Equal(CoreElement.All.Select(e => e.Code), findings.Select(f => f.Code));
        Assert.All(findings, f => Assert.Equal(ElementState.Missing, f.State));
    }

    [Theory]
    [InlineData(0, nameof(ElementState.InPlace))]
    [InlineData(-365, nameof(ElementState.InPlace))]
    [InlineData(-366, nameof(ElementState.Partly))]
    [InlineData(1, nameof(ElementState.Partly))]
    public void A_goal_is_fresh_for_a_year(int said, string state) =>
        Holds("FSM-1", state, Nothing with { Goals = [Day.AddDays(said), Day.AddDays(said - 900)] });

    [Theory]
    [InlineData(-91, null, nameof(ElementState.InPlace))]
    [InlineData(-92, null, nameof(ElementState.Partly))]
    [InlineData(0, -1, nameof(ElementState.Missing))]
    [InlineData(0, 0, nameof(ElementState.InPlace))]
    public void A_contact_talks_with_the_citizen(int talk, int? contactUntil, string state) =>
        Holds(
            "FSM-2",
            state,
            Nothing with
            {
                Contacts =
                [
                    new(Guid.Empty, Guid.Empty, Day.AddDays(-200), contactUntil is { } to ? Day.AddDays(to) : null),
                ],
                Talks = [new(Guid.Empty, Day.AddDays(talk), false)],
            }
        );

    [Fact]
    public void A_match_has_paid_tasks_or_hours_that_grow()
    {
        Holds("FSM-3", nameof(ElementState.InPlace), With(Agreement));
        var still = Agreement with { HasPaidTasks = false };
        Holds("FSM-3", nameof(ElementState.Partly), With(still));
        Holds(
            "FSM-3",
            nameof(ElementState.InPlace),
            With(still with { Steps = [.. Agreement.Steps, (Day.AddDays(5), 121)] })
        );
        Holds("FSM-3", nameof(ElementState.Missing), With(Agreement with { To = Day.AddDays(-1) }));
        Holds("FSM-3", nameof(ElementState.Missing), With(Agreement with { From = Day.AddDays(1) }));
    }

    [Fact]
    public void An_agreement_has_paid_hours_and_follow_up()
    {
        Holds("FSM-4", nameof(ElementState.InPlace), With(Agreement));
        Holds("FSM-4", nameof(ElementState.Partly), With(Agreement with { Steps = [(Day, 0)] }));
        Holds("FSM-4", nameof(ElementState.Partly), With(Agreement with { FollowUpWeeks = 0 }));
    }

    [Fact]
    public void Support_stands_on_resources_beside_something_aimed_at_a_job()
    {
        PlanFact mentor = new(Guid.Empty, PlanItemKind.Mentor, false, Day.AddDays(-5), null);
        PlanFact search = new(Guid.Empty, PlanItemKind.JobSearch, true, Day.AddDays(-5), Day);
        var named = Nothing with { Resources = [(Day.AddDays(-9), false), (Day.AddDays(-3), true)] };

        Holds("FSM-5", nameof(ElementState.InPlace), named with { Plan = [mentor, search] });
        Holds("FSM-5", nameof(ElementState.Partly), named with { Plan = [mentor] });
        Holds(
            "FSM-5",
            nameof(ElementState.Partly),
            named with
            {
                Plan = [mentor, search with { To = Day.AddDays(-1) }],
            }
        );
        Holds("FSM-5", nameof(ElementState.Partly), named);
        Holds("FSM-5", nameof(ElementState.Partly), Nothing with { Plan = [mentor] });
        // The newest assessment decides.
        Holds("FSM-5", nameof(ElementState.Missing), named with { Resources = [.. named.Resources, (Day, false)] });
    }

    [Theory]
    [InlineData(-28, nameof(ElementState.InPlace))]
    [InlineData(-29, nameof(ElementState.Partly))]
    public void A_placement_is_followed_up_within_its_rhythm(int last, string state)
    {
        var seen = Nothing with { Talks = [new(Guid.Empty, Day.AddDays(last), IsAtWorkplace: true)] };

        Holds("FSM-6", state, seen with { Agreements = [Agreement] });
        Holds("FSM-6", state, With(Agreement with { FollowedUpOn = [Day.AddDays(last)] }));
        Holds("FSM-6", state, With(Agreement with { From = Day.AddDays(last) }));
        // A conversation somewhere else is no follow-up at the workplace.
        Holds(
            "FSM-6",
            nameof(ElementState.Partly),
            With(Agreement) with
            {
                Talks = [new(Guid.Empty, Day, IsAtWorkplace: false)],
            }
        );
    }

    private static ElementFacts With(AgreementFact agreement) => Nothing with { Agreements = [agreement] };

    private static void Holds(string code, string state, ElementFacts facts) =>
        Assert.Equal(state, Elements.On(facts, Day).Single(f => f.Code == code).State.ToString());
}
