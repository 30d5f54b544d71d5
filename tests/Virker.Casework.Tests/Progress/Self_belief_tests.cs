using Virker.Casework.Progress;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Progress;

public sealed class Self_belief_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Fact]
    public void The_question_is_one_both_answer_and_all_may_see()
    {
        var asked = Indicators.Find(Indicators.ManagesJob)!;

        Assert.Equal((AnsweredBy.Both, false), (asked.AnsweredBy, asked.IsPrivate));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Those_two_steps_above_ones_own_answer_are_listed_the_widest_first(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var wide = await house.Citizen("Vida");
        var two = await house.Citizen("To");
        foreach (
            var (citizen, own, mine) in new[]
            {
                (two, 4, 2),
                (wide, 5, 1),
                (await house.Citizen("Et"), 3, 2),
                (await house.Citizen("Under"), 1, 5),
            }
        )
        {
            await Answer(house, citizen, own, mine);
        }
        await Answer(house, await house.Citizen("Kun borger"), 5, null);
        // Answered again, and so no longer apart.
        var again = await house.Citizen("Igen");
        await Answer(house, again, 5, 1);
        house.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        await Answer(house, again, null, 5);

        var listed = await house.Get<ReadSelfBelief>().Execute(house.Anna, default);

        Assert.Equal([(wide, 5, 1), (two, 4, 2)], listed.Select(b => (b.CitizenId, b.Own, b.Mine)));
        var bo = house.Anna with { Id = Guid.CreateVersion7() };
        Assert.Empty(await house.Get<ReadSelfBelief>().Execute(bo, default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_colleagues_answer_is_not_ones_own(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await house.Citizen();
        await Answer(house, kim, 5, null);
        var bo = house.Anna with { Id = Guid.CreateVersion7() };
        await house.Get<AnswerProgress>().Execute(bo, kim, Values(1), default);

        Assert.Empty(await house.Get<ReadSelfBelief>().Execute(house.Anna, default));
    }

    private static Dictionary<string, int> Values(int value) => new() { [Indicators.ManagesJob] = value };

    private static async Task Answer(CaseHouse house, Guid citizen, int? own, int? mine)
    {
        if (own is { } said)
        {
            await using var db = await house.Open();
            var now = house.Test.Clock.GetUtcNow();
            var current = await MeasurementRhythm.Current(db, citizen, house.Today, now, default);
            db.Add(
                MeasurementRhythm.Answer(db, current, Indicators.ManagesJob, AnswerSide.Citizen, said, house.Anna, now)
            );
            await db.SaveAsync(house.Anna, "test.set_up", citizen, null, default);
        }

        if (mine is { } seen)
            Assert.Empty(await house.Get<AnswerProgress>().Execute(house.Anna, citizen, Values(seen), default));
    }
}
