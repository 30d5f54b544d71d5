using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Platform;

namespace Virker.Evidence.Tests.JobEffects;

public sealed class Entrance_tests
{
    [Fact]
    public void An_unknown_weight_code_is_named_and_never_taken_as_one()
    {
        var wrong = Assert.Throws<InvalidInputException>(() => Cell.Aggregate(Cell.Result(publication: "blog")));

        Assert.Equal(
            "the code blog has no weight for publication; known ones are top_journal, other_journal, not_in_journal",
            wrong.Text.En
        );
    }

    [Fact]
    public void An_unknown_target_group_is_named()
    {
        var wrong = Assert.Throws<InvalidInputException>(() =>
            Cell.Aggregate(new JobEffectQuery("NOBODY", Cell.Effort))
        );

        Assert.Contains("NOBODY", wrong.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_assessment_a_result_is_listed_and_does_not_enter()
    {
        var effect = Cell.Aggregate(Cell.Result() with { Quality = null });

        Assert.Equal(JobEffectConclusion.NoStudies, effect.Conclusion);
        Assert.Contains("C-13", Assert.Single(effect.KeptOut).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Opposite_directions_in_one_study_both_enter_and_share_its_limit()
    {
        var effect = Cell.Aggregate(Cell.Result("a"), Cell.Result("b", direction: Direction.Negative));

        Assert.Equal((0.5m, 0.5m), (effect.Stock.Positive, effect.Stock.Negative));
    }

    [Fact]
    public void A_result_reached_by_two_matching_nodes_enters_once()
    {
        var effect = Cell.Aggregate(Cell.Result(efforts: "ACT.BUS;ACT.BUS.PLACEMENT"));

        Assert.Equal(1m, Assert.Single(effect.Contributions).Contribution);
    }

    [Fact]
    public void Composite_and_child_at_once_counts_half()
    {
        var effect = Cell.Aggregate(Cell.Result(efforts: "ACT.BUS.PLACEMENT;ACT.EDU"));

        Assert.Equal(0.5m, Assert.Single(effect.Contributions).Contribution);
    }

    [Fact]
    public void A_result_for_a_wider_group_stays_out()
    {
        var effect = Cell.Aggregate(new JobEffectQuery(Cell.PartialGroup, Cell.Effort), Cell.Result(groups: "FAR.ALL"));

        Assert.Empty(effect.Contributions);
    }

    [Fact]
    public void Secondary_outcomes_count_only_when_asked_for()
    {
        var result = Cell.Result(outcome: "PROG");

        Assert.Empty(Cell.Aggregate(result).Contributions);
        Assert.Single(
            Cell.Aggregate(new JobEffectQuery(Cell.Group, Cell.Effort, Outcome: "PROG"), result).Contributions
        );
    }

    [Fact]
    public void Strict_reading_leaves_out_results_whose_significance_was_not_read()
    {
        var result = Cell.Result(significant: YesNoUnknown.Unknown);

        Assert.True(Assert.Single(Cell.Aggregate(result).Contributions).SignificanceNotRead);
        Assert.Empty(Cell.Aggregate(new JobEffectQuery(Cell.Group, Cell.Effort, Strict: true), result).Contributions);
    }

    [Theory]
    [InlineData(Direction.Mixed)]
    [InlineData(Direction.Unknown)]
    public void A_direction_that_is_mixed_or_unknown_is_counted_to_neither_side(Direction direction)
    {
        var effect = Cell.Aggregate(Cell.Result(direction: direction));

        Assert.Empty(effect.Contributions);
        Assert.Single(effect.KeptOut);
    }

    [Fact]
    public void Outside_the_OECD_nothing_enters()
    {
        Assert.Empty(Cell.Aggregate(Cell.Result(geography: "outside_oecd")).Contributions);
    }

    [Fact]
    public void The_choices_the_number_rests_on_are_named()
    {
        var effect = Cell.Aggregate(Cell.Result(geography: "nordic", publication: "other_journal"));

        Assert.Superset(
            new HashSet<string> { "C-03", "C-04", "C-06", "C-10" },
            effect.Choices.Select(c => c.Id).ToHashSet()
        );
    }
}
