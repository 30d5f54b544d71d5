using Virker.Casework.Citizens;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Citizens;

public sealed class Add_citizen_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_citizen_is_registered_with_target_group_and_primary_contact(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var since = house.Today.AddDays(-10);

        var id = await house.Add(
            CitizensHouse.Someone("410180-0001") with
            {
                TargetGroup = "6.3",
                Since = since,
                PrimaryContact = house.Anna.Id,
            }
        );

        await using var db = await house.Open();
        var citizen = db.Citizens.Single();
        Assert.Equal("4101800001", db.Vault.Open(citizen.Cpr, id, "cpr"));
        Assert.Equal(("6.3", (Guid?)house.Anna.Id), (citizen.TargetGroup, citizen.PrimaryContactId));
        var spell = Assert.Single(db.Spells);
        Assert.Equal(("6.3", since, null), (spell.TargetGroup, spell.From, spell.To));
        Assert.Equal(house.Today, Assert.Single(db.PrimaryContacts).From);
        Assert.Equal("citizen.add", (await house.Log())[^1].Action);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_number_is_registered_once_and_is_not_repeated_in_the_message(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        await house.Add(CitizensHouse.Someone("4101800001"));

        var again = await house.Try(CitizensHouse.Someone("410180-0001", "En", "Anden"));

        Assert.Null(again.Id);
        var problem = Assert.Single(again.Problems);
        Assert.Equal("cpr", problem.Field);
        Assert.DoesNotContain("410180", problem.Text.Da + problem.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Two_who_register_the_same_person_at_once_make_one_citizen(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);

        var added = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.Try(CitizensHouse.Someone("4101800001"))))
        );

        Assert.Single(added, a => a.Id is not null);
        Assert.All(added.Where(a => a.Id is null), a => Assert.Equal("cpr", Assert.Single(a.Problems).Field));
    }

    [Theory]
    [InlineData("0101800001", "cpr")] // A real person could have it.
    [InlineData("41018000", "cpr")]
    [InlineData("", "cpr")]
    [InlineData("4101800001", null)]
    [InlineData("0113800001", null)]
    public async Task In_a_made_up_municipality_the_number_must_be_impossible(string cpr, string? field)
    {
        await using var house = await CitizensHouse.On(DatabaseProvider.Sqlite);
        var added = await house.Try(CitizensHouse.Someone(cpr));
        Assert.Equal(field, added.Problems.SingleOrDefault()?.Field);
    }

    [Theory]
    [InlineData("4101800001", null, "cpr")]
    [InlineData("3002800001", null, "cpr")]
    [InlineData("0101365000", null, "cpr")] // 2036 has not come.
    [InlineData("0101800002", "1980-01-02", "bornOn")]
    [InlineData("0101800002", null, null)] // Fails modulus 11, which is never asked.
    [InlineData("0101800002", "1980-01-01", null)]
    public async Task In_a_real_municipality_the_number_must_be_possible(string cpr, string? born, string? field)
    {
        await using var house = await CitizensHouse.On(DatabaseProvider.Sqlite);
        var wanted = CitizensHouse.Someone(cpr) with
        {
            BornOn = born is null ? null : DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture),
        };

        var added = await house.Try(wanted, house.AnnaForReal);

        Assert.Equal(field, added.Problems.SingleOrDefault()?.Field);
        if (added.Id is { } id)
            Assert.Equal(new DateOnly(1980, 1, 1), (await house.Row(id)).BornOn);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_beside_its_field()
    {
        await using var house = await CitizensHouse.On(DatabaseProvider.Sqlite);
        var details = new CitizenDetails(" ", null, PostalCode: "12", Phone: "ring", Email: "snabel");

        var added = await house.Try(
            new NewCitizen("4101800001", details, null, "noget", house.Today.AddDays(40), house.Anna.Id)
        );

        Assert.Equal(
            ["bornOn", "firstNames", "lastName", "postalCode", "phone", "email", "targetGroup", "since"],
            added.Problems.Select(p => p.Field)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_protected_address_is_nowhere_in_the_open_not_even_in_the_log(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);

        var id = await house.AddProtected("Skjultvej 7");

        var citizen = await house.Row(id);
        Assert.Equal(
            (true, null, null, null),
            (citizen.IsAddressProtected, citizen.Address, citizen.PostalCode, citizen.City)
        );
        Assert.NotNull(citizen.ProtectedAddress);
        Assert.DoesNotContain(await house.Log(), l => l.Detail?.Contains("Skjult", StringComparison.Ordinal) == true);
    }
}
