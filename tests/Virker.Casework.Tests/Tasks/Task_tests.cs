using Virker.Casework.Day;
using Virker.Casework.Night;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Tasks;

public sealed class Task_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_task_of_ones_own_is_done_undone_put_off_and_moved(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var add = house.Get<AddTask>();
        Assert.Empty(await add.Execute(house.Anna, "Sende brev", house.Today, citizen, default));
        var task = Assert.Single(await house.OpenTasks());

        await house.Get<FinishTask>().Execute(house.Anna, task.Id, true, default);
        Assert.Empty(await house.OpenTasks());
        await house.Get<FinishTask>().Execute(house.Anna, task.Id, false, default);
        await house.Get<SnoozeTask>().Execute(house.Anna, task.Id, house.Today.AddDays(2), default);
        var colleague = Guid.CreateVersion7();
        await house.Get<MoveTask>().Execute(house.Anna, task.Id, colleague, default);

        task = Assert.Single(await house.OpenTasks());
        Assert.Equal((house.Today, house.Today.AddDays(2), colleague), (task.Due, task.SnoozedTo!.Value, task.OwnerId));
        // What is made by hand is never settled by night.
        Assert.Equal(new TasksMade(0, 0), await house.MakeTasks());
    }

    [Fact]
    public async Task A_task_needs_words_and_a_day_to_come()
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);

        var problems = await house.Get<AddTask>().Execute(house.Anna, " ", house.Today.AddDays(-1), null, default);

        Assert.Equal(["words", "due"], problems.Select(p => p.Field));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<FinishTask>().Execute(house.Anna, Guid.CreateVersion7(), true, default)
        );
    }
}
