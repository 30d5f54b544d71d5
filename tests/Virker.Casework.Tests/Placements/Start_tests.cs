using Microsoft.EntityFrameworkCore;
using Virker.Casework.Night;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Audit;
using Virker.Platform.Storage;
using Virker.Rules;
using Virker.Tests;
using static Virker.Casework.Tests.Placements.PlacementHouse;

namespace Virker.Casework.Tests.Placements;

public sealed class Start_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_internship_with_paid_hours_is_agreed_with_plan_line_tasks_and_the_rules_words(
        DatabaseProvider provider
    )
    {
        await using var house = await On(provider);

        var result = await house.Start(house.Terms());

        Assert.Empty(result.Problems);
        Assert.All(result.Messages, m => Assert.Equal(RuleLevel.Inform, m.Level));
        var read = await house.Read(Assert.NotNull(result.Id));
        Assert.Equal(PlacementState.Agreed, read.State);
        Assert.Equal((NextMonday, NextMonday.AddDays(90)), (read.From, read.To));
        Assert.Equal([180, 330, 450, 600], read.Steps.Select(s => s.WeeklyMinutes));
        Assert.Equal([0, 21, 42, 63], read.Steps.Select(s => s.From.DayNumber - NextMonday.DayNumber));
        Assert.Equal(6, read.AgreedFollowUps.Count());
        var check = Assert.Single(read.Checks);
        Assert.Equal(result.Messages.Select(m => (m.RuleId, m.Text)), check.Messages.Select(m => (m.RuleId, m.Text)));
        Assert.All(check.Messages, m => Assert.NotEmpty(m.Trace));
        Assert.Equal(
            (10m, 0m, YesNo.No),
            (check.Facts.OrdinaryEmployees, check.Facts.SupportedThere, check.Facts.PlanIsJobDirected)
        );
        Assert.Equal((19, 46, PlanState.MyPlan), (check.Facts.MonthsOnBenefit, check.Facts.Age, check.Facts.Plan));
        Assert.NotEmpty(read.Keeps);
        await using var db = await house.Open();
        var line = await db.PlanItems.SingleAsync(p => p.PlacementId == read.Id);
        Assert.True(line is { IsJobDirected: true, Kind: PlanItemKind.Placement, Intervention: "ACT.BUS.PLACEMENT" });
        var task = await db.Tasks.SingleAsync();
        Assert.Equal(
            (TaskKind.PlacementFollowUp, NextMonday.AddDays(14), house.Test.Anna.Id),
            (task.Kind, task.Due, task.OwnerId)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_night_makes_no_second_task_of_the_same_deadline(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        await house.Started(
            house.Terms() with
            {
                HasStatement = false,
                WarningsAnswer = "Erklæringen kommer i morgen.",
            }
        );

        var made = await house.Test.Get<MakeTasks>().Execute(house.Test.Here, default);

        await using var db = await house.Open();
        var tasks = await db.Tasks.Where(t => t.CitizenId == house.Ida).Select(t => t.Kind).ToListAsync();
        Assert.Equal([TaskKind.PlacementFollowUp, TaskKind.Statement], tasks.Order());
        Assert.Equal(new TasksMade(0, 0), made);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_placement()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var terms = house.Terms();

        var first = await house.Start(terms);
        var second = await house.Start(terms);

        Assert.Equal(first.Id, second.Id);
        await using var db = await house.Open();
        Assert.Equal(1, await db.Placements.CountAsync());
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "placement.start"));
    }

    [Theory]
    [InlineData("6.3", 13, null)]
    [InlineData("6.3", 14, "VP-DUR-03")]
    [InlineData("6.2", 4, null)]
    [InlineData("6.2", 5, "VP-DUR-01")]
    public async Task The_length_is_blocked_above_the_groups_limit_and_nothing_is_saved(
        string group,
        int weeks,
        string? rule
    )
    {
        await using var house = await On(DatabaseProvider.Sqlite, group);

        var result = await house.Start(house.Terms(weeks: weeks));

        Assert.Equal(rule, result.Messages.FirstOrDefault(m => m.Level == RuleLevel.Block)?.RuleId);
        Assert.Equal(rule is null, result.Id is not null);
        await using var db = await house.Open();
        Assert.Equal(rule is null, await db.Placements.AnyAsync());
    }

    [Fact]
    public async Task A_warning_needs_an_answer_which_is_kept_and_logged()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var terms = house.Terms() with { HasStatement = false };

        var refused = await house.Start(terms);
        var blank = await house.Start(terms with { WarningsAnswer = "  " });
        var answered = await house.Start(terms with { WarningsAnswer = " Erklæringen kommer i morgen. " });

        Assert.Null(refused.Id);
        Assert.Equal(["answer"], refused.Problems.Select(p => p.Field));
        Assert.Equal("RAT-07", Assert.Single(refused.Messages, m => m.Level == RuleLevel.Warn).RuleId);
        Assert.Null(blank.Id);
        var read = await house.Read(Assert.NotNull(answered.Id));
        Assert.Equal("Erklæringen kommer i morgen.", read.Checks[0].Answer);
        await using var db = await house.Open();
        var line = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "placement.start");
        Assert.Equal("Erklæringen kommer i morgen.", line.Why);
    }

    [Fact]
    public async Task Without_a_plan_the_first_offer_is_blocked()
    {
        await using var house = await On(DatabaseProvider.Sqlite, hasPlan: false);

        var blocked = await house.Start(house.Terms());
        await house
            .Test.Get<AddPlanItem>()
            .Execute(house.Test.Anna, house.Ida, new(PlanItemKind.JobSearch, "Søge job", NextMonday), default);
        var started = await house.Start(house.Terms());

        Assert.Contains(blocked.Messages, m => m is { RuleId: "PLAN-01", Level: RuleLevel.Block });
        Assert.NotNull(started.Id);
    }

    [Fact]
    public async Task The_rules_are_those_of_the_first_day()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var warned = await house.Start(house.Terms() with { From = new DateOnly(2027, 1, 4) });
        var before = await house.Start(house.Terms() with { From = new DateOnly(2026, 12, 28) });

        Assert.Null(warned.Id);
        Assert.Contains(warned.Messages, m => m.Level == RuleLevel.Warn);
        Assert.NotNull(before.Id);
    }

    [Fact]
    public async Task What_is_missing_stands_beside_its_field()
    {
        await using var house = await On(DatabaseProvider.Sqlite);

        var result = await house.Start(
            house.Terms() with
            {
                Purpose = null,
                Tasks = " ",
                PaidTasks = null,
                FollowUpWeeks = 0,
                WeeklyMinutes = null,
            }
        );

        Assert.Null(result.Id);
        Assert.Equal(["purpose", "hours", "paidTasks", "tasks", "followUp"], result.Problems.Select(p => p.Field));
        Assert.Contains(result.Messages, m => m is { RuleId: "VP-PUR-01", Level: RuleLevel.Block });
        var noPeriod = await house.Start(house.Terms() with { From = null, Weeks = 0 });
        Assert.Equal(["from"], noPeriod.Problems.Select(p => p.Field));
    }

    [Fact]
    public async Task Paid_hours_alone_need_no_tasks_of_their_own_nor_a_statement()
    {
        await using var house = await On(DatabaseProvider.Sqlite, hasPlan: false);

        var id = await house.Started(
            house.Terms(weeks: 26) with
            {
                Kind = PlacementKind.PaidHours,
                Tasks = null,
                HasStatement = false,
            }
        );

        Assert.Equal(0, (await house.Read(id)).WeeklyMinutes);
    }

    [Fact]
    public async Task Weeks_spent_at_the_workplace_before_count_and_two_at_once_are_refused()
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var first = await house.Started(house.Terms(weeks: 10));
        var again = await house.Start(house.Terms(weeks: 3));
        await house
            .Test.Get<EndPlacement>()
            .Execute(house.Test.Anna, first, NextMonday.AddDays(27), "Pause", null, default);

        var later = house.Terms(weeks: 10) with { From = NextMonday.AddDays(28) };
        var tooLong = await house.Start(later);
        var fits = await house.Start(later with { Weeks = 9 });

        Assert.Equal(["from"], again.Problems.Select(p => p.Field));
        Assert.Contains(tooLong.Messages, m => m is { RuleId: "VP-DUR-03", Level: RuleLevel.Block });
        Assert.NotNull(fits.Id);
        Assert.Equal(28, (await house.Read(fits.Id.Value)).Checks[0].Facts.DaysHereBefore);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_last_place_at_a_workplace_goes_to_one_of_those_who_ask_at_once(DatabaseProvider provider)
    {
        await using var house = await On(provider, employees: 400);
        Guid[] citizens =
        [
            house.Ida,
            await house.Citizen("3113800002"),
            await house.Citizen("3113800003"),
            await house.Citizen("3113800004"),
        ];

        var results = await Task.WhenAll(
            citizens.Select(c => Task.Run(() => house.Start(house.Terms() with { WeeklyMinutes = 30 * 60 }, c)))
        );

        Assert.Single(results, r => r.Id is not null);
        Assert.All(
            results.Where(r => r.Id is null),
            r => Assert.Contains(r.Messages, m => m is { RuleId: "RAT-03", Level: RuleLevel.Block })
        );
        await using var db = await house.Open();
        Assert.Equal(1, await db.Placements.CountAsync());
        Assert.Null((await house.Test.Get<VerifyAudit>().Execute(house.Test.Here, default)).BrokenAt);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipalitys_worker_reaches_neither_citizen_workplace_nor_placement(
        DatabaseProvider provider
    )
    {
        await using var house = await On(provider);
        var id = await house.Started();
        var test = house.Test;

        await Assert.ThrowsAsync<InvalidInputException>(() =>
            test.Get<StartPlacement>().Execute(test.Stranger, house.Ida, house.Terms(), default)
        );
        Assert.Null(await test.Get<ReadPlacement>().Execute(test.Stranger, id, default));
        Assert.Null(await test.Get<PreparePlacement>().Execute(test.Stranger, house.Ida, house.Workplace, default));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            test.Get<EndPlacement>().Execute(test.Stranger, id, NextMonday, "x", null, default)
        );
    }

    [Theory]
    [InlineData("6.3", 13)]
    [InlineData("6.2", 4)]
    public async Task The_form_begins_with_what_the_rules_allow(string group, int weeks)
    {
        await using var house = await On(DatabaseProvider.Sqlite, group);

        var start = await house
            .Test.Get<PreparePlacement>()
            .Execute(house.Test.Anna, house.Ida, house.Workplace, default);

        Assert.NotNull(start);
        Assert.Equal((NextMonday, weeks, 2), (start.Terms.From, start.Terms.Weeks, start.Terms.FollowUpWeeks));
        Assert.Equal(("Karl Køkken", true, 10m), (start.Terms.MentorName, start.HasPlan, start.Employees));
    }
}
