using Virker.Effects.Trials;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Effects.Tests.Trials;

public sealed class Plan_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_plan_changes_until_it_is_frozen_and_never_after(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Planned(new TrialPlan("Et navn"));
        var lacks = await house.Freeze(trial);
        Assert.Equal(
            [
                "question",
                "treatment",
                "usual",
                "legalBasis",
                "intervention",
                "targetGroups",
                "evidenceGroup",
                "primary",
                "weeks",
                "people",
                "expectedUsual",
                "expectedTreatment",
            ],
            lacks.Select(p => p.Field)
        );
        var seen = (await house.One(trial)).PlanHash;
        Assert.Empty((await house.Get<PlanTrial>().Execute(house.Analyst, trial, TrialHouse.Plan, default)).Problems);
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<FreezeTrial>().Execute(house.Analyst, trial, seen, default)
        );
        Assert.Empty(await house.Freeze(trial));

        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<PlanTrial>().Execute(house.Analyst, trial, TrialHouse.Plan with { Weeks = 26 }, default)
        );
        await Assert.ThrowsAsync<InvalidInputException>(() => house.Freeze(trial));
        var frozen = await house.One(trial);
        Assert.True(frozen.IsAsFrozen);
        Assert.Equivalent(TrialHouse.Plan, frozen.Plan, strict: true);

        // Whoever changes the row behind the site's back is found out.
        await using var db = await house.Open();
        var row = db.Trials.Single();
        row.Plan = (TrialHouse.Plan with { Primary = OutcomeKind.LeftToJob }).Write();
        await db.SaveAsync(house.Anna, "test.set_up", [], null, default);
        Assert.False((await house.One(trial)).IsAsFrozen);
    }

    [Theory]
    [InlineData(3, null, "weeks")]
    [InlineData(157, null, "weeks")]
    [InlineData(13, 19, "people")]
    public void A_number_that_can_never_be_right_is_named(int weeks, int? people, string field) =>
        Assert.Equal(
            field,
            Assert.Single((TrialHouse.Plan with { Weeks = weeks, People = people ?? 40 }).Wrong()).Field
        );

    [Fact]
    public void Power_is_that_of_the_library_and_grows_with_the_people()
    {
        var power = TrialPower.Of(TrialHouse.Plan)!;
        Assert.Equal(
            Virker.Statistics.Trials.Power.Of(new Virker.Statistics.Trials.ProportionEndpoint(0.10, 0.40), 40),
            power.Power
        );
        Assert.True(power.Curve.Zip(power.Curve.Skip(1)).All(p => p.First.Power <= p.Second.Power));
        Assert.InRange(
            Virker.Statistics.Trials.Power.Of(
                new Virker.Statistics.Trials.ProportionEndpoint(0.10, 0.40),
                power.Needed
            ),
            0.8,
            0.85
        );
        Assert.Null(TrialPower.Of(TrialHouse.Plan with { ExpectedTreatment = null }));
    }
}
