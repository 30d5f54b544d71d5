using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Platform.Tests.Accounts;

public sealed class Manage_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_account_is_made_once_for_an_address_and_is_logged(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        await using var scope = test.Get<IServiceScopeFactory>().CreateAsyncScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
        var chief = await Chief(test, "her");
        var details = new AccountDetails(" Åse ", [Role.Caseworker, Role.TeamLeader]);

        var account = await manage.Add(chief, "åse@example.org", details, "en lang adgangssætning");
        await Refused(() => manage.Add(chief, "ÅSE@example.org", details, null));
        await Refused(() => manage.Add(chief, "anden@example.org", details, "kort"));
        await Refused(() => manage.Add(chief, "anden@example.org", details with { Roles = [] }, null));
        await Refused(() => manage.Add(chief, "anden@example.org", details with { TeamId = chief.Id }, null));

        Assert.Equal("Åse", Assert.Single(await manage.List(chief)).DisplayName);
        Assert.Equal("Åse", (await test.Get<Staff>().Find(chief.Municipality.Id, account.Id))!.Name);
        await using var records = await test.Get<MunicipalityStore<RecordsDbContext>>()
            .OpenAsync(chief.Municipality, default);
        var line = await records.Audit.SingleAsync();
        Assert.Equal("account.add", line.Action);
        Assert.Contains(account.Id.ToString(), line.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("adgangssætning", line.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_account_is_out_of_reach_from_another_municipality(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        await using var scope = test.Get<IServiceScopeFactory>().CreateAsyncScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
        var (here, there) = (await Chief(test, "her"), await Chief(test, "der"));
        var account = await manage.Add(here, "a@example.org", new AccountDetails("A", [Role.Analyst]), null);
        var team = await test.Get<ManageTeams>().Save(here, null, "Nord", account.Id);

        Assert.NotNull(await manage.Find(here, account.Id));
        Assert.Null(await manage.Find(there, account.Id));
        Assert.Empty(await manage.List(there));
        Assert.Empty(await test.Get<ManageTeams>().List(there));
        await Refused(() => test.Get<ManageTeams>().Save(there, team.Id, "Taget", null));
        await Refused(() => test.Get<ManageTeams>().Save(there, null, "Syd", account.Id));
        await Refused(() => manage.Add(there, "b@example.org", new AccountDetails("B", [Role.Analyst], team.Id), null));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_account_is_closed_opened_unlocked_and_given_a_new_password(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        var chief = await Chief(test, "her");
        Guid id;
        string? stamp;
        await using (var scope = test.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            var manage = scope.ServiceProvider.GetRequiredService<ManageAccounts>();
            var account = await manage.Add(
                chief,
                "a@example.org",
                new AccountDetails("A", [Role.Analyst]),
                "en lang adgangssætning"
            );
            (id, stamp) = (account.Id, account.SecurityStamp);
            var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            for (int i = 0; i < AccountServices.WrongTries; i++)
                await users.AccessFailedAsync(account);
            Assert.True(await users.IsLockedOutAsync(account));
            await manage.Unlock(chief, account);
            Assert.False(manage.IsLocked(account));
            await manage.Close(chief, account);
        }

        await using var later = test.Get<IServiceScopeFactory>().CreateAsyncScope();
        var again = later.ServiceProvider.GetRequiredService<ManageAccounts>();
        var closed = (await again.Find(chief, id))!;
        Assert.False(closed.IsActive);
        Assert.NotEqual(stamp, closed.SecurityStamp);
        await again.Open(chief, closed);
        string password = await again.NewPassword(chief, closed);
        var accounts = later.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True(await accounts.CheckPasswordAsync(closed, password));
        Assert.False(await accounts.CheckPasswordAsync(closed, "en lang adgangssætning"));
        Assert.Equal(20 + 3, password.Length);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_keys_of_cookies_lie_sealed_in_the_database(DatabaseProvider provider)
    {
        await using var test = await House.On(provider);
        string secret = test.Get<IDataProtectionProvider>().CreateProtector("prøve").Protect("hemmeligt");

        await using var db = await test.Get<IDbContextFactory<PlatformDbContext>>().CreateDbContextAsync();
        string key = (await db.DataProtectionKeys.SingleAsync()).Xml!;

        Assert.Contains("<sealed", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.Equal("hemmeligt", test.Get<IDataProtectionProvider>().CreateProtector("prøve").Unprotect(secret));
    }

    private static async Task<Worker> Chief(TestMunicipalities test, string code) =>
        new(
            Guid.CreateVersion7(),
            "Chef",
            await test.Get<MunicipalityCatalogue>().Add(code, code, madeUp: true),
            new HashSet<Role> { Role.Administrator }
        );

    private static Task<InvalidInputException> Refused(Func<Task> wrong) =>
        Assert.ThrowsAsync<InvalidInputException>(wrong);
}
