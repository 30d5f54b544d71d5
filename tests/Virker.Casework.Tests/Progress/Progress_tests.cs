using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Casework.Night;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Progress;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Progress;

public sealed class Progress_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Fact]
    public void Eleven_are_asked_of_the_worker_and_nine_of_the_citizen_each_step_in_words()
    {
        Assert.Equal(11, Indicators.All.Count);
        Assert.Equal(9, Indicators.OfCitizen.Count);
        Assert.Equal("B11", Assert.Single(Indicators.All, i => i.IsPrivate).Code);
        Assert.All(Indicators.All, i => Assert.Equal(5, i.Steps.Select(s => s.Da).Distinct().Count()));
        Assert.All(Indicators.All, i => Assert.Equal(5, i.Steps.Select(s => s.En).Distinct().Count()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Both_sides_answer_one_measurement_and_what_is_not_answered_is_missing(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Answer(house, citizen, ("B01", 2), ("B10", 4));
        house.Test.Clock.Advance(TimeSpan.FromDays(5));
        var visit = await Begin(house, citizen);
        await house.Get<AnswerOwn>().Execute(visit, "B01", 4, default);

        var progress = await Read(house, citizen);

        var only = Assert.Single(progress.Measurements);
        Assert.Equal(house.Today.AddDays(-5), only.On);
        Assert.Equal(house.Today.AddDays(-5).AddMonths(3), progress.NextDue);
        Assert.Equal(new Dictionary<string, int> { ["B01"] = 4 }, only.Citizen);
        Assert.Equal(new Dictionary<string, int> { ["B01"] = 2, ["B10"] = 4 }, only.Worker);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_answer_given_again_counts_and_the_first_stays_in_the_table(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Answer(house, citizen, ("B01", 2));
        house.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        await Answer(house, citizen, ("B01", 5));

        Assert.Equal(5, (await Read(house, citizen)).Latest!.Worker["B01"]);
        await using var db = await house.Open();
        Assert.Equal(2, await db.ProgressAnswers.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task After_a_month_answers_begin_a_new_measurement(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Answer(house, citizen, ("B01", 2));
        house.Test.Clock.Advance(TimeSpan.FromDays(MeasurementRhythm.OpenDays));
        await Answer(house, citizen, ("B01", 3));

        Assert.Equal([2, 3], (await Read(house, citizen)).Measurements.Select(m => m.Worker["B01"]));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Belief_in_a_job_is_shown_to_the_worker_who_gave_it_and_to_nobody_else(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Answer(house, citizen, ("B11", 2));
        var colleague = house.Anna with { Id = Guid.CreateVersion7() };
        await house
            .Get<AnswerProgress>()
            .Execute(colleague, citizen, new Dictionary<string, int> { ["B11"] = 5 }, default);

        Assert.Equal(2, (await Read(house, citizen)).Latest!.Worker["B11"]);
        var third = house.Anna with { Id = Guid.CreateVersion7() };
        Assert.Empty((await house.Get<ReadProgress>().Execute(third, citizen, default)).Latest!.Worker);
        Assert.Empty(
            (
                await house
                    .Get<ReadProgress>()
                    .Execute(new Visit(house.Test.Here, default, citizen, default).Citizen, citizen, default)
            )
                .Latest!
                .Worker
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_answer_stands_sealed_in_the_table_and_in_no_line_of_the_log(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await Answer(house, await house.Citizen(), ("B03", 4));
        await using var db = await house
            .Test.Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(house.Test.Here, default);

        string detail = (await db.Audit.SingleAsync(e => e.Action == "progress.answer")).Detail!;

        Assert.Contains("\"Value\":\"•••\"", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B12", 3)]
    [InlineData("B01", 0)]
    [InlineData("B01", 6)]
    public async Task Only_the_questions_and_steps_there_are_can_be_answered(string indicator, int value)
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var citizen = await house.Citizen();
        var visit = await Begin(house, citizen);

        await Assert.ThrowsAsync<InvalidInputException>(() => Answer(house, citizen, (indicator, value)));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<AnswerOwn>().Execute(visit, indicator, value, default)
        );
    }

    [Theory]
    [InlineData("B10")]
    [InlineData("B11")]
    public async Task The_citizen_is_not_asked_what_only_the_worker_answers(string indicator)
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var visit = await Begin(house, await house.Citizen());

        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<AnswerOwn>().Execute(visit, indicator, 3, default)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_measurement_is_due_three_months_after_the_last_and_is_settled_by_the_next(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await house.Citizen("Never measured");
        await Answer(house, citizen, ("B01", 2));
        var due = house.Today.AddMonths(3);
        await house.MakeTasks();
        Assert.Empty(await house.OpenTasks());

        house.Test.Clock.Advance(
            TimeSpan.FromDays(due.DayNumber - house.Today.DayNumber - MeasurementDeadlines.WithinDays)
        );
        await house.MakeTasks();
        var task = Assert.Single(await house.OpenTasks());
        Assert.Equal((TaskKind.Measurement, due, citizen), (task.Kind, task.Due, task.CitizenId!.Value));

        house.Test.Clock.Advance(TimeSpan.FromDays(MeasurementDeadlines.WithinDays));
        await Answer(house, citizen, ("B01", 3));
        Assert.Equal(new TasksMade(0, 1), await house.MakeTasks());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_came_after_the_municipality_began_is_measured_within_two_weeks(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await Answer(house, await house.Citizen(), ("B01", 2));
        var (before, after) = (await house.Citizen("Før"), await house.Citizen("Efter"));
        await house.Save(Spell(before, house.Today.AddDays(-1)), Spell(after, house.Today.AddDays(1)));

        await house.MakeTasks();
        house.Test.Clock.Advance(TimeSpan.FromDays(2));
        await house.MakeTasks();

        Assert.Equal(after, Assert.Single(await house.OpenTasks(), t => t.Kind == TaskKind.Measurement).CitizenId);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_link_nobody_used_is_a_task_after_a_week_until_it_is_used(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var link = await Make(house, citizen);
        house.Test.Clock.Advance(TimeSpan.FromDays(6));
        await house.MakeTasks();
        Assert.Empty(await house.OpenTasks());
        house.Test.Clock.Advance(TimeSpan.FromDays(1));
        await house.MakeTasks();
        Assert.Equal(TaskKind.UnansweredLink, Assert.Single(await house.OpenTasks()).Kind);

        Assert.NotNull(await house.Get<BeginVisit>().Execute(house.Test.Here, link.Code, default));

        Assert.Equal(new TasksMade(0, 1), await house.MakeTasks());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Where_citizens_stand_is_the_mean_of_their_own_newest_answers(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var (citizen, other) = (await house.Citizen(), await house.Citizen("Anden"));
        await house.Save(Spell(citizen, house.Today.AddYears(-1)), Spell(other, house.Today.AddYears(-1)));
        var day = house.Today;
        house.Test.Clock.Advance(TimeSpan.FromDays(7));
        // The worker's side counts for nothing here, and neither does an answer that was given again.
        await Answer(house, citizen, ("B01", 5), ("B02", 5), ("B10", 5), ("B11", 5));
        await Own(house, citizen, [1, 2, 2, 3, 3]);
        house.Test.Clock.Advance(TimeSpan.FromDays(1));
        await Own(house, citizen, [4]);
        // Four of nine questions are too few.
        await Own(house, other, [5, 5, 5, 5]);
        house.Test.Clock.Advance(TimeSpan.FromDays(90));
        await Own(house, citizen, [5, 5, 5, 5, 4]);

        var followed = await house
            .Get<FollowCohort>()
            .Execute(house.Anna, [new(citizen, day), new(other, day), new(citizen, day.AddDays(7))], 4, default);

        OwnLevel[] both = [new(day.AddDays(7), 2.8), new(day.AddDays(98), 4.8)];
        Assert.Equal(both, followed[0].Levels);
        Assert.Empty(followed[1].Levels);
        Assert.Equal([both[1]], followed[2].Levels);
        var courses = await house.Get<ReadCourses>().Execute(house.Anna, day, day.AddDays(90), default);
        Assert.Equal([both[0]], courses.Single(c => c.CitizenId == citizen).Levels);
    }

    private static async Task Own(CaseHouse house, Guid citizen, int[] values)
    {
        var visit = await Begin(house, citizen);
        foreach (var (i, value) in values.Index())
            await house.Get<AnswerOwn>().Execute(visit, Indicators.OfCitizen[i].Code, value, default);
    }

    private static Spell Spell(Guid citizen, DateOnly from) =>
        new()
        {
            CitizenId = citizen,
            TargetGroup = "6.3",
            From = from,
        };

    private static async Task Answer(CaseHouse house, Guid citizen, params (string Indicator, int Value)[] answers) =>
        Assert.Empty(
            await house
                .Get<AnswerProgress>()
                .Execute(house.Anna, citizen, answers.ToDictionary(a => a.Indicator, a => a.Value), default)
        );

    private static Task<CitizenProgress> Read(CaseHouse house, Guid citizen) =>
        house.Get<ReadProgress>().Execute(house.Anna, citizen, default);

    private static Task<LinkMade> Make(CaseHouse house, Guid citizen) =>
        house.Get<MakeLink>().Execute(house.Anna, citizen, LinkPurpose.Answers, default);

    private static async Task<Visit> Begin(CaseHouse house, Guid citizen) =>
        (await house.Get<BeginVisit>().Execute(house.Test.Here, (await Make(house, citizen)).Code, default))!;
}
