using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Ips;
using Virker.Casework.Tests.Demo;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.MadeUp;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Ips;

/// <summary>What a clinician may see is asked of the consent in the database at every look, and looks and refusals are in
/// the log.</summary>
public sealed class Consent_tests
{
    private static readonly Guid Carla = new("01920000-0000-7000-8000-000000000011");
    private static readonly Guid Bent = new("01920000-0000-7000-8000-000000000012");

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Revoked_the_next_look_is_refused_and_the_log_shows_both(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);
        var (worker, citizen, units) = await Town(test);
        var clinician = worker with { Id = Bent, Name = "Bent Behandler" };
        var (shared, give, today) = (test.Get<ReadShared>(), test.Get<GiveConsent>(), test.Clock.Today());
        Assert.Null(await shared.Execute(clinician, units["Klinik"], citizen, default));
        Assert.Equal(
            "until",
            Assert.Single(await give.Execute(worker, citizen, units["Klinik"], today.AddDays(-1), default)).Field
        );
        Assert.Equal(
            "until",
            Assert.Single(await give.Execute(worker, citizen, units["Klinik"], today.AddMonths(13), default)).Field
        );
        // A team without clinicians is no unit.
        Assert.Equal("unit", Assert.Single(await give.Execute(worker, citizen, units["Job"], today, default)).Field);
        Assert.Empty(await give.Execute(worker, citizen, units["Klinik"], today.AddDays(10), default));

        Assert.Equal("Kim Prøve", (await shared.Execute(clinician, units["Klinik"], citizen, default))!.Citizen.Name);
        Assert.Single(await shared.List(clinician, units["Klinik"], default));
        Assert.Null(await shared.Execute(clinician, units["Job"], citizen, default));
        Assert.Null(await shared.Execute(clinician, null, citizen, default));
        Assert.Empty(await shared.List(clinician, units["Job"], default));
        await test.Get<RevokeConsent>().Execute(worker, citizen, units["Klinik"], default);
        Assert.Null(await shared.Execute(clinician, units["Klinik"], citizen, default));
        Assert.Empty(await shared.List(clinician, units["Klinik"], default));

        await using var db = await test.Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(worker.Municipality, default);
        var log = await db.Audit.OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync();
        Assert.Equal(
            ["consent.refused", "consent.give", "look.shared", "look.shared-list"],
            log.Where(a =>
                    a.Contains("consent", StringComparison.Ordinal) || a.Contains("shared", StringComparison.Ordinal)
                )
                .Take(4)
        );
        Assert.Equal(["consent.revoke", "consent.refused"], log.TakeLast(2));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_consent_ends_with_its_last_day(DatabaseProvider provider)
    {
        await using var test = await DemoHouse.On(provider);
        var (worker, citizen, units) = await Town(test);
        Assert.Empty(
            await test.Get<GiveConsent>()
                .Execute(worker, citizen, units["Klinik"], test.Clock.Today().AddDays(1), default)
        );
        test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await test.Get<ReadShared>().Execute(worker, units["Klinik"], citizen, default));
        test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await test.Get<ReadShared>().Execute(worker, units["Klinik"], citizen, default));
    }

    private static async Task<(Worker Worker, Guid Citizen, IReadOnlyDictionary<string, Guid> Units)> Town(
        TestMunicipalities test
    )
    {
        var municipality = await test.Get<MunicipalityCatalogue>().Add("ipsby", "Ipsby", madeUp: true);
        var units = await test.Get<MadeUpStaff>()
            .Put(
                municipality,
                [
                    new(Carla, "Carla Konsulent", "carla@example.org", Role.IpsConsultant, "Job"),
                    new(Bent, "Bent Behandler", "bent@example.org", Role.Clinician, "Klinik"),
                ],
                default
            );
        var worker = new Worker(Carla, "Carla Konsulent", municipality, new HashSet<Role> { Role.IpsConsultant });
        var added = await test.Get<AddCitizen>()
            .Execute(
                worker,
                new NewCitizen("4113910001", new CitizenDetails("Kim", "Prøve"), new DateOnly(1980, 1, 1)),
                default
            );
        return (worker, added.Id!.Value, units);
    }
}
