using CsCheck;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Conversations;
using Virker.Casework.Employers;
using Virker.Casework.Night;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Tasks;

public sealed class Make_tasks_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_placement_is_followed_up_by_its_rhythm_from_the_last_time(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await house.Placement(await house.Citizen(), house.Today.AddDays(-28));
        await house.MakeTasks();
        var first = Assert.Single(await house.OpenTasks());
        Assert.Equal((TaskKind.PlacementFollowUp, house.Today), (first.Kind, first.Due));

        house.Test.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(new TasksMade(0, 0), await house.MakeTasks());
        await house.Get<FinishTask>().Execute(house.Anna, first.Id, true, default);
        Assert.Equal(new TasksMade(1, 0), await house.MakeTasks());

        Assert.Equal(house.Today.AddDays(28), Assert.Single(await house.OpenTasks()).Due);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_night_asks_as_many_questions_for_one_citizen_as_for_twenty(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await house.Placement(await house.Citizen(), house.Today.AddDays(-28));
        await house.MakeTasks();
        int one = await CountedQueries.Of(house.MakeTasks);
        for (int i = 0; i < 20; i++)
            await house.Placement(await house.Citizen($"Nr {i}"), house.Today.AddDays(-28));
        Assert.Equal(new TasksMade(20, 0), await house.MakeTasks());

        Assert.Equal(one, await CountedQueries.Of(house.MakeTasks));
        Assert.InRange(one, 1, 12);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task To_talk_at_the_workplace_is_to_follow_up(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await house.Placement(citizen, house.Today.AddDays(-28));
        await house.MakeTasks();

        await house.Hold(
            citizen,
            new(
                Guid.CreateVersion7(),
                ConversationKind.AtWorkplace,
                ConversationState.Held,
                house.Today,
                CitizenWords: "Godt"
            )
        );

        Assert.Empty(await house.OpenTasks());
        await house.MakeTasks();
        Assert.Equal(house.Today.AddDays(28), Assert.Single(await house.OpenTasks()).Due);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_placement_ends_is_said_fourteen_days_before_and_no_earlier(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var placement = await house.Placement(await house.Citizen(), house.Today.AddDays(-76), followUp: 0);
        Assert.Equal(house.Today.AddDays(15), placement.To);
        Assert.Equal(new TasksMade(0, 0), await house.MakeTasks());

        house.Test.Clock.Advance(TimeSpan.FromDays(1));
        await house.MakeTasks();

        var task = Assert.Single(await house.OpenTasks());
        Assert.Equal((TaskKind.PlacementEnds, placement.To, placement.Id), (task.Kind, task.Due, task.AboutId!.Value));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_missing_statement_is_a_task_until_it_is_there(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var placement = await house.Placement(await house.Citizen(), house.Today, statement: false, followUp: 0);
        await house.MakeTasks();
        Assert.Equal(TaskKind.Statement, Assert.Single(await house.OpenTasks()).Kind);

        await using (var db = await house.Open())
        {
            (await db.Placements.FindAsync(placement.Id))!.HasStatement = true;
            await db.SaveAsync(house.Anna, "test", [], null, default);
        }

        Assert.Equal(new TasksMade(0, 1), await house.MakeTasks());
        Assert.Empty(await house.OpenTasks());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Paid_hours_that_are_to_grow_are_a_task_until_they_have_grown(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var (placement, cvr) = await WithPaidHours(house, from: -21, growsOn: 7);
        await house.Save(Reported(house, placement, cvr, -14, 180), Reported(house, placement, cvr, -7, 180));
        await house.MakeTasks();
        var task = Assert.Single(await house.OpenTasks());
        Assert.Equal((TaskKind.GrowPaidHours, house.Today.AddDays(7)), (task.Kind, task.Due));

        await house.Save(Reported(house, placement, cvr, 7, 300));

        Assert.Equal(new TasksMade(0, 1), await house.MakeTasks());
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 14, false)]
    [InlineData(DatabaseProvider.Sqlite, 21, true)]
    [InlineData(DatabaseProvider.Postgres, 14, false)]
    [InlineData(DatabaseProvider.Postgres, 21, true)]
    public async Task Two_weeks_without_reported_hours_are_one_task(DatabaseProvider provider, int ago, bool expected)
    {
        await using var house = await CaseHouse.On(provider);
        var (placement, cvr) = await WithPaidHours(house, from: -28, growsOn: 40);
        await house.Save(Reported(house, placement, cvr, -ago, 180));

        await house.MakeTasks();

        Assert.Equal(expected, (await house.OpenTasks()).Any(t => t.Kind == TaskKind.HoursMissing));
        house.Test.Clock.Advance(TimeSpan.FromDays(7));
        await house.MakeTasks();
        Assert.Single(await house.OpenTasks(), t => t.Kind == TaskKind.HoursMissing);
    }

    [Theory]
    [InlineData(Cooperation.Partnership, 3)]
    [InlineData(Cooperation.Cooperating, 3)]
    [InlineData(Cooperation.Contact, 6)]
    [InlineData(Cooperation.Passive, 6)]
    public async Task A_workplace_is_called_by_its_rhythm_from_the_newest_contact(Cooperation cooperation, int months)
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var newest = house.Today.AddMonths(-1);
        var workplace = await house.Workplace("Bageren", cooperation, newest.AddDays(-90), owned: true);
        await house.Workplace("Smeden", cooperation, newest.AddDays(-90), owned: false);
        await house.Save(
            new EmployerContact
            {
                WorkplaceId = workplace.Id,
                On = newest,
                WorkerId = house.Anna.Id,
                Note = "Ringede",
            }
        );

        await house.MakeTasks();

        var task = Assert.Single(await house.OpenTasks());
        Assert.Equal((workplace.Id, newest.AddMonths(months)), (task.WorkplaceId!.Value, task.Due));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_closed_case_asked_for_is_settled(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await house.Hold(
            citizen,
            new(
                Guid.CreateVersion7(),
                ConversationKind.Phone,
                ConversationState.Held,
                house.Today,
                NextStep: "Ringe",
                NextStepBy: house.Today,
                NextOn: house.Today.AddDays(5)
            )
        );
        await using (var db = await house.Open())
        {
            (await db.Citizens.FindAsync(citizen))!.ClosedOn = house.Today;
            await db.SaveAsync(house.Anna, "test", [], null, default);
        }

        Assert.Equal(new TasksMade(0, 2), await house.MakeTasks());
        Assert.Equal(new TasksMade(0, 0), await house.MakeTasks());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_night_cut_off_or_run_twice_at_once_ends_with_each_task_once(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        for (int i = 0; i < 10; i++)
            await house.Placement(await house.Citizen($"Nr {i}"), house.Today.AddDays(-28));

        await Task.WhenAll(house.MakeTasks(), house.MakeTasks(), house.MakeTasks());
        Assert.Equal(10, (await house.OpenTasks()).Count);
        // As if the process was killed between two batches: what was not saved is not there.
        await using (var db = await house.Open())
        {
            db.RemoveRange(await db.Tasks.OrderBy(t => t.Id).Take(4).ToListAsync());
            await db.SaveAsync(house.Anna, "test", [], null, default);
        }

        Assert.Equal(new TasksMade(4, 0), await house.MakeTasks());
        Assert.Equal(10, (await house.OpenTasks()).Select(t => t.Key).Distinct().Count());
    }

    [Fact]
    public async Task A_second_run_makes_and_settles_nothing()
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var life = Gen.Select(
            Gen.Int[-120, 40],
            Gen.Int[1, 26],
            Gen.Int[0, 6],
            Gen.Bool,
            Gen.Enum<PlacementKind>(),
            Gen.Int[-20, 20]
        );

        await life.Array[1, 4]
            .SampleAsync(
                async lives =>
                {
                    foreach (var (from, weeks, followUp, statement, kind, planned) in lives)
                    {
                        var citizen = await house.Citizen();
                        var placement = await house.Placement(
                            citizen,
                            house.Today.AddDays(from),
                            await house.Workplace(owned: statement),
                            kind,
                            statement,
                            weeks,
                            followUp
                        );
                        await house.Save(
                            Step(placement, 0, 120),
                            Step(placement, 14, 240),
                            new Conversation
                            {
                                CitizenId = citizen,
                                On = house.Today.AddDays(planned),
                                WorkerId = house.Anna.Id,
                            }
                        );
                    }

                    await house.MakeTasks();
                    var before = (await house.OpenTasks()).Select(t => t.Id).ToHashSet();
                    Assert.Equal(new TasksMade(0, 0), await house.MakeTasks());
                    Assert.Equal(before, (await house.OpenTasks()).Select(t => t.Id).ToHashSet());
                },
                iter: 15,
                threads: 1
            );
    }

    private static async Task<(Placement Placement, string Cvr)> WithPaidHours(CaseHouse house, int from, int growsOn)
    {
        var workplace = await house.Workplace();
        var placement = await house.Placement(await house.Citizen(), house.Today.AddDays(from), workplace, followUp: 0);
        await house.Save(Step(placement, 0, 180), Step(placement, growsOn - from, 300));
        await using var db = await house.Open();
        return (placement, (await db.Companies.FindAsync(workplace.CompanyId))!.Cvr);
    }

    private static PaidHoursStep Step(Placement placement, int days, int minutes) =>
        new()
        {
            PlacementId = placement.Id,
            From = placement.From.AddDays(days),
            WeeklyMinutes = minutes,
        };

    private static ReportedWeek Reported(CaseHouse house, Placement placement, string cvr, int days, int minutes) =>
        new()
        {
            CitizenId = placement.CitizenId,
            Cvr = cvr,
            Week = house.Today.AddDays(days).Monday(),
            Minutes = minutes,
            RecordedAt = house.Test.Clock.GetUtcNow(),
        };
}
