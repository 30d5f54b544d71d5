using Microsoft.EntityFrameworkCore;
using Virker.Casework.Employers;
using Virker.Casework.Night;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Employers;

public sealed class Workplace_tests
{
    private const string Cvr = "13748136";

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    private static WorkplaceDetails Bakery =>
        new("Bageren på Torvet", "10", City: "Ærøskøbing", Employees: 12.5m) { Occupations = Codes.Of("7512", "5223") };

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_workplace_is_added_with_its_company_and_an_owner(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);

        var first = await Add(house, new NewWorkplace("DK13748136", "1003388394", Bakery, "Torvets Brød"));
        var second = await Add(house, new NewWorkplace(Cvr, "1003388395", Bakery with { Name = "Filialen" }));

        await using var db = await house.Open();
        var company = await db.Companies.SingleAsync();
        Assert.Equal((Cvr, "Torvets Brød"), (company.Cvr, company.Name));
        var workplaces = await db.Workplaces.OrderBy(w => w.PNumber).ToListAsync();
        Assert.Equal([first.Id, second.Id], workplaces.Select(w => (Guid?)w.Id));
        Assert.All(
            workplaces,
            w => Assert.Equal((company.Id, house.Anna.Id, 1250), (w.CompanyId, w.OwnerId, w.Employees))
        );
        Assert.Equal(4, await db.WorkplaceOccupations.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_is_saved(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await Add(house, new NewWorkplace(Cvr, "1003388394", Bakery, "Torvets Brød"));

        var wrong = await Add(
            house,
            new NewWorkplace(
                "13748137",
                "1003388394",
                Bakery with
                {
                    Name = " ",
                    Industry = "04",
                    PostalCode = "12",
                    Employees = -1,
                    EmployeesCountedOn = house.Today.AddDays(1),
                    OpenPlaces = -1,
                    East = 1,
                    Occupations = Codes.Of("0000"),
                }
            )
        );

        Assert.Null(wrong.Id);
        Assert.Equal(
            [
                "cvr",
                "companyName",
                "pNumber",
                "name",
                "industry",
                "postalCode",
                "employees",
                "employeesCountedOn",
                "openPlaces",
                "north",
                "occupations",
            ],
            wrong.Problems.Select(p => p.Field)
        );
        await using var db = await house.Open();
        Assert.Equal(1, await db.Workplaces.CountAsync());
        Assert.Equal(1, await db.Companies.CountAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_company_is_there_once(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var add = house.Get<AddCompany>();

        Assert.Empty(await add.Execute(house.Anna, Cvr, "Brød", false, default));

        Assert.Equal("cvr", Assert.Single(await add.Execute(house.Anna, Cvr, "Brød", false, default)).Field);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_workplace_is_changed_with_old_and_new_in_the_log(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var id = (await Add(house, new NewWorkplace(Cvr, "1003388394", Bakery, "Torvets Brød"))).Id!.Value;

        var changed = Bakery with { OpenPlaces = 2, Occupations = Codes.Of("5223", "9112") };
        Assert.Empty(await house.Get<ChangeWorkplace>().Execute(house.Anna, id, changed, default));

        await using var db = await house.Open();
        Assert.Equal(2, (await db.Workplaces.SingleAsync()).OpenPlaces);
        Assert.Equal(
            ["5223", "9112"],
            await db.WorkplaceOccupations.Select(o => o.Occupation).OrderBy(o => o).ToListAsync()
        );
        var line = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "workplace.change");
        Assert.Contains("\"OpenPlaces\":[\"0\",\"2\"]", line.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_relation_passes_to_another_with_its_tasks_unless_somebody_came_first(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace(owned: true);
        await house.MakeTasks();
        var (bo, eva) = (Colleague(house), Colleague(house));
        var take = house.Get<TakeOwnership>();

        await take.Execute(bo, workplace.Id, seen: house.Anna.Id, default);
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            take.Execute(eva, workplace.Id, seen: house.Anna.Id, default)
        );

        await using var db = await house.Open();
        Assert.Equal(bo.Id, (await db.Workplaces.SingleAsync()).OwnerId);
        Assert.Equal(bo.Id, Assert.Single(await house.OpenTasks()).OwnerId);
        var line = await db.Set<AuditEntry>().SingleAsync(e => e.Action == "workplace.own");
        Assert.Contains($"\"OwnerId\":[\"{house.Anna.Id}\",\"{bo.Id}\"]", line.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_many_who_take_a_workplace_at_once_one_gets_it(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace();
        var takers = Enumerable.Range(0, 8).Select(_ => Colleague(house)).ToList();

        bool[] got = await Task.WhenAll(takers.Select(Try));

        Assert.Equal(1, got.Count(g => g));
        await using var db = await house.Open();
        Assert.Equal(takers[Array.IndexOf(got, true)].Id, (await db.Workplaces.SingleAsync()).OwnerId);
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "workplace.own"));

        async Task<bool> Try(Worker taker)
        {
            try
            {
                await Task.Run(() => house.Get<TakeOwnership>().Execute(taker, workplace.Id, null, default));
                return true;
            }
            catch (InvalidInputException)
            {
                return false;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_next_contact_is_counted_from_the_newest(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace(lastContact: house.Today.AddMonths(-7), owned: true);
        await house.MakeTasks();
        var record = house.Get<RecordContact>();
        string[] wrong =
        [
            .. (await record.Execute(house.Anna, workplace.Id, new(house.Today.AddDays(1), " "), default)).Select(p =>
                p.Field
            ),
        ];

        Assert.Equal(["on", "note"], wrong);
        Assert.Empty(await Contact(house.Today.AddMonths(-8), null));
        Assert.Single(await house.OpenTasks());
        Assert.Empty(await Contact(house.Today, Cooperation.Partnership));
        Assert.Empty(await house.OpenTasks());
        await house.MakeTasks();

        Assert.Equal(house.Today.AddMonths(3), Assert.Single(await house.OpenTasks()).Due);

        Task<IReadOnlyList<FieldProblem>> Contact(DateOnly on, Cooperation? became) =>
            record.Execute(house.Anna, workplace.Id, new(on, "Mangler folk i weekenden", became), default);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_closed_workplace_has_no_owner_and_no_open_tasks(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace(owned: true);
        await house.MakeTasks();

        await house.Get<CloseWorkplace>().Execute(house.Anna, workplace.Id, true, default);
        await house.MakeTasks();

        Assert.Empty(await house.OpenTasks());
        await using var db = await house.Open();
        var closed = await db.Workplaces.SingleAsync();
        Assert.Equal((null, house.Today), (closed.OwnerId, closed.ClosedOn));
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<TakeOwnership>().Execute(house.Anna, workplace.Id, null, default)
        );
        await house.Get<CloseWorkplace>().Execute(house.Anna, workplace.Id, false, default);
        await house.Get<TakeOwnership>().Execute(house.Anna, workplace.Id, null, default);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipalitys_workplace_does_not_exist(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace();

        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<TakeOwnership>().Execute(house.Test.Stranger, workplace.Id, null, default)
        );
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<ChangeWorkplace>().Execute(house.Test.Stranger, workplace.Id, Bakery, default)
        );
    }

    internal static Worker Colleague(CaseHouse house) =>
        house.Anna with
        {
            Id = Guid.CreateVersion7(),
            Name = "Kollega",
        };

    private static Task<WorkplaceAdded> Add(CaseHouse house, NewWorkplace added) =>
        house.Get<AddWorkplace>().Execute(house.Anna, added, default);
}
