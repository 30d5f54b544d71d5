using Virker.Casework.Employers;
using Virker.Casework.Overviews;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Employers;

public sealed class Find_employers_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Workplaces_are_found_by_words_of_name_number_or_place_whatever_the_letters(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);
        await house.Workplace("Ærøs Ål & Æg");
        await house.Workplace("Bageren 100 %");

        Assert.Equal(["Ærøs Ål & Æg"], await Names(new EmployerSearch("ÆG ærø", null, null, false)));
        Assert.Equal(["Bageren 100 %"], await Names(new EmployerSearch("100 %", null, null, false)));
        Assert.Equal(["Bageren 100 %"], await Names(new EmployerSearch("10000002", null, null, false)));
        Assert.Empty(await Names(new EmployerSearch("bageren ål", null, null, false)));
        Assert.Empty(await Names(new EmployerSearch(null, "81", null, false)));
        Assert.Equal(2, (await Names(new EmployerSearch(null, "10", null, false))).Length);

        async Task<string[]> Names(EmployerSearch search) =>
            [.. (await house.Get<FindEmployers>().Execute(house.Anna, search, default)).Lines.Select(l => l.Name)];
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task My_workplaces_and_those_where_contact_is_due(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await house.Workplace("Ny", Cooperation.Partnership, house.Today.AddMonths(-2), owned: true);
        await house.Workplace("Partner", Cooperation.Partnership, house.Today.AddMonths(-3), owned: true);
        await house.Workplace("Kontakt", Cooperation.Contact, house.Today.AddMonths(-3), owned: true);
        await house.Workplace("Aldrig", Cooperation.Passive, null, owned: true);
        await house.Workplace("Ingens", Cooperation.Contact, null);

        Assert.Equal(["Aldrig", "Kontakt", "Ny", "Partner"], await Names(isDue: false));
        Assert.Equal(["Aldrig", "Partner"], await Names(isDue: true));

        async Task<string[]> Names(bool isDue) =>
            [
                .. (
                    await house
                        .Get<FindEmployers>()
                        .Execute(house.Anna, new EmployerSearch(null, null, house.Anna.Id, isDue), default)
                ).Lines.Select(l => l.Name),
            ];
    }

    [Fact]
    public void Contact_is_due_in_the_list_on_the_day_the_task_falls_due()
    {
        for (var today = new DateOnly(2026, 1, 1); today.Year < 2029; today = today.AddDays(1))
        {
            var from = Rhythm.DueFrom(3, today);
            Assert.True(from.AddMonths(3) <= today && from.AddDays(1).AddMonths(3) > today);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_closed_workplace_is_found_only_by_its_words(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var closed = await house.Workplace("Lukket");
        await house.Get<CloseWorkplace>().Execute(house.Anna, closed.Id, true, default);
        var find = house.Get<FindEmployers>();

        Assert.Empty((await find.Execute(house.Anna, new(null, null, null, false), default)).Lines);
        Assert.True(
            (await find.Execute(house.Anna, new("lukket", null, null, false), default)).Lines.Single().IsClosed
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_workplace_shows_its_people_its_room_and_what_to_think_about(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var workplace = await house.Workplace(owned: true);
        for (int i = 0; i < 3; i++)
            await house.Placement(await house.Citizen($"Nr{i}"), house.Today.AddDays(-200 - i), workplace, weeks: 20);
        await house.Get<RecordContact>().Execute(house.Anna, workplace.Id, new(house.Today, "Travlt"), default);

        var read = await house.Get<ReadWorkplace>().Execute(house.Anna, workplace.Id, default);

        Assert.Equal(house.Today.AddMonths(6), read!.NextContactOn);
        Assert.Equal("Travlt", Assert.Single(read.Contacts).Note);
        Assert.Equal("repeat_at_workplace", read.Flag!.Code);
        Assert.All(read.Placements, p => Assert.Equal("past_13_weeks", p.Flag!.Code));
        Assert.Equal("Nr0 Prøve", read.Placements[0].Citizen);
        Assert.Equal((1, Virker.Casework.Matching.Room.Free), (read.Capacity.Places, read.Capacity.Room));
        Assert.True(read.Balance.IsInvented);
        Assert.Null(await house.Get<ReadWorkplace>().Execute(house.Test.Stranger, workplace.Id, default));
    }

    [Fact]
    public void A_flag_needs_the_number_the_rule_says_and_no_hire()
    {
        var flags = MisuseFlags.On(new DateOnly(2026, 11, 2));
        Assert.Null(flags.AtWorkplace(new(2, 0)));
        Assert.Null(flags.AtWorkplace(new(5, 1)));
        Assert.NotNull(flags.AtWorkplace(new(3, 0)));
        Assert.NotNull(flags.ForCitizen(new(3, 0)));
        Assert.Null(flags.OfLength(13 * 7));
        Assert.Equal("past_13_weeks", flags.OfLength((13 * 7) + 1)!.Code);
        Assert.Equal("past_13_weeks", flags.OfLength(26 * 7)!.Code);
        Assert.Equal("past_26_weeks", flags.OfLength((26 * 7) + 1)!.Code);
        Assert.Equal(new DateOnly(2024, 11, 2), flags.WorkplaceSince);
        Assert.Null(MisuseFlags.On(new DateOnly(2019, 12, 31)).OfLength(1000));
        Assert.Null(MisuseFlags.On(new DateOnly(2021, 2, 28)).AtWorkplace(new(9, 0)));
    }
}
