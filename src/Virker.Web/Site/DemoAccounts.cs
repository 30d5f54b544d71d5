using Microsoft.AspNetCore.Identity;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;

namespace Virker.Web.Site;

/// <summary>An account a visitor of a demonstration may take.</summary>
public sealed record DemoAccount(Guid Id, string Name, IReadOnlySet<Role> Roles, string Municipality);

/// <summary>
/// Accounts anybody may take, one click each: only in made-up municipalities, and only where the installation is for
/// development or demonstration (<c>Virker:Demo</c>).
/// </summary>
public sealed class DemoAccounts(
    MunicipalityCatalogue catalogue,
    Staff staff,
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    IConfiguration configuration,
    IHostEnvironment environment
)
{
    private const int OfEachKind = 2;

    public bool Offered => environment.IsDevelopment() || configuration.GetValue<bool>("Virker:Demo");

    /// <summary>A few of each kind of work in each made-up municipality.</summary>
    public async Task<IReadOnlyList<DemoAccount>> List(CancellationToken stop)
    {
        if (!Offered)
            return [];
        var list = new List<DemoAccount>();
        foreach (var municipality in (await catalogue.All(stop)).Where(m => m.IsMadeUp))
        {
            var members = await staff.Of(municipality.Id, stop);
            list.AddRange(
                members
                    .Where(m => m.IsActive && m.Roles.Count > 0)
                    .GroupBy(m => m.Roles.Min())
                    .OrderBy(kind => kind.Key)
                    .SelectMany(kind => kind.Take(OfEachKind))
                    .Select(m => new DemoAccount(m.Id, m.Name, m.Roles, municipality.Name))
            );
        }

        return list;
    }

    /// <summary>Signs in as the account; anything but an open account in a made-up municipality is refused.</summary>
    public async Task<Account?> SignInAs(Guid id, CancellationToken stop)
    {
        if (!Offered)
            return null;
        var account = await accounts.FindByIdAsync(id.ToString());
        if (account is not { IsActive: true, MunicipalityId: { } municipality })
            return null;
        if (await catalogue.Find(municipality, stop) is not { IsMadeUp: true })
            return null;
        await signIn.SignInAsync(account, isPersistent: false);
        return account;
    }
}
