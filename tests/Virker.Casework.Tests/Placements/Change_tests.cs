using CsCheck;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Rules;
using Virker.Tests;
using static Virker.Casework.Tests.Placements.PlacementHouse;

namespace Virker.Casework.Tests.Placements;

public sealed class Change_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Ending_ends_the_plan_line_and_settles_the_tasks(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var id = await house.Started();
        var end = house.Test.Get<EndPlacement>();

        var problems = await end.Execute(house.Test.Anna, id, null, "", null, default);
        var ended = await end.Execute(house.Test.Anna, id, NextMonday.AddDays(20), "Fik job", true, default);

        Assert.Equal(["on", "reason"], problems.Select(p => p.Field));
        Assert.Empty(ended);
        var read = await house.Read(id);
        Assert.Equal((PlacementState.Ended, true, "Fik job"), (read.State, read.WasHired, read.EndReason));
        Assert.False(read.IsRunning);
        await using var db = await house.Open();
        Assert.Equal(NextMonday.AddDays(20), (await db.PlanItems.SingleAsync(p => p.PlacementId == id)).EndedOn);
        Assert.All(await db.Tasks.ToListAsync(), t => Assert.Equal(house.Test.Anna.Id, t.DoneBy));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            end.Execute(house.Test.Anna, id, NextMonday.AddDays(21), "Igen", null, default)
        );
    }

    [Fact]
    public async Task Ended_before_its_first_day_it_is_cancelled_and_gives_the_place_back()
    {
        await using var house = await On(DatabaseProvider.Sqlite, employees: 400);
        var id = await house.Started(house.Terms() with { WeeklyMinutes = 37 * 60 });
        await house
            .Test.Get<EndPlacement>()
            .Execute(house.Test.Anna, id, NextMonday.AddDays(-1), "Fortrudt", false, default);

        Assert.Equal(PlacementState.Cancelled, (await house.Read(id)).State);
        var other = await house.Citizen("3113800002");
        Assert.NotNull((await house.Start(house.Terms(), other)).Id);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Extending_asks_the_rules_again_and_keeps_what_they_said_both_times(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var id = await house.Started();
        var extend = house.Test.Get<ExtendPlacement>();
        var to = NextMonday.AddDays(7 * 26 - 1);

        var noReason = await extend.Execute(house.Test.Anna, id, to, " ", false, null, default);
        var tooLong = await extend.Execute(
            house.Test.Anna,
            id,
            to.AddDays(1),
            "Ida har brug for tid",
            false,
            null,
            default
        );
        var extended = await extend.Execute(house.Test.Anna, id, to, "Ida har brug for tid", false, null, default);
        var special = await extend.Execute(
            house.Test.Anna,
            id,
            to.AddDays(7 * 13),
            "Helt særligt behov",
            true,
            null,
            default
        );

        Assert.Contains(noReason.Problems, p => p.Field == "extension");
        Assert.Contains(tooLong.Messages, m => m is { RuleId: "VP-EXT-01", Level: RuleLevel.Block });
        Assert.Equal(id, extended.Id);
        Assert.Contains(extended.Messages, m => m is { RuleId: "VP-EXT-01", Level: RuleLevel.Inform });
        Assert.Equal(to.AddDays(7 * 13), (await house.Read(id)).To);
        Assert.Contains(
            special.Messages,
            m => m is { RuleId: "VP-EXT-02", Level: RuleLevel.Inform } or { Level: RuleLevel.Block }
        );
        var checks = (await house.Read(id)).Checks;
        Assert.Equal([CheckedFor.Start, CheckedFor.Extension, CheckedFor.Extension], checks.Select(c => c.For));
        await using var db = await house.Open();
        Assert.Equal((await house.Read(id)).To, (await db.PlanItems.SingleAsync(p => p.PlacementId == id)).To);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Paid_hours_are_agreed_anew_and_stand_beside_what_was_reported(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var id = await house.Started();
        var change = house.Test.Get<ChangePaidHours>();
        HoursStep[] steps = [new(NextMonday, 120), new(NextMonday.AddDays(14), 300)];

        var outside = await change.Execute(house.Test.Anna, id, [new(NextMonday.AddDays(-1), 60)], default);
        var twice = await change.Execute(house.Test.Anna, id, [steps[0], steps[0]], default);
        var changed = await change.Execute(house.Test.Anna, id, steps, default);

        Assert.Equal(["steps", "steps"], outside.Concat(twice).Select(p => p.Field));
        Assert.Empty(changed);
        house.Test.Clock.Advance(TimeSpan.FromDays(23));
        await house
            .Test.Get<ReportHours>()
            .Execute(
                house.Test.Anna,
                house.Ida,
                "10000001",
                [new(NextMonday, 120), new(NextMonday.AddDays(7), 90)],
                default
            );
        var read = await house.Read(id);
        Assert.Equal(steps, read.Steps);
        Assert.Equal([(120, 120), (120, 90), (300, (int?)null)], read.Weeks.Select(w => (w.Agreed, w.Reported)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_statement_settles_its_task(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var id = await house.Started(house.Terms() with { HasStatement = false, WarningsAnswer = "Den er på vej." });

        await house.Test.Get<RecordStatement>().Execute(house.Test.Anna, id, default);

        Assert.True((await house.Read(id)).HasStatement);
        await using var db = await house.Open();
        Assert.NotNull((await db.Tasks.SingleAsync(t => t.Kind == TaskKind.Statement)).DoneAt);
        Assert.Null((await db.Tasks.SingleAsync(t => t.Kind == TaskKind.PlacementFollowUp)).DoneAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_plan_without_anything_aimed_at_a_job_says_so_until_something_is(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var read = house.Test.Get<ReadPlan>();
        var before = await read.Execute(house.Test.Anna, house.Ida, default);
        var wrong = await house
            .Test.Get<AddPlanItem>()
            .Execute(
                house.Test.Anna,
                house.Ida,
                new(PlanItemKind.Course, " ", NextMonday, NextMonday.AddDays(-1)),
                default
            );
        await house.Started();
        var after = await read.Execute(house.Test.Anna, house.Ida, default);

        Assert.True(before.LacksJob);
        Assert.Equal("FAR.ALL", before.EvidenceGroup);
        Assert.Equal(["title", "to"], wrong.Select(p => p.Field));
        Assert.False(after.LacksJob);
        var mentor = after.Now.Single(l => l.Kind == PlanItemKind.Mentor);
        var end = house.Test.Get<EndPlanItem>();
        Assert.Equal(
            ["on", "reason"],
            (await end.Execute(house.Test.Anna, house.Ida, mentor.Id, null, "", default)).Select(p => p.Field)
        );
        Assert.Empty(
            await end.Execute(
                house.Test.Anna,
                house.Ida,
                mentor.Id,
                new DateOnly(2026, 11, 1),
                "Ikke brug for mere",
                default
            )
        );
        Assert.Equal(mentor.Id, Assert.Single((await read.Execute(house.Test.Anna, house.Ida, default)).Earlier).Id);
        var placement = after.Now.Single(l => l.PlacementId is not null);
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            end.Execute(house.Test.Anna, house.Ida, placement.Id, NextMonday, "x", default)
        );
    }

    [Fact]
    public void Hours_grow_from_the_start_to_the_goal_and_never_fall()
    {
        Gen.Select(Gen.Int[1, 104], Gen.Int[0, 37 * 60], Gen.Int[0, 37 * 60])
            .Sample(
                (weeks, a, b) =>
                {
                    var (start, goal) = (Math.Min(a, b), Math.Max(a, b));
                    var to = NextMonday.AddDays(7 * weeks - 1);
                    var steps = PaidHoursGrowth.Steps(NextMonday, to, start, goal);
                    if (goal == 0)
                    {
                        Assert.Empty(steps);
                        return;
                    }

                    Assert.Equal(goal, steps[^1].WeeklyMinutes);
                    Assert.All(steps, s => Assert.InRange(s.From, NextMonday, to));
                    for (int i = 1; i < steps.Count; i++)
                    {
                        Assert.True(steps[i].WeeklyMinutes > steps[i - 1].WeeklyMinutes);
                        Assert.True(steps[i].From > steps[i - 1].From);
                    }
                }
            );
    }
}
