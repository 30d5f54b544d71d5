using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Citizens;

/// <summary>Target groups, primary contact, goal, journal and what is read of them.</summary>
public sealed class Case_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_target_group_ends_the_old_one_the_day_before(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        var start = house.Get<StartSpell>();
        var today = house.Today;

        Assert.Empty(await start.Execute(house.Anna, id, "6.3", today.AddDays(-30), default));
        Assert.Empty(await start.Execute(house.Anna, id, "6.5", today, default));

        var spells = (await house.Get<ReadHistory>().Execute(house.Anna, id, default)).Spells;
        Assert.Equal(
            [
                new SpellRead("6.5", today, null, null),
                new SpellRead("6.3", today.AddDays(-30), today.AddDays(-1), null),
            ],
            spells
        );
        Assert.Equal("6.5", (await house.Row(id)).TargetGroup);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Times_in_target_groups_never_overlap(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        var (start, end, today) = (house.Get<StartSpell>(), house.Get<EndSpell>(), house.Today);
        await start.Execute(house.Anna, id, "6.3", today.AddDays(-30), default);

        async Task<string> Try(string? group, DateOnly? from) =>
            string.Join(' ', (await start.Execute(house.Anna, id, group, from, default)).Select(p => p.Field));
        Assert.Equal("since", await Try("6.5", today.AddDays(-30)));
        Assert.Equal("targetGroup", await Try("6.3", today));
        Assert.Equal("targetGroup since", await Try("kontant", null));
        Assert.Equal("since", await Try("6.5", today.AddDays(1)));

        Assert.Empty(await end.Execute(house.Anna, id, today.AddDays(-10), SpellEnd.Job, "I arbejde", true, default));
        Assert.Equal("since", await Try("6.5", today.AddDays(-10)));
        Assert.Equal(today.AddDays(-10), (await house.Row(id)).ClosedOn);
        Assert.Null((await house.Row(id)).TargetGroup);

        Assert.Equal("", await Try("6.5", today.AddDays(-9)));
        Assert.Null((await house.Row(id)).ClosedOn);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Target_groups_started_at_once_never_overlap_and_whoever_came_late_is_told(
        DatabaseProvider provider
    )
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        var start = house.Get<StartSpell>();
        using var gun = new Barrier(8);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        gun.SignalAndWait();
                        return await start.Execute(house.Anna, id, $"6.{n + 2}", house.Today.AddDays(-n), default);
                    })
                )
        );

        var spells = (await house.Get<ReadHistory>().Execute(house.Anna, id, default))
            .Spells.OrderBy(s => s.From)
            .ToList();
        Assert.Equal(answers.Count(a => a.Count == 0), spells.Count);
        Assert.Equal(spells.Count, (await house.Log()).Count(e => e.Action == "spell.start"));
        Assert.All(spells.Zip(spells.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        Assert.Single(spells, s => s.To is null);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_time_ends_with_a_reason_on_a_day_within_it(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        var (end, today) = (house.Get<EndSpell>(), house.Today);
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            end.Execute(house.Anna, id, today, SpellEnd.Other, "x", false, default)
        );
        await house.Get<StartSpell>().Execute(house.Anna, id, "6.3", today.AddDays(-3), default);

        Assert.Equal(
            ["to", "reason"],
            (await end.Execute(house.Anna, id, today.AddDays(-4), SpellEnd.Other, "", false, default)).Select(p =>
                p.Field
            )
        );
        Assert.Equal(
            "to",
            Assert
                .Single(await end.Execute(house.Anna, id, today.AddDays(1), SpellEnd.Other, "x", false, default))
                .Field
        );
        Assert.Empty(await end.Execute(house.Anna, id, today, SpellEnd.Job, "Raskmeldt", false, default));
        Assert.Equal(
            "Raskmeldt",
            (await house.Get<ReadHistory>().Execute(house.Anna, id, default)).Spells[0].EndReason
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_of_contact_has_a_reason_is_counted_and_takes_the_open_work_along(
        DatabaseProvider provider
    )
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        var (change, bodil) = (house.Get<ChangePrimaryContact>(), Guid.CreateVersion7());
        Assert.Empty(await change.Execute(house.Anna, id, house.Anna.Id, null, default));
        await house
            .Get<PlanConversation>()
            .Execute(
                house.Anna,
                id,
                null,
                new ConversationPlan(ConversationKind.FollowUp, house.Today.AddDays(3), null),
                default
            );

        Assert.Equal("reason", Assert.Single(await change.Execute(house.Anna, id, bodil, " ", default)).Field);
        Assert.Equal("contact", Assert.Single(await change.Execute(house.Anna, id, house.Anna.Id, "x", default)).Field);
        Assert.Empty(await change.Execute(house.Anna, id, bodil, "Anna går på barsel", default));

        var history = await house.Get<ReadHistory>().Execute(house.Anna, id, default);
        Assert.Equal(1, history.ContactChanges);
        Assert.Equal(new ContactRead(bodil, house.Today, null, "Anna går på barsel"), history.Contacts[0]);
        Assert.Equal(house.Today, history.Contacts[1].To);
        Assert.Equal(bodil, (await house.Row(id)).PrimaryContactId);
        await using var db = await house.Open();
        Assert.Equal(bodil, (await db.Conversations.SingleAsync()).WorkerId);
        Assert.Equal(bodil, (await db.Tasks.SingleAsync(t => t.Kind == TaskKind.Conversation)).OwnerId);
        Assert.Equal("Anna går på barsel", (await house.Log())[^1].Why);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Goals_are_added_in_the_citizens_words_and_none_is_overwritten(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        var say = house.Get<SayJobGoal>();

        Assert.Equal("words", Assert.Single(await say.Execute(house.Anna, id, " ", null, default)).Field);
        Assert.Equal("occupation", Assert.Single(await say.Execute(house.Anna, id, "x", "nix", default)).Field);
        Assert.Empty(await say.Execute(house.Anna, id, "Noget med dyr", null, default));
        house.Test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await say.Execute(house.Anna, id, "Passe heste", null, default));
        Assert.Empty(await say.Execute(house.Anna, id, "Passe heste", null, default));

        var goals = (await house.Get<ReadHistory>().Execute(house.Anna, id, default)).Goals;
        Assert.Equal(["Passe heste", "Noget med dyr"], goals.Select(g => g.Words));
        Assert.Equal("Passe heste", (await house.Get<ReadCitizen>().Head(house.Anna, id, default))!.JobGoal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_note_is_sealed_and_a_correction_stands_beside_it(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var (id, other) = (await house.Add(), await house.Add());
        var (write, first) = (house.Get<WriteJournalNote>(), Guid.CreateVersion7());

        Assert.Empty(await write.Execute(house.Anna, id, first, "Ringede ikke tilbage", null, default));
        Assert.Empty(await write.Execute(house.Anna, id, first, "Ringede ikke tilbage", null, default));
        house.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await write.Execute(house.Anna, id, Guid.CreateVersion7(), "Ringede dagen efter", first, default));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            write.Execute(house.Anna, other, Guid.CreateVersion7(), "x", first, default)
        );

        var journal = await house.Get<ReadJournal>().Execute(house.Anna, id, 1, default);
        Assert.Equal(["Ringede dagen efter", "Ringede ikke tilbage"], journal.Notes.Select(n => n.Text));
        Assert.Equal(first, journal.Notes[0].Corrects);
        Assert.DoesNotContain(await house.Log(), l => l.Detail?.Contains("Ringede", StringComparison.Ordinal) == true);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_log_says_what_was_done_with_this_citizen_alone_and_on_which_days(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var (id, other) = (await house.Add(), await house.Add());
        house.Test.Clock.Advance(TimeSpan.FromDays(2));
        await house.Get<SayJobGoal>().Execute(house.Anna, id, "Passe heste", null, default);
        await house.Get<SayJobGoal>().Execute(house.Anna, other, "Bage", null, default);
        var read = house.Get<ReadCitizenLog>();

        var all = await read.Execute(house.Anna, id, house.Today.AddDays(-9), house.Today, default);
        Assert.Equal(["goal.say", "citizen.add"], all.Lines.Select(l => l.Action));
        Assert.Equal((house.Anna.Id, "Anna Prøve"), (all.Lines[0].WorkerId, all.Lines[0].WorkerName));
        var today = await read.Execute(house.Anna, id, house.Today, house.Today, default);
        Assert.Equal("goal.say", Assert.Single(today.Lines).Action);
    }
}
