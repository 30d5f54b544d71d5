using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Casework;
using Virker.Demo;
using Virker.Demo.Lives;
using Virker.Effects.Practice;
using Virker.Effects.Storage;
using Virker.Effects.Tests.Trials;
using Virker.Effects.Trials;
using Virker.Evidence;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Statistics.Randomness;
using Virker.Tests;

namespace Virker.Effects.Tests.Demo;

/// <summary>What a made-up municipality is given in this room.</summary>
public sealed class Demo_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task It_has_a_trial_that_ended_one_that_draws_and_a_review(DatabaseProvider provider)
    {
        await using var test = await House(provider);
        var made = (await test.Get<CreateDemo>().Execute(new DemoSettings(400, 1), false, null, default)).Municipality;
        var makeUp = test.Get<MakeUpEffects>();
        await makeUp.Execute(made, 1, default);
        await makeUp.Execute(made, 1, default);

        var by = Worker.Virker(made);
        var read = test.Get<ReadTrials>();
        var lines = await read.All(by, default);
        Assert.Equal([TrialState.Enrolling, TrialState.Following], lines.Select(l => l.State).Order());
        var ended = (await read.One(by, lines.Single(l => l.HasFinalLook).Id, default))!;
        Assert.True(ended.IsAsFrozen);
        Assert.Equal(ended.Plan.People, ended.Drawn);
        Assert.InRange(ended.Arms!.Treatment - ended.Arms.Usual, -1, 1);
        Assert.Equal(ended.Drawn, ended.Known);
        var result = ended.Final!.Result;
        Assert.Equal(ended.Drawn, result.Drawn.Treatment + result.Drawn.Usual);
        // Nobody had hours before, as the plan says, and the mentor is on the plan of most who drew one.
        Assert.Equal(0, result.Balance.Single(b => b.Kind == BaselineKind.HoursBefore).Treatment);
        Assert.InRange(result.Started.Treatment / (double)result.Drawn.Treatment, 0.6, 0.9);
        Assert.InRange(result.Started.Usual / (double)result.Drawn.Usual, 0, 0.2);
        Assert.NotNull((await test.Get<ReadPractice>().Execute(by, default)).Result);

        await using var db = await test.Get<MunicipalityStore<EffectsDbContext>>().OpenAsync(made, default);
        var places = await db.TrialPlaces.ToListAsync();
        Assert.Equal(ended.Drawn, places.Select(p => p.CitizenId).Distinct().Count());
        Assert.Equal(places.OrderBy(p => p.Number), places.OrderBy(p => p.DrawnAt).ThenBy(p => p.Number));
        Assert.DoesNotContain(
            await db.TrialRefusals.Select(r => r.CitizenId).ToListAsync(),
            refused => places.Any(p => p.CitizenId == refused)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Made_anew_it_has_no_trial_of_people_who_are_gone(DatabaseProvider provider)
    {
        await using var test = await House(provider);
        var create = test.Get<CreateDemo>();
        var made = (await create.Execute(new DemoSettings(10, 1), false, null, default)).Municipality;
        var by = Worker.Virker(made);
        await test.Get<PlanTrial>().Execute(by, null, TrialHouse.Plan, default);
        Assert.Single(await test.Get<ReadTrials>().All(by, default));

        await create.Execute(new DemoSettings(10, 2), true, null, default);

        Assert.Empty(await test.Get<ReadTrials>().All(by, default));
        // Ten are too few for a trial.
        await test.Get<MakeUpEffects>().Execute(made, 1, default);
        Assert.Empty(await test.Get<ReadTrials>().All(by, default));
    }

    [Fact]
    public async Task A_real_municipality_is_given_nothing()
    {
        await using var test = await House(DatabaseProvider.Sqlite);
        var real = await test.Get<MunicipalityCatalogue>().Add("rigtig", "En rigtig kommune", madeUp: false, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Get<MakeUpEffects>().Execute(real, 1, default));
    }

    /// <summary>Of those who had an hour three in four drew the offer, and of the others about half, in blocks of which
    /// half did.</summary>
    [Fact]
    public void Lots_and_hours_stand_together_as_if_the_offer_had_worked()
    {
        CouldDraw[] lots =
        [
            .. Enumerable
                .Range(0, 20_000)
                .Select(i => new CouldDraw(Guid.CreateVersion7(), default, default, i % 10 == 0)),
        ];
        var arms = CouldDraw.Arms(lots, new SeededSource(1));
        Assert.InRange(Share(hadHour: true), 0.72, 0.8);
        Assert.InRange(Share(hadHour: false), 0.46, 0.49);
        int balance = 0;
        foreach (var arm in arms)
        {
            balance += arm == Arm.Treatment ? 1 : -1;
            Assert.InRange(balance, -3, 3);
        }

        double Share(bool hadHour) =>
            lots.Zip(arms).Where(l => l.First.HadHour == hadHour).Average(l => l.Second == Arm.Treatment ? 1.0 : 0);
    }

    private static Task<TestMunicipalities> House(DatabaseProvider provider) =>
        TestMunicipalities.On(
            provider,
            (rooms, database) =>
                rooms.AddEvidence(database, Repository.Data).AddCasework().AddEffects().AddDemo().AddAccounts(database),
            TrialHouse.Ready
        );
}
