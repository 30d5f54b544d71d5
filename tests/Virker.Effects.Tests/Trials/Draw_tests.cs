using Microsoft.EntityFrameworkCore;
using Virker.Effects.Storage;
using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Effects.Tests.Trials;

public sealed class Draw_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_lot_is_drawn_once_and_asked_again_it_is_the_same(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen();
        var kim = await house.Citizen();

        Assert.Equal("isTold", Assert.Single((await house.Draw(trial, kim, isTold: false)).Problems).Field);
        var arm = await house.Drawn(trial, kim);

        Assert.Equal(arm, await house.Drawn(trial, kim));
        Assert.Equal(1, (await house.One(trial)).Drawn);
        Assert.Equal(arm, Assert.Single(await house.Get<ReadTrials>().OfCitizen(house.Anna, kim, null, default)).Arm);
        await using var records = await house
            .Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(house.Test.Here, default);
        var line = await records.Audit.SingleAsync(e => e.Action == "trial.draw");
        Assert.Equal(
            kim,
            (await records.Set<Platform.Audit.AuditCitizen>().SingleAsync(c => c.Seq == line.Seq)).CitizenId
        );
        Assert.DoesNotContain(arm.Code(), line.Detail ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nobody_reads_the_next_arm_in_the_database_and_the_analyst_sees_no_arms_while_lots_are_drawn(
        DatabaseProvider provider
    )
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen();
        for (int i = 0; i < 10; i++)
            await house.Drawn(trial, await house.Citizen());

        await using var db = await house.Open();
        var places = await db.TrialPlaces.OrderBy(p => p.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, places.Count), places.Select(p => p.Number));
        Assert.True(places.Count > 10 && places.Skip(10).All(p => p.CitizenId is null) || places.Count == 10);
        Assert.All(
            places,
            p =>
                Assert.DoesNotContain(
                    "treat",
                    System.Text.Encoding.Latin1.GetString(p.Arm.Bytes),
                    StringComparison.Ordinal
                )
        );
        // A sealed arm opens in its own place only: lots cannot be swapped.
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() =>
            db.Vault.Open(places[0].Arm, places[1].Id, "arm")
        );
        var seen = await house.One(trial);
        Assert.Null(seen.Arms);
        Assert.Null(seen.FinalFrom);
        int treated = places.Take(10).Count(p => db.Vault.Open(p.Arm, p.Id, "arm") == "treatment");
        Assert.InRange(treated, 2, 8);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_at_once_get_each_their_place_and_one_asked_twice_at_once_gets_one(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen();
        List<Guid> citizens = [];
        for (int i = 0; i < 12; i++)
            citizens.Add(await house.Citizen());

        var drawn = await Task.WhenAll(
            citizens.Concat(citizens).Select(c => Task.Run(async () => (Citizen: c, Arm: await house.Drawn(trial, c))))
        );

        Assert.All(drawn.GroupBy(d => d.Citizen), g => Assert.Single(g.Select(d => d.Arm).Distinct()));
        await using var db = await house.Open();
        var taken = await db.TrialPlaces.Where(p => p.CitizenId != null).OrderBy(p => p.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 12), taken.Select(p => p.Number));
        Assert.Equal(12, taken.Select(p => p.CitizenId).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_last_place_closes_the_trial_and_the_arms_are_even(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen(TrialHouse.Plan with { People = 20 });
        for (int i = 0; i < 20; i++)
            await house.Drawn(trial, await house.Citizen());

        var seen = await house.One(trial);
        Assert.Equal(TrialState.Following, seen.State);
        // The last block may be cut: blocks of four and six are at most three apart.
        Assert.InRange(seen.Arms!.Treatment, 7, 13);
        Assert.Equal(20, seen.Arms.Treatment + seen.Arms.Usual);
        var late = await house.Citizen();
        await Assert.ThrowsAsync<InvalidInputException>(() => house.Draw(trial, late));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Who_does_not_meet_the_conditions_gets_no_lot(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen();
        var otherGroup = await house.Citizen("6.2");
        var tooNew = await house.Citizen(weeksInGroup: 25);
        var inWork = await house.Citizen();
        await house.Hours(inWork, house.Today.Monday().AddDays(-14), 60);
        var fits = await house.Citizen();

        foreach (var citizen in new[] { otherGroup, tooNew, inWork })
            Assert.Null((await house.Draw(trial, citizen)).Arm);
        Assert.Equal(
            1,
            await house.Get<Casework.Cohorts.FindCohort>().Count(house.Analyst, TrialHouse.Plan.Rule, default)
        );
        await house.Drawn(trial, fits);
        await Assert.ThrowsAsync<InvalidInputException>(() => house.Draw(trial, Guid.CreateVersion7()));
        await Assert.ThrowsAsync<InvalidInputException>(() => house.Draw(Guid.CreateVersion7(), fits));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_citizen_who_says_no_is_counted_and_gets_no_lot_later_and_a_lot_cannot_be_undone(
        DatabaseProvider provider
    )
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen();
        var (no, yes) = (await house.Citizen(), await house.Citizen());
        var refuse = house.Get<RefuseTrial>();

        Assert.Equal("kind", Assert.Single(await refuse.Execute(house.Anna, trial, no, null, default)).Field);
        Assert.Empty(await refuse.Execute(house.Anna, trial, no, RefusalKind.Declined, default));
        Assert.Empty(await refuse.Execute(house.Anna, trial, no, RefusalKind.Declined, default));
        await house.Drawn(trial, yes);

        Assert.Single((await house.Draw(trial, no)).Problems);
        Assert.Single(await refuse.Execute(house.Anna, trial, yes, RefusalKind.NotSuitable, default));
        var seen = await house.One(trial);
        Assert.Equal((1, 0, 1), (seen.Declined, seen.NotSuitable, seen.Drawn));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipality_has_neither_the_trial_nor_the_citizen(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen();
        var kim = await house.Citizen();
        var stranger = house.Test.Stranger;

        Assert.Null(await house.Get<ReadTrials>().One(stranger, trial, default));
        Assert.Empty(await house.Get<ReadTrials>().All(stranger, default));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<DrawLot>().Execute(stranger, trial, kim, true, default)
        );
    }
}
