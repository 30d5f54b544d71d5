using Virker.Effects.Practice;
using Virker.Statistics.Randomness;
using static Virker.Effects.Tests.Practice.MadeUpPractice;

namespace Virker.Effects.Tests.Practice;

/// <summary>How it went in each team, its citizens made like everybody's.</summary>
public sealed class Team_outcome_tests
{
    /// <summary>The young get a job two times in five and the others one in five, in every team; one team has nearly
    /// only young ones.</summary>
    [Fact]
    public void A_team_is_not_praised_for_the_citizens_it_was_given()
    {
        TeamRow[] rows =
        [
            .. Team("Nord", young: 180, jobsOfYoung: 72, old: 20, jobsOfOld: 4),
            .. Team("Syd", young: 20, jobsOfYoung: 8, old: 180, jobsOfOld: 36),
        ];
        // As they are 38 and 22 percent; all together 30.
        Assert.Equal([new("Nord", 200, 0.3), new TeamOutcome("Syd", 200, 0.3)], CompareTeams.Of(rows, []));
    }

    [Fact]
    public void A_team_where_more_is_done_stands_out()
    {
        TeamRow[] rows =
        [
            .. Team("Nord", young: 100, jobsOfYoung: 60, old: 100, jobsOfOld: 40),
            .. Team("Syd", young: 100, jobsOfYoung: 30, old: 100, jobsOfOld: 10),
        ];
        // 100 came where 70 were to be expected, and 40: of 35 in a hundred 50 and 20.
        Assert.Equal([new("Nord", 200, 0.5), new TeamOutcome("Syd", 200, 0.2)], CompareTeams.Of(rows, []));
    }

    [Fact]
    public void Few_in_jobs_hide_a_team_and_whoever_would_give_it_away()
    {
        TeamRow[] rows =
        [
            .. Team("Nord", young: 100, jobsOfYoung: 60, old: 100, jobsOfOld: 40),
            .. Team("Syd", young: 100, jobsOfYoung: 30, old: 100, jobsOfOld: 10),
            .. Team("Vest", young: 10, jobsOfYoung: 3, old: 12, jobsOfOld: 1),
        ];
        Assert.Equal("Syd", Assert.Single(CompareTeams.Of(rows, [])).Team ?? "", ignoreCase: false);
    }

    [Fact]
    public void A_team_that_is_a_counted_group_but_for_a_few_is_left_out()
    {
        TeamRow[] rows =
        [
            .. Team("Nord", young: 100, jobsOfYoung: 60, old: 100, jobsOfOld: 40),
            .. Team("Syd", young: 100, jobsOfYoung: 30, old: 100, jobsOfOld: 10),
            .. Team("Vest", young: 100, jobsOfYoung: 30, old: 100, jobsOfOld: 10),
        ];
        HashSet<Guid> nord = [.. rows.Where(r => r.Team == "Nord").Select(r => r.Citizen)];
        Assert.Equal(["Nord", "Syd", "Vest"], CompareTeams.Of(rows, [nord]).Select(t => t.Team));
        // One citizen of Nord is not in the group whose jobs are counted elsewhere.
        HashSet<Guid> butOne = [.. nord.Skip(1)];
        Assert.Equal(["Syd", "Vest"], CompareTeams.Of(rows, [butOne]).Select(t => t.Team));
        HashSet<Guid> andOne = [.. nord, rows[^1].Citizen];
        Assert.Equal(["Syd", "Vest"], CompareTeams.Of(rows, [andOne]).Select(t => t.Team));
    }

    [Fact]
    public void Without_jobs_nothing_is_to_be_expected_of_anybody() =>
        Assert.Empty(CompareTeams.Of([.. Team("Nord", young: 50, jobsOfYoung: 0, old: 50, jobsOfOld: 0)], []));

    /// <summary>With chance alone a team lies outside the limits of 95 percent about one time in twenty.</summary>
    [Fact]
    public void Chance_alone_keeps_teams_within_the_limits()
    {
        var (teams, outside) = (0, 0);
        for (ulong seed = 0; seed < 100; seed++)
        {
            var source = new SeededSource(seed);
            TeamRow[] rows =
            [
                .. Enumerable
                    .Range(0, 800)
                    .Select(i =>
                    {
                        // Teams differ in whom they have, and in nothing else.
                        bool isYoung = source.Uniform() < 0.2 + 0.15 * (i % 4);
                        return Row(
                            $"Team {i % 4}",
                            isYoung,
                            source.Uniform() < (isYoung ? 0.4 : 0.2),
                            source.Uniform()
                        );
                    }),
            ];
            double all = rows.Count(r => r.Row.IsInJob) / 800.0;
            foreach (var team in CompareTeams.Of(rows, []))
            {
                var (low, high) = Virker.Statistics.Monitoring.FunnelLimits.Of(all, team.People, 0.95);
                teams++;
                outside += team.Share < low || team.Share > high ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{outside} of {teams} outside");
        Assert.Equal(400, teams);
        Assert.InRange(outside, 0, 28);
    }

    private static IEnumerable<TeamRow> Team(string team, int young, int jobsOfYoung, int old, int jobsOfOld) =>
        [
            .. Enumerable.Range(0, young).Select(i => Row(team, true, i < jobsOfYoung, 0)),
            .. Enumerable.Range(0, old).Select(i => Row(team, false, i < jobsOfOld, 0)),
        ];

    private static TeamRow Row(string team, bool isYoung, bool isInJob, double chance) =>
        new(
            team,
            Guid.CreateVersion7(),
            new(false, isInJob, Worker(1), isYoung ? 25 : 50, 50 + 20 * chance, 0, "6.3", null)
        );
}
