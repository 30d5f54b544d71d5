using Microsoft.EntityFrameworkCore;
using Virker.Casework.Assessments;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Assessments;

public sealed class Assessment_tests
{
    private static readonly HealthFacts Health = new("Ondt i ryggen", null, false, true, null);

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_version_is_added_and_the_old_stays_readable(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        var first = Draft() with { Resources = ["network", "driving_licence"], WantsToWork = null };
        Assert.Empty(await Write(house, citizen, first));
        Assert.Empty(
            await Write(
                house,
                citizen,
                first with
                {
                    BasedOn = 1,
                    Resources = ["network", "digital"],
                    WantsToWork = true,
                    WorkHistory = "Lager i tre år",
                    CitizenWords = "Jeg vil i gang.",
                }
            )
        );

        var newest = await Read(house, citizen);
        Assert.Equal(2, newest!.Shown!.Version);
        Assert.Equal([2, 1], newest.Versions.Select(v => v.Version));
        Assert.Equal(
            [
                "Borgerens ord: skrevet om",
                "Ressourcer: kommet til: Er vant til computer og telefon",
                "Ressourcer: faldet fra: Har kørekort",
                "Tidligere arbejde: kommet til",
                "Vil gerne arbejde: ved vi ikke → ja",
            ],
            newest.Changes!.Select(c => $"{c.Field.Da}: {c.What.Da}")
        );
        var old = await Read(house, citizen, 1);
        Assert.Equal("Jeg er nervøs.", old!.Shown!.CitizenWords);
        Assert.Equal(Codes.Of("driving_licence", "network"), old.Shown.Resources);
        Assert.Null(old.Changes);
        Assert.Null(await Read(house, citizen, 3));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_about_health_is_accepted_without_consent(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();

        foreach (
            var health in new[]
            {
                Health,
                new HealthFacts("ondt", null, null, null, null),
                new HealthFacts(null, false, null, null, null),
            }
        )
        {
            var problems = await Write(house, citizen, Draft() with { Health = health });
            Assert.Equal("healthConsent", Assert.Single(problems).Field);
        }

        Assert.Null((await Read(house, citizen))!.Shown);
        Assert.Empty(await Write(house, citizen, Draft() with { Health = new(" ", null, null, null, null) }));
        await using var db = await house.Open();
        Assert.Null((await db.Assessments.SingleAsync()).Health);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Health_is_sealed_and_no_longer_shown_when_the_consent_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        Assert.Empty(await Write(house, citizen, Draft() with { HealthConsentOn = house.Today, Health = Health }));
        Assert.Equal(Health, (await Read(house, citizen))!.Shown!.Health);
        await using (var db = await house.Open())
        {
            var row = await db.Assessments.SingleAsync();
            Assert.DoesNotContain("ryggen", System.Text.Encoding.UTF8.GetString(row.Health!.Bytes));
        }

        Assert.Empty(await Write(house, citizen, Draft() with { BasedOn = 1 }));

        var old = (await Read(house, citizen, 1))!.Shown!;
        Assert.Null(old.Health);
        Assert.True(old.IsHealthWithheld);
        var change = Assert.Single((await Read(house, citizen))!.Changes!);
        Assert.Equal("taget tilbage", change.What.Da);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var citizen = await house.Citizen();
        await Write(house, citizen, Draft());

        await Assert.ThrowsAsync<InvalidInputException>(() => Write(house, citizen, Draft()));
    }

    [Fact]
    public async Task Codes_of_another_kind_are_left_out()
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var citizen = await house.Citizen();

        await Write(house, citizen, Draft() with { Wishes = ["outdoors", "network", "no_such_code"] });

        Assert.Equal(Codes.Of("outdoors"), (await Read(house, citizen))!.Shown!.Wishes);
    }

    [Fact]
    public async Task An_assessment_without_words_is_none()
    {
        await using var house = await CaseHouse.On(DatabaseProvider.Sqlite);
        var citizen = await house.Citizen();

        var problems = await Write(
            house,
            citizen,
            Draft() with
            {
                CitizenWords = " ",
                HealthConsentOn = house.Today.AddDays(1),
            }
        );

        Assert.Equal(["healthConsentOn", "citizenWords"], problems.Select(p => p.Field));
    }

    [Fact]
    public void Every_code_has_a_name_in_both_languages_and_says_nothing_of_health()
    {
        Assert.True(AssessmentCodes.All.Count > 30);
        foreach (var kind in Enum.GetValues<AssessmentKind>())
            Assert.NotEmpty(AssessmentCodes.Of(kind));
        string[] health = ["syg", "smerte", "diagnose", "psyk", "alkohol", "stoffer", "behandling", "medicin"];
        Assert.All(AssessmentCodes.All, c => Assert.DoesNotContain(health, h => c.Name.Da.Contains(h)));
    }

    private static AssessmentDraft Draft() => new(0, "Jeg er nervøs.", null, [], [], [], null, null, null, null, null);

    private static Task<IReadOnlyList<FieldProblem>> Write(CaseHouse house, Guid citizen, AssessmentDraft draft) =>
        house.Get<WriteAssessment>().Execute(house.Anna, citizen, draft, default);

    private static Task<AssessmentHistory?> Read(CaseHouse house, Guid citizen, int? version = null) =>
        house.Get<ReadAssessments>().Execute(house.Anna, citizen, version, default);
}
