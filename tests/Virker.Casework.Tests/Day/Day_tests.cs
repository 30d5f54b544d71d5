using Virker.Casework.Conversations;
using Virker.Casework.Day;
using Virker.Casework.Night;
using Virker.Casework.PaidHours;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Day;

public sealed class Day_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_worker_with_nothing_to_do_has_an_empty_day(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);

        var day = await Read(house);

        Assert.Empty(day.Conversations);
        Assert.Empty(day.Tasks);
        Assert.Empty(day.Still);
        Assert.Equal(0, day.Citizens);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Conversations_stand_by_time_and_those_not_written_down_first(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        foreach (
            var (name, days, hour) in new[] { ("Sen", 0, 14), ("Tidlig", 0, 9), ("Glemt", -3, 12), ("I morgen", 1, 8) }
        )
        {
            await house.Save(Planned(house, await house.Citizen(name), days, hour));
        }

        var day = await Read(house);

        Assert.Equal(
            [("Glemt Prøve", true), ("Tidlig Prøve", false), ("Sen Prøve", false)],
            day.Conversations.Select(c => (c.Name, c.IsLate))
        );
        await house.MakeTasks();
        Assert.Empty((await Read(house)).Tasks);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_next_step_stands_on_its_day_in_the_words_agreed(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Held(house, citizen, 0, "Ringe til bageren", stepDays: 2);
        Assert.Empty((await Read(house)).Tasks);

        house.Test.Clock.Advance(TimeSpan.FromDays(2));
        var due = Assert.Single((await Read(house)).Tasks);
        Assert.Equal(("Kim Prøve", "Ringe til bageren", false), (due.Name!, due.Words!, due.IsLate));

        house.Test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(Assert.Single((await Read(house)).Tasks).IsLate);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_task_put_off_is_away_until_its_day(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await house.Get<AddTask>().Execute(house.Anna, "Sende brev", house.Today, null, default);
        var task = Assert.Single((await Read(house)).Tasks);
        Assert.Null(task.Name);

        await house.Get<SnoozeTask>().Execute(house.Anna, task.Id, house.Today.AddDays(2), default);

        Assert.Empty((await Read(house)).Tasks);
        house.Test.Clock.Advance(TimeSpan.FromDays(2));
        var back = Assert.Single((await Read(house)).Tasks);
        Assert.False(back.IsLate);
        Assert.Equal(house.Today.AddDays(-2), back.Due);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Deadlines_of_placements_are_seen_two_weeks_ahead(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var soon = await house.Placement(await house.Citizen("Snart"), house.Today.AddDays(-14), followUp: 4);
        await house.Placement(await house.Citizen("Senere"), house.Today.AddDays(-7), followUp: 4);
        await house.MakeTasks();

        var day = await Read(house);

        var deadline = Assert.Single(day.Deadlines);
        Assert.Equal(
            (TaskKind.PlacementFollowUp, soon.Id, "Snart Prøve", "Bageren"),
            (deadline.Kind, deadline.AboutId!.Value, deadline.Name!, deadline.Workplace!)
        );
        Assert.Empty(day.Tasks);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_moved_is_seen_by_hours_and_milestones_of_the_last_week(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var hours = await house.Citizen("Timer");
        var old = await house.Citizen("Gammel");
        var both = await house.Citizen("Begge");
        await house.Save(
            Week(house, hours, -14, 180, recorded: -10),
            Week(house, hours, -7, 300, recorded: -1),
            Week(house, old, -14, 300, recorded: -10),
            Week(house, both, -7, 60, recorded: 0),
            Milestone(house, both, MilestoneKind.FirstHour, 0),
            Milestone(house, old, MilestoneKind.FirstHour, -20)
        );

        var moved = (await Read(house)).Moved;

        Assert.Equal([both, hours], moved.Select(m => m.CitizenId));
        Assert.Equal([MilestoneKind.FirstHour], moved[0].Milestones);
        Assert.Equal((60, null), (moved[0].Minutes, moved[0].Before));
        Assert.Equal((house.Today.AddDays(-7), 300, 180), (moved[1].Week, moved[1].Minutes, moved[1].Before));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_stands_still_is_seen_by_silence_and_by_a_missing_next_step(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var quiet = await house.Citizen("Stille");
        await Held(house, quiet, -42, "Ringe", stepDays: 60);
        var without = await house.Citizen("Uden skridt");
        await Held(house, without, -1);
        var never = await house.Citizen("Aldrig set", house.Today.AddDays(-70));
        await house.Save(Planned(house, never, 3, 9));
        var fine = await house.Citizen("I gang");
        await Held(house, fine, -41, "Ringe", stepDays: 60);
        await house.Citizen("Ny", house.Today);

        var still = (await Read(house)).Still;

        Assert.Equal(
            [(never, 10, false), (quiet, 6, false), (without, null, true)],
            still.Select(s => (s.CitizenId, s.QuietWeeks, s.LacksNextStep))
        );
        Assert.Null(still[0].LastContact);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task New_citizens_of_mine_are_seen_for_two_weeks(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var today = await house.Citizen("Ny", house.Today);
        var before = await house.Citizen("Ret ny", house.Today.AddDays(-13));
        await house.Citizen("Kendt", house.Today.AddDays(-14));
        await Held(house, before, -1);

        var day = await Read(house);

        Assert.Equal([(today, false), (before, true)], day.New.Select(n => (n.CitizenId, n.HasConversation)));
        Assert.Equal(3, day.Citizens);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Only_the_workers_own_day_is_shown(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await house.Save(Planned(house, citizen, 0, 9));
        await house.Get<AddTask>().Execute(house.Anna, "Sende brev", house.Today, citizen, default);
        var colleague = house.Anna with { Id = Guid.CreateVersion7() };

        foreach (var other in new[] { colleague, house.Test.Stranger })
        {
            var day = await house.Get<ReadDay>().Execute(other, default);
            Assert.Empty(day.Conversations);
            Assert.Empty(day.Tasks);
            Assert.Empty(day.Still);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_day_takes_five_questions_however_many_citizens(DatabaseProvider provider)
    {
        using var questions = CountedQueries.Start();
        await using var house = await CaseHouse.On(provider);
        for (int i = 0; i < 20; i++)
        {
            var citizen = await house.Citizen($"Nr {i}");
            await house.Save(Planned(house, citizen, 0, 9), Week(house, citizen, -7, 60, 0));
            await house.Get<AddTask>().Execute(house.Anna, "Sende brev", house.Today, citizen, default);
        }

        await Read(house);
        int before = questions.Count;
        var day = await Read(house);

        Assert.Equal(20, day.Tasks.Count);
        Assert.Equal(5, questions.Count - before);
    }

    private static Task<MyDay> Read(CaseHouse house) => house.Get<ReadDay>().Execute(house.Anna, default);

    private static Conversation Planned(CaseHouse house, Guid citizen, int days, int hour) =>
        new()
        {
            CitizenId = citizen,
            On = house.Today.AddDays(days),
            At = new TimeOnly(hour, 0),
            WorkerId = house.Anna.Id,
        };

    private static async Task Held(CaseHouse house, Guid citizen, int days, string? step = null, int stepDays = 0) =>
        Assert.Empty(
            await house.Hold(
                citizen,
                new(
                    Guid.CreateVersion7(),
                    ConversationKind.FollowUp,
                    ConversationState.Held,
                    house.Today.AddDays(days),
                    CitizenWords: "Det går.",
                    NextStep: step,
                    NextStepBy: step is null ? null : house.Today.AddDays(stepDays)
                )
            )
        );

    private static ReportedWeek Week(CaseHouse house, Guid citizen, int days, int minutes, int recorded) =>
        new()
        {
            CitizenId = citizen,
            Cvr = "12345678",
            Week = house.Today.AddDays(days).Monday(),
            Minutes = minutes,
            RecordedAt = house.Test.Clock.GetUtcNow().AddDays(recorded),
        };

    private static Milestone Milestone(CaseHouse house, Guid citizen, MilestoneKind kind, int days) =>
        new()
        {
            CitizenId = citizen,
            Kind = kind,
            Week = house.Today.Monday(),
            SeenAt = house.Test.Clock.GetUtcNow().AddDays(days),
            Definition = "x",
        };
}
