using CsCheck;
using Virker.Casework.Cohorts;
using Virker.Effects.Practice;
using static Virker.Effects.Tests.Practice.MadeUpPractice;

namespace Virker.Effects.Tests.Practice;

/// <summary>Nobody can be found by taking one shown count from another.</summary>
public sealed class Suppression_tests
{
    [Fact]
    public void The_whole_less_the_shown_parts_is_nobody_or_enough() =>
        Gen.Select(Gen.Int[0, 40], Gen.Double[0, 1])
            .Select((people, share) => new GroupCount(people, (int)(people * share)))
            .Array[1, 8]
            .Sample(parts =>
            {
                var shown = Suppression.Shown(parts);
                Assert.All(shown, i => Assert.True(Suppression.IsLarge(parts[i])));
                GroupCount[] hidden = [.. parts.Where((_, i) => !shown.Contains(i))];
                int people = hidden.Sum(h => h.People);
                Assert.True(
                    shown.Count == 0 || people == 0 || Suppression.IsLarge(new(people, hidden.Sum(h => h.Had)))
                );
            });

    [Fact]
    public void A_small_part_takes_the_smallest_shown_one_with_it()
    {
        GroupCount[] parts = [new(40, 20), new(30, 10), new(12, 2)];
        Assert.Equal([0], Suppression.Shown(parts));
        Assert.Equal([0, 1, 2], Suppression.Shown([new(40, 20), new(30, 10), new(12, 6)]).Order());
        Assert.Empty(Suppression.Shown([new(40, 20), new(12, 2)]));
    }

    [Fact]
    public void Fewer_than_five_are_hidden_whether_they_had_it_or_not()
    {
        Assert.True(Suppression.IsLarge(new(10, 5)));
        Assert.False(Suppression.IsLarge(new(10, 4)));
        Assert.False(Suppression.IsLarge(new(10, 6)));
        Assert.False(Suppression.IsLarge(new(40, 0)));
        Assert.False(Suppression.IsLarge(new(40, 40)));
    }

    /// <summary>The attack: every two published groups of which one lies inside the other are taken from each other.</summary>
    [Fact]
    public void No_two_groups_of_a_review_differ_by_a_few_people()
    {
        var (hidden, shown) = (0, 0);
        for (ulong seed = 0; seed < 200; seed++)
        {
            // Small, so that much must be hidden.
            var result = Review(Municipality(seed, 60 + (int)seed, 0.1));
            List<GroupCount> wholes = result.InJob is { } inJob ? [new(result.People, inJob)] : [];
            foreach (var answer in result.Questions)
            {
                hidden += answer.Comparison?.With is null ? 1 : 0;
                if (answer.Comparison is { With: { } with, Without: { } without })
                {
                    var both = Sum([with, without]);
                    Assert.All(wholes, whole => Assert.All([with, without, both], part => AssertSafe(whole, part)));
                }

                GroupCount[] teams = [.. answer.Teams.Select(t => new GroupCount(t.People, t.Had))];
                Assert.All(teams, t => Assert.True(Suppression.IsLarge(t)));
                if (answer.Comparison is { With: not null, Without: not null } arms && teams.Length > 0)
                    AssertSafe(new(arms.With.People + arms.Without.People, arms.With.People), Sum(teams));
            }

            shown += result.Teams!.Count;
            Assert.All(result.Teams, t => Assert.Equal(Math.Round(t.Share, 2), t.Share));
            foreach (var team in result.Questions[0].Teams)
            {
                foreach (var other in result.Questions.SelectMany(q => q.Teams).Where(t => t.Team == team.Team))
                    Assert.False(Math.Abs(team.People - other.People) is > 0 and < Suppression.Least);
            }
        }

        Assert.True(hidden > 50, $"Only {hidden} were hidden: the attack was not tried.");
        Assert.True(shown > 50, $"Only {shown} teams were shown.");
    }

    [Fact]
    public void A_question_that_leaves_out_a_few_is_shown_without_its_counts()
    {
        IReadOnlyList<Course> courses = [.. Municipality(4, 600, 0.1).Select(c => c with { Beliefs = Given(c) })];
        Assert.NotNull(Of(courses).With);

        // Three of the six hundred have no belief recorded.
        courses = [.. courses.Take(3).Select(c => c with { Beliefs = [] }), .. courses.Skip(3)];
        var rounded = Of(courses);
        Assert.Equal((null, null, null), (rounded.With, rounded.Without, rounded.Raw));
        Assert.All([rounded.ShareWith, rounded.ShareWithout], s => Assert.Equal(Math.Round(s, 2), s));

        static PracticeComparison Of(IReadOnlyList<Course> courses) =>
            Review(courses).Questions.Single(q => q.Question == PracticeQuestion.Belief).Comparison!;

        static Casework.Beliefs.GivenBelief[] Given(Course course) =>
            [new(course.Contacts[^1].WorkerId, Before(20), 1 + course.CitizenId.ToByteArray()[0] % 90)];
    }

    [Fact]
    public void Belief_needs_five_workers_of_whom_none_gave_more_than_half()
    {
        var few = Review(Municipality(1, 600, 0.1, workers: 4));
        var belief = few.Questions.Single(q => q.Question == PracticeQuestion.Belief);
        Assert.Equal((null, WhyNot.TooFew), (belief.Comparison, belief.WhyNot));
        Assert.Empty(belief.Teams);
        Assert.All(belief.Quarters, q => Assert.Null(q.Share));

        var many = Review(Municipality(1, 600, 0.1)).Questions.Single(q => q.Question == PracticeQuestion.Belief);
        Assert.NotNull(many.Comparison);
        Assert.NotEmpty(many.Teams);
    }

    private static GroupCount Sum(IReadOnlyList<GroupCount> parts) =>
        new(parts.Sum(p => p.People), parts.Sum(p => p.Had));

    private static void AssertSafe(GroupCount whole, GroupCount part) =>
        Assert.True(Suppression.MayStandBeside(whole, part), $"{whole} less {part} leaves a few.");
}
