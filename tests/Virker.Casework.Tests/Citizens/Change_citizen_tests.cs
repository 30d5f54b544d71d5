using Virker.Casework.Citizens;
using Virker.Casework.Overviews;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Citizens;

public sealed class Change_citizen_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    private static readonly CitizenDetails Ida = new("Ida", "Prøve", "Byvej 1", "9999", "Testby");

    private static Task<IReadOnlyList<FieldProblem>> Change(
        CitizensHouse house,
        Guid id,
        CitizenDetails details,
        string? reason = null
    ) => house.Get<ChangeCitizen>().Execute(house.Anna, id, details, reason, default);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_new_name_is_found_and_the_old_one_is_not(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add("Ida Marie", "Prøve");

        Assert.Empty(await Change(house, id, new CitizenDetails("Ida", "Sørensen")));

        Assert.Equal("Ida", await house.Found("sør"));
        Assert.Equal("Ida", await house.Found("ida"));
        Assert.Equal("", await house.Found("marie"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Protection_moves_the_address_behind_the_seal_and_forgets_the_place_on_the_map(
        DatabaseProvider provider
    )
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();
        Assert.Empty(await Change(house, id, Ida));
        await using (var db = await house.Open())
        {
            var citizen = db.Citizens.Single();
            Assert.Equal("Byvej 1", citizen.Address);
            (citizen.East, citizen.North) = (100, 200);
            await db.SaveAsync(house.Anna, "test.map", id, null, default);
        }

        Assert.Empty(await Change(house, id, Ida with { IsAddressProtected = true }));

        var row = await house.Row(id);
        Assert.Equal((null, null, null), (row.Address, row.PostalCode, row.City));
        Assert.Equal((null, null), (row.East, row.North));
        Assert.Null((await house.Get<ReadCitizen>().Details(house.Anna, id, default))!.Address);
        Assert.Null((await house.Get<ReadCitizenPage>().Execute(house.Anna, id, default)).Reach.Address);
        Assert.DoesNotContain(await house.Log(), l => l.Detail?.Contains("Byvej", StringComparison.Ordinal) == true);
        Assert.Equal("citizen.protect", (await house.Log())[^1].Action);
        var shown = await house.Get<ShowAddress>().Execute(house.Anna, id, "Et brev skal af sted", default);
        Assert.Equal(new HomeAddress("Byvej 1", "9999", "Testby"), shown.Address);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_protected_address_stays_when_nothing_is_written_and_is_lifted_only_with_a_reason(
        DatabaseProvider provider
    )
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.AddProtected("Skjultvej 7");
        var blank = new CitizenDetails("Ida", "Prøve", Phone: "12 34 56 78", IsAddressProtected: true);
        Assert.Empty(await Change(house, id, blank));
        Assert.NotNull((await house.Row(id)).ProtectedAddress);

        var open = blank with { IsAddressProtected = false };
        Assert.Equal("reason", Assert.Single(await Change(house, id, open)).Field);
        Assert.True((await house.Row(id)).IsAddressProtected);

        Assert.Empty(await Change(house, id, open, "Beskyttelsen er ophørt"));
        var row = await house.Row(id);
        Assert.Equal(("Skjultvej 7", null), (row.Address, row.ProtectedAddress));
        Assert.Equal("Beskyttelsen er ophørt", (await house.Log())[^1].Why);
    }

    [Fact]
    public async Task A_protected_address_is_not_shown_without_a_reason()
    {
        await using var house = await CitizensHouse.On(DatabaseProvider.Sqlite);
        var id = await house.AddProtected();

        var shown = await house.Get<ShowAddress>().Execute(house.Anna, id, " ", default);

        Assert.Null(shown.Address);
        Assert.Equal("reason", Assert.Single(shown.Problems).Field);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Another_municipalitys_citizen_cannot_be_changed_or_read_by_a_guessed_id(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.AddProtected();
        var bo = house.Test.Stranger;

        await Refused(house.Get<ChangeCitizen>().Execute(bo, id, Ida, "x", default));
        await Refused(house.Get<ShowAddress>().Execute(bo, id, "x", default));
        await Refused(house.Get<StartSpell>().Execute(bo, id, "6.3", house.Today, default));
        await Refused(house.Get<EndSpell>().Execute(bo, id, house.Today, SpellEnd.Other, "x", false, default));
        await Refused(house.Get<ChangePrimaryContact>().Execute(bo, id, bo.Id, "x", default));
        await Refused(house.Get<SayJobGoal>().Execute(bo, id, "x", null, default));
        await Refused(house.Get<WriteJournalNote>().Execute(bo, id, Guid.CreateVersion7(), "x", null, default));
        await Refused(house.Get<ReadCitizenPage>().Execute(bo, id, default));
        Assert.Null(await house.Get<ReadCitizen>().Details(bo, id, default));
        Assert.Empty((await house.Get<ReadJournal>().Execute(bo, id, 1, default)).Notes);
        Assert.Empty((await house.Get<ReadHistory>().Execute(bo, id, default)).Contacts);
        Assert.Empty((await house.Get<ReadCitizenLog>().Execute(bo, id, house.Today, house.Today, default)).Lines);

        static Task Refused(Task task) => Assert.ThrowsAsync<InvalidInputException>(() => task);
    }
}
