using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.Matching;
using Virker.Casework.Overviews;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Matching;

public sealed class Find_match_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_workplaces_that_fit_a_citizen_come_with_their_reasons(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await Wishing(house, "9112", east: 0);
        var near = await Place(house, "Vinduer", "9123", east: 1000);
        var same = await Place(house, "Rent", "9112", east: 40_000, employees: 1000);
        await Place(house, "Data", "3512", east: 0);
        await Place(house, "Lukket", "9112", east: 0, closed: true);
        await house.Placement(await house.Citizen("Bo"), house.Today.AddDays(-300), same, weeks: 13);
        await Hired(house);
        await house.Placement(await house.Citizen("Eva"), house.Today.AddDays(-20), same, weeks: 13);

        var found = await house.Get<FindWorkplaces>().Execute(house.Anna, kim, null, default);

        Assert.Equal((2, true), (found.Total, found.UsesDistance));
        Assert.Equal([same.Id, near.Id], found.Lines.Select(l => l.Workplace.Id));
        var first = found.Lines[0];
        Assert.Equal(40, first.Km);
        Assert.Equal((1, 1), (first.Workplace.Hires, first.Workplace.Ended));
        Assert.Equal(2, first.Workplace.Capacity.Places);
        Assert.Equal(Room.Free, first.Workplace.Capacity.Room);
        Assert.Contains(first.Reasons, r => r.Kind == ReasonKind.HiredBefore);
        Assert.Contains(first.Reasons, r => r.Kind == ReasonKind.IsFar && r.Side == Side.Against);
        Assert.Equal("Samme fag før beslægtede fag", found.Lines[1].After!.Value.Da);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_distance_of_a_protected_address_is_not_used(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await Wishing(house, "9112", east: 0, isProtected: true);
        var place = await Place(house, "Rent", "9112", east: 1000);

        var found = await house.Get<FindWorkplaces>().Execute(house.Anna, kim, null, default);
        var candidates = await house.Get<FindCandidates>().Execute(house.Anna, place.Id, default);

        Assert.False(found.UsesDistance);
        Assert.Null(Assert.Single(found.Lines).Km);
        var line = Assert.Single(candidates!.Lines);
        Assert.Equal((null, null), (line.Km, line.Citizen.East));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_workplaces_citizens_are_those_who_wished_for_it_and_persons_are_not_graded(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var place = await Place(house, "Rent", "9112", east: 0);
        var far = await Wishing(house, "9112", east: 50_000, name: "Anders");
        var placed = await Wishing(house, "9112", east: 0, name: "Bo");
        var yrsa = await Wishing(house, "9112", east: 100, name: "Yrsa");
        var aase = await Wishing(house, "9112", east: 0, name: "Åse");
        var near = await Wishing(house, "9123", east: 0, name: "Carl");
        await Wishing(house, "3512", east: 0, name: "Dan");
        await house.Placement(placed, house.Today.AddDays(-7));

        var found = await house.Get<FindCandidates>().Execute(house.Anna, place.Id, default);

        Assert.Equal([yrsa, aase, far, placed, near], found!.Lines.Select(l => l.Citizen.Id));
        Assert.Null(await house.Get<FindCandidates>().Execute(house.Test.Stranger, place.Id, default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Without_a_wish_the_open_places_are_shown_and_another_occupation_can_be_tried(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await house.Citizen();
        var open = await Place(house, "Åben", "3512", east: 0, openPlaces: 1);
        var other = await Place(house, "Rent", "9112", east: 0);

        var any = await house.Get<FindWorkplaces>().Execute(house.Anna, kim, null, default);
        var tried = await house.Get<FindWorkplaces>().Execute(house.Anna, kim, "9112", default);

        Assert.Equal(open.Id, Assert.Single(any.Lines).Workplace.Id);
        Assert.Equal(other.Id, Assert.Single(tried.Lines).Workplace.Id);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_match_asks_the_same_few_questions_however_many_fit(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var kim = await Wishing(house, "9112", east: 0);
        var first = await Place(house, "Rent", "9112", east: 0);
        var find = house.Get<FindWorkplaces>();
        await find.Execute(house.Anna, kim, null, default);
        int few = await CountedQueries.Of(() => find.Execute(house.Anna, kim, null, default));
        var company = new Company { Cvr = "99999999", Name = "Mange" };
        var many = Enumerable.Range(0, 250).Select(i => Row(company, $"P{i}", 1000 + i, $"20{i:00000000}")).ToList();
        await house.Save([
            company,
            .. many,
            .. many.Select(w => new WorkplaceOccupation { WorkplaceId = w.Id, Occupation = "9111" }),
        ]);

        WorkplacesFound found = null!;
        int all = await CountedQueries.Of(async () => found = await find.Execute(house.Anna, kim, null, default));

        Assert.Equal(few, all);
        Assert.InRange(all, 1, 7);
        Assert.Equal((251, FindWorkplaces.Shortlist), (found.Total, found.Lines.Count));
        Assert.Equal(first.Id, found.Lines[0].Workplace.Id);
        Assert.Equal(
            many.OrderBy(w => w.East).Take(199).Select(w => w.Id).Order(),
            found.Lines.Skip(1).Select(l => l.Workplace.Id).Order()
        );
        Assert.InRange(
            await CountedQueries.Of(() => house.Get<FindCandidates>().Execute(house.Anna, first.Id, default)),
            1,
            4
        );
        Assert.InRange(
            await CountedQueries.Of(() => house.Get<ReadWorkplace>().Execute(house.Anna, first.Id, default)),
            1,
            6
        );
    }

    internal static async Task<Guid> Wishing(
        CaseHouse house,
        string wish,
        int east,
        string name = "Kim",
        bool isProtected = false
    )
    {
        var id = await house.Citizen(name);
        await using var db = await house.Open();
        var citizen = await db.Citizens.SingleAsync(c => c.Id == id);
        (citizen.WishedOccupation, citizen.East, citizen.North) = (wish, east, 0);
        citizen.IsAddressProtected = isProtected;
        await db.SaveAsync(house.Anna, "test.set_up", id, null, default);
        return id;
    }

    internal static async Task<Workplace> Place(
        CaseHouse house,
        string name,
        string occupation,
        int east,
        int? employees = null,
        int openPlaces = 0,
        bool closed = false
    )
    {
        string number = $"{Guid.CreateVersion7().GetHashCode() & 0xFFFFFFF:0000000000}";
        var company = new Company { Cvr = number[2..], Name = name };
        var workplace = Row(company, name, east, number);
        (workplace.Employees, workplace.OpenPlaces) = (employees, openPlaces);
        workplace.ClosedOn = closed ? house.Today : null;
        await house.Save(
            company,
            workplace,
            new WorkplaceOccupation { WorkplaceId = workplace.Id, Occupation = occupation }
        );
        return workplace;
    }

    private static Workplace Row(Company company, string name, int east, string number) =>
        new()
        {
            CompanyId = company.Id,
            PNumber = number,
            Name = name,
            Industry = "81",
            East = east,
            North = 0,
        };

    private static async Task Hired(CaseHouse house)
    {
        await using var db = await house.Open();
        (await db.Placements.SingleAsync()).WasHired = true;
        await db.SaveAsync(house.Anna, "test.set_up", [], null, default);
    }
}
