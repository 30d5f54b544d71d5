using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Platform.Tests.Accounts;

public sealed class Catalogue_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_municipality_is_added_once_and_found_by_its_code(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        var catalogue = test.Get<MunicipalityCatalogue>();

        var added = await catalogue.Add(" Bakkeby ", "Bakkeby", madeUp: true);
        await catalogue.Add("aaby", "Åby", madeUp: true);

        Assert.Equal("bakkeby", added.Code);
        Assert.Equal(added.Id, (await catalogue.Find("BAKKEBY"))!.Id);
        Assert.True((await catalogue.Find(added.Id))!.IsMadeUp);
        Assert.Null(await catalogue.Find("ukendt"));
        Assert.Equal(["Bakkeby", "Åby"], (await catalogue.All()).Select(m => m.Name));
        await Assert.ThrowsAsync<InvalidInputException>(() => catalogue.Add("bakkeby", "En til", madeUp: true));
        await Assert.ThrowsAsync<InvalidInputException>(() => catalogue.Add("../x", "Sti", madeUp: true));
        Assert.Equal(2, (await catalogue.All()).Count);
        await using var records = await test.Get<MunicipalityStore<RecordsDbContext>>().OpenAsync(added, default);
        Assert.False(await records.Audit.AnyAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_second_start_changes_nothing(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        await test.Get<MunicipalityCatalogue>().Add("bakkeby", "Bakkeby", madeUp: true);

        await test.Get<PreparePlatform>().Execute();

        Assert.Single(await test.Get<MunicipalityCatalogue>().All());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_directory_shows_the_workers_of_one_municipality_and_learns_of_changes(
        DatabaseProvider provider
    )
    {
        await using var test = await House.On(provider);
        var here = await test.Get<MunicipalityCatalogue>().Add("her", "Her", madeUp: true);
        var there = await test.Get<MunicipalityCatalogue>().Add("der", "Der", madeUp: true);
        var staff = test.Get<Staff>();
        var factory = test.Get<IDbContextFactory<PlatformDbContext>>();
        await using (var db = await factory.CreateDbContextAsync())
        {
            var team = new Team
            {
                Id = Guid.CreateVersion7(),
                MunicipalityId = here.Id,
                Name = "Nord",
            };
            db.AddRange(
                team,
                Made("Åse", here.Id, team.Id),
                Made("Bo", here.Id, null),
                Made("Fremmed", there.Id, null)
            );
            await db.SaveChangesAsync();
        }

        var members = await staff.Of(here.Id);
        Assert.Equal(["Bo", "Åse"], members.Select(m => m.Name));
        Assert.Equal("Nord", members[1].Team);
        Assert.Equal([Role.Caseworker, Role.TeamLeader], members[1].Roles.Order());
        Assert.Null(await staff.Find(there.Id, members[0].Id));

        await using (var db = await factory.CreateDbContextAsync())
        {
            (await db.Users.SingleAsync(a => a.DisplayName == "Bo")).DisplayName = "Bodil";
            await db.SaveChangesAsync();
        }

        Assert.Equal("Bo", (await staff.Of(here.Id))[0].Name);
        staff.Forget(here.Id);
        Assert.Equal("Bodil", (await staff.Of(here.Id))[0].Name);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_account_keeps_its_password_passkeys_and_lock(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        await using var scope = test.Get<IServiceScopeFactory>().CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = Made("Åse", null, null);
        Assert.True((await users.CreateAsync(account, "en lang adgangssætning")).Succeeded);
        var passkey = new UserPasskeyInfo(
            [1, 2],
            [3],
            test.Clock.GetUtcNow(),
            0,
            ["internal"],
            true,
            false,
            false,
            [4],
            [5]
        )
        {
            Name = "Telefon",
        };
        Assert.True((await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded);
        for (int i = 0; i < AccountServices.WrongTries; i++)
            await users.AccessFailedAsync(account);

        await using var later = test.Get<IServiceScopeFactory>().CreateAsyncScope();
        users = later.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var again = (await users.FindByEmailAsync(account.Email!.ToUpperInvariant()))!;
        Assert.True(await users.CheckPasswordAsync(again, "en lang adgangssætning"));
        Assert.Equal("Telefon", (await users.GetPasskeysAsync(again)).Single().Name);
        Assert.Equal(again.Id, (await users.FindByPasskeyIdAsync([1, 2]))!.Id);
        Assert.NotNull(again.LockoutEnd);
        Assert.False((await users.CreateAsync(Made("Kort", null, null), "elleve tegn")).Succeeded);
    }

    private static Account Made(string name, Guid? municipality, Guid? team) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = name + "@example.org",
            Email = name + "@example.org",
            DisplayName = name,
            MunicipalityId = municipality,
            TeamId = team,
            Roles = RoleCodes.Of(Role.TeamLeader, Role.Caseworker),
        };
}
