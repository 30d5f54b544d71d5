using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Casework.Demo;
using Virker.Effects.Trials;
using Virker.Evidence;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Effects.Tests.Trials;

public sealed class Demo_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_made_up_municipality_made_anew_has_no_trial_of_people_who_are_gone(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(
            provider,
            (rooms, database) =>
                rooms.AddEvidence(database, Repository.Data).AddCasework().AddEffects().AddAccounts(database)
        );
        await test.Get<PreparePlatform>().Execute();
        var create = test.Get<CreateDemo>();
        var made = (await create.Execute(new DemoSettings(10, 1), false, null, default)).Municipality;
        var by = Worker.Virker(made);
        await test.Get<PlanTrial>().Execute(by, null, TrialHouse.Plan, default);
        Assert.Single(await test.Get<ReadTrials>().All(by, default));

        await create.Execute(new DemoSettings(10, 2), true, null, default);

        Assert.Empty(await test.Get<ReadTrials>().All(by, default));
    }
}
