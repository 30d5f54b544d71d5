using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Night;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Conversations;

public sealed class Conversation_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_conversation_is_written_down_with_next_step_and_next_conversation_in_one_go(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var record = new ConversationRecord(
            Guid.CreateVersion7(),
            ConversationKind.FollowUp,
            ConversationState.Held,
            house.Today,
            CitizenWords: " Jeg vil gerne arbejde med dyr. ",
            Note: "Glad i dag.",
            NextStep: "Ringe til dyreklinikken",
            NextStepBy: house.Today.AddDays(14),
            NextOn: house.Today.AddDays(28),
            NextAt: new TimeOnly(10, 30)
        );

        Assert.Empty(await house.Hold(citizen, record));

        var read = await house.Get<ReadConversations>().One(house.Anna, citizen, record.Id, default);
        Assert.Equal("Jeg vil gerne arbejde med dyr.", read!.CitizenWords);
        Assert.Equal("Glad i dag.", read.Note);
        Assert.Equal("Ringe til dyreklinikken", read.Line.NextStep);
        var start = await house.Get<ReadConversations>().Start(house.Anna, citizen, null, default);
        Assert.Null(start.Due);
        Assert.Equal(house.Today.AddDays(28), start.Coming!.On);
        Assert.Equal(record.Id, start.LastStep!.Id);
        Assert.Equal(
            [(TaskKind.NextStep, house.Today.AddDays(14)), (TaskKind.Conversation, house.Today.AddDays(28))],
            (await house.OpenTasks()).Select(t => (t.Kind, t.Due))
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_said_is_sealed_in_the_database_and_absent_from_the_log(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var record = Held(house) with { CitizenWords = "hemmeligheden" };
        await house.Hold(citizen, record);

        await using var db = await house.Open();
        var row = await db.Conversations.SingleAsync();
        Assert.DoesNotContain("hemmeligheden", System.Text.Encoding.UTF8.GetString(row.CitizenWords!.Bytes));
        Assert.DoesNotContain(
            await db.Set<Platform.Audit.AuditEntry>().ToListAsync(),
            e => e.Detail?.Contains("hemmeligheden") == true
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_planned_conversation_that_is_due_is_the_one_that_is_held(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        Assert.Empty(await Plan(house, citizen, house.Today));
        var start = await house.Get<ReadConversations>().Start(house.Anna, citizen, null, default);

        Assert.Empty(await house.Hold(citizen, Held(house) with { Id = start.Due!.Id }));

        await using var db = await house.Open();
        Assert.Equal(ConversationState.Held, (await db.Conversations.SingleAsync()).State);
        Assert.DoesNotContain(await house.OpenTasks(), t => t.Kind == TaskKind.Conversation);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_written_stays_and_a_correction_follows_it(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var record = Held(house);
        await house.Hold(citizen, record);

        await Assert.ThrowsAsync<InvalidInputException>(() => house.Hold(citizen, record with { Note = "andet" }));
        var correct = house.Get<CorrectConversation>();
        Assert.NotEmpty(await correct.Execute(house.Anna, citizen, record.Id, " ", default));
        Assert.Empty(await correct.Execute(house.Anna, citizen, record.Id, "Det var i går.", default));

        var read = await house.Get<ReadConversations>().One(house.Anna, citizen, record.Id, default);
        Assert.Equal("Det går godt.", read!.CitizenWords);
        Assert.Equal("Det var i går.", Assert.Single(read.Corrections).Text);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_citizens_conversation_cannot_be_written_read_or_corrected(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await house.Citizen();
        var bo = await house.Citizen("Bo");
        var record = Held(house);
        await house.Hold(kim, record);

        await Assert.ThrowsAsync<InvalidInputException>(() => house.Hold(bo, record));
        Assert.Null(await house.Get<ReadConversations>().One(house.Anna, bo, record.Id, default));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<CorrectConversation>().Execute(house.Anna, bo, record.Id, "x", default)
        );
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<HoldConversation>().Execute(house.Test.Stranger, kim, Held(house), default)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_conversation_that_is_moved_takes_its_task_with_it(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Plan(house, citizen, house.Today.AddDays(3));
        var planned = (await house.Get<ReadConversations>().Start(house.Anna, citizen, null, default)).Coming!;

        foreach (int days in new[] { 7, 3 })
        {
            var to = new ConversationPlan(ConversationKind.Video, house.Today.AddDays(days), null);
            Assert.Empty(await house.Get<PlanConversation>().Execute(house.Anna, citizen, planned.Id, to, default));
            var task = Assert.Single(await house.OpenTasks());
            Assert.Equal(house.Today.AddDays(days), task.Due);
            Assert.Equal(new TasksMade(0, 0), await house.MakeTasks());
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_next_step_takes_the_place_of_the_last(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await house.Hold(citizen, Held(house) with { NextStep = "A", NextStepBy = house.Today });
        await house.Hold(citizen, Held(house));
        Assert.Single(await house.OpenTasks());

        await house.Hold(citizen, Held(house) with { NextStep = "B", NextStepBy = house.Today.AddDays(7) });

        Assert.Equal(house.Today.AddDays(7), Assert.Single(await house.OpenTasks()).Due);
    }

    [Theory]
    [InlineData("became")]
    [InlineData("on")]
    [InlineData("citizenWords")]
    [InlineData("nextStepBy")]
    [InlineData("nextOn")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_saved(string field)
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var citizen = await house.Citizen();
        var held = Held(house);

        var problems = await house.Hold(
            citizen,
            field switch
            {
                "became" => held with { Became = ConversationState.Planned },
                "on" => held with { On = house.Today.AddDays(1) },
                "citizenWords" => held with { CitizenWords = " " },
                "nextStepBy" => held with { NextStep = "Ringe", NextStepBy = house.Today.AddDays(-1) },
                _ => held with { NextOn = house.Today.AddDays(-1) },
            }
        );

        Assert.Equal(field, Assert.Single(problems).Field);
        await using var db = await house.Open();
        Assert.False(await db.Conversations.AnyAsync());
    }

    [Fact]
    public async Task A_citizen_who_did_not_come_needs_no_words()
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var citizen = await house.Citizen();

        Assert.Empty(
            await house.Hold(
                citizen,
                new(Guid.CreateVersion7(), ConversationKind.FollowUp, ConversationState.NoShow, house.Today)
            )
        );
    }

    private static ConversationRecord Held(CaseHouse house) =>
        new(
            Guid.CreateVersion7(),
            ConversationKind.FollowUp,
            ConversationState.Held,
            house.Today,
            CitizenWords: "Det går godt."
        );

    private static Task<IReadOnlyList<FieldProblem>> Plan(CaseHouse house, Guid citizen, DateOnly on) =>
        house
            .Get<PlanConversation>()
            .Execute(house.Anna, citizen, null, new(ConversationKind.FollowUp, on, null), default);
}
