using CsCheck;
using Virker.Casework.Beliefs;

namespace Virker.Casework.Tests.Beliefs;

public sealed class GroupRule_tests
{
    private static readonly Guid[] Everyone = [.. Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7())];

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void A_group_needs_five(int workers, bool isShown) =>
        Assert.Equal(isShown, GroupRule.Shown([Team(0, workers)]).Contains(0));

    [Fact]
    public void A_team_of_five_with_a_part_of_four_shows_the_team_alone() =>
        Assert.Equal([0], GroupRule.Shown([Team(0, 5), Team(0, 4)]));

    [Fact]
    public void A_part_of_five_that_leaves_four_is_held_back() =>
        Assert.Equal([0], GroupRule.Shown([Team(0, 9), Team(0, 5)]));

    [Fact]
    public void The_whole_and_its_two_halves_are_shown() =>
        Assert.Equal([0, 1, 2], GroupRule.Shown([Team(0, 10), Team(0, 5), Team(5, 5)]).Order());

    [Fact]
    public void One_worker_with_more_than_half_of_the_records_is_a_group_of_one()
    {
        Dictionary<Guid, int> team = new(Team(0, 6)) { [Everyone[0]] = 6 };
        Assert.Empty(GroupRule.Shown([team]));
        team[Everyone[0]] = 5;
        Assert.Single(GroupRule.Shown([team]));
    }

    [Fact]
    public void Whatever_the_groups_no_difference_of_shown_ones_is_below_five() =>
        Gen.Select(Gen.Int[0, 25], Gen.Int[0, 20], (from, count) => Team(from, Math.Min(count, 30 - from)))
            .Array[1, 6]
            .Sample(groups =>
            {
                var shown = GroupRule.Shown(groups);
                foreach (int a in shown)
                {
                    Assert.True(groups[a].Count >= GroupRule.Least);
                    foreach (int b in shown)
                    {
                        int left = groups[a].Keys.Except(groups[b].Keys).Count();
                        Assert.True(left == 0 || left >= GroupRule.Least);
                    }
                }
            });

    private static Dictionary<Guid, int> Team(int from, int count) =>
        Everyone.Skip(from).Take(count).ToDictionary(w => w, _ => 1);
}
