using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests;

public sealed class Storage_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_citizen_is_kept_sealed_and_only_in_the_own_municipality(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider, rooms => rooms.AddCasework());
        var store = test.Get<MunicipalityStore<CaseworkDbContext>>();
        var id = Guid.CreateVersion7();
        await using (var here = await store.OpenAsync(test.Here, default))
        {
            here.Add(
                new Citizen
                {
                    Id = id,
                    Cpr = here.Vault.Seal("3113801234", id, "cpr"),
                    CprIndex = here.Vault.BlindIndex("3113801234"),
                    FirstNames = "Åse",
                    LastName = "Ørsted",
                    CreatedAt = test.Clock.GetUtcNow(),
                }
            );
            await here.SaveAsync(test.Anna, "citizen.add", id, null, default);
        }

        await using var again = await store.OpenAsync(test.Here, default);
        var citizen = await again.Citizens.SingleAsync();
        Assert.Equal("3113801234", again.Vault.Open(citizen.Cpr, id, "cpr"));
        Assert.Equal(test.Clock.GetUtcNow(), citizen.CreatedAt);
        await using var elsewhere = await store.OpenAsync(test.Elsewhere, default);
        Assert.False(await elsewhere.Citizens.AnyAsync());
        Assert.NotEqual(again.Vault.BlindIndex("3113801234"), elsewhere.Vault.BlindIndex("3113801234"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_is_saved_without_a_line_in_the_log(DatabaseProvider provider)
    {
        await using var test = await TestMunicipalities.On(provider, rooms => rooms.AddCasework());
        await using var here = await test.Get<MunicipalityStore<CaseworkDbContext>>().OpenAsync(test.Here, default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => here.SaveChangesAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            here.SaveAsync(test.Stranger, "citizen.add", [], null, default)
        );
    }
}
