using System.Text;
using Microsoft.EntityFrameworkCore;
using Virker.Casework.Employers;
using Virker.Casework.Overviews;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Employers;

public sealed class Import_employers_tests
{
    private const string Companies = "cvr,name,is_public,is_closed\n13748136,Brød ApS,nej,\n";
    private const string Heading =
        "p_number,cvr,name,address,postal_code,city,east,north,industry,industry_version,employees,employees_counted_on,cooperation,contact_person,contact_phone,open_places,offers_paid_hours,occupations\n";
    private const string Bakery =
        "1003388394,13748136,Bageren,Torvet 1,9999,Prøvekøbing,100,200,10,DB07,12.5,2026-10-01,cooperating,Kim Prøve,+45 00000000,2,ja,7512;5223\n";

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Companies_and_workplaces_are_read_and_the_same_files_twice_change_nothing(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);

        Assert.Equivalent(new FileImported([], 1), await ImportCompanies(house, Companies));
        Assert.Equivalent(new FileImported([], 1), await ImportWorkplaces(house, Heading + Bakery));
        Assert.Equivalent(new FileImported([], 0, 0, 1), await ImportCompanies(house, Companies));
        Assert.Equivalent(new FileImported([], 0, 0, 1), await ImportWorkplaces(house, Heading + Bakery));
        Assert.Equivalent(
            new FileImported([], 0, 1),
            await ImportWorkplaces(house, Heading + Bakery.Replace("12.5", "13", StringComparison.Ordinal))
        );

        await using var db = await house.Open();
        var read = await db.Workplaces.SingleAsync();
        Assert.Equal((1300, 2, true, "10"), (read.Employees, read.OpenPlaces, read.OffersPaidHours, read.Industry));
        Assert.Equal("+45 00000000", read.ContactPhone);
        Assert.Equal(2, await db.WorkplaceOccupations.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_wrong_cell_is_named_and_nothing_is_saved(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await ImportCompanies(house, Companies);

        var report = await ImportWorkplaces(
            house,
            Heading + Bakery + "123,13748136,B,,12,,1,,99,DB07,x,2030-01-01,friends,,,-1,måske,0000\n" + Bakery
        );

        Assert.Equal(
            [
                (3, "cooperation"),
                (3, "employees"),
                (3, "occupations"),
                (3, "offers_paid_hours"),
                (3, "p_number"),
                (4, "p_number"),
            ],
            report.Errors.Select(e => (e.Row, e.Column!)).Order()
        );
        await using var db = await house.Open();
        Assert.False(await db.Workplaces.AnyAsync());
        Assert.Equal(
            "cvr",
            Assert
                .Single((await ImportCompanies(house, "cvr,name,is_public,is_closed\n13748137,X,ja,\n")).Errors)
                .Column
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_right_row_is_still_checked_as_a_form_is(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await ImportCompanies(house, Companies);

        var report = await ImportWorkplaces(
            house,
            Heading + "1003388394,99999999,B,,12,,1,,04,DB07,1,2030-01-01,,,,-1,,\n"
        );

        Assert.Equal(
            ["cvr", "employees_counted_on", "industry", "north", "open_places", "postal_code"],
            report.Errors.Select(e => e.Column).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Editions_of_the_balance_stand_beside_each_other_and_the_newest_in_force_is_used(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace();
        await house.Save(new WorkplaceOccupation { WorkplaceId = workplace.Id, Occupation = "9112" });
        await Import(new(2026, 1, 1), "9112,GODE,https://example.org\n9111,GODE,https://example.org\n");
        await Import(new(2026, 7, 1), "9112,MINDRE_GODE,https://example.org\n");
        await Import(new(2027, 1, 1), "9112,MANGEL,https://example.org\n");

        var replaced = await Import(new(2026, 1, 1), "9112,PARADOKS,https://example.org\n");
        var wrong = await Import(new(2026, 7, 1), "0000,GODE,https://example.org\n9112,BEDST,example\n");

        Assert.Equal((0, 1), (replaced.Added, replaced.Changed));
        Assert.Equal(["occupation", "category", "source_url"], wrong.Errors.Select(e => e.Column));
        var read = await house.Get<ReadWorkplace>().Execute(house.Anna, workplace.Id, default);
        Assert.Equal((new DateOnly(2026, 7, 1), true), (read!.Balance.Edition, read.Balance.IsInvented));
        Assert.Equal("MINDRE_GODE", Assert.Single(read.Occupations).Category!.Code);
        await using var db = await house.Open();
        Assert.Equal(3, await db.OccupationBalances.CountAsync());

        Task<FileImported> Import(DateOnly edition, string rows) =>
            house
                .Get<ImportBalance>()
                .Execute(house.Anna, edition, Csv("occupation,category,source_url\n" + rows), "balance.csv", default);
    }

    private static Task<FileImported> ImportCompanies(CaseHouse house, string csv) =>
        house.Get<ImportCompanies>().Execute(house.Anna, Csv(csv), "companies.csv", default);

    private static Task<FileImported> ImportWorkplaces(CaseHouse house, string csv) =>
        house.Get<ImportWorkplaces>().Execute(house.Anna, Csv(csv), "workplaces.csv", default);

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));
}
