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

    private bool IsDemonstration => environment.IsDevelopment() || configuration.GetValue<bool>("Virker:Demo");

    /// <summary>A few of each kind of work in each made-up municipality.</summary>
    public async Task<IReadOnlyList<DemoAccount>> List(CancellationToken stop)
    {
        var list = new List<DemoAccount>();
        foreach (var municipality in await Offered(stop))
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
        var account = await accounts.FindByIdAsync(id.ToString());
        if (account is not { IsActive: true, MunicipalityId: { } municipality })
            return null;
        if ((await Offered(stop)).All(m => m.Id != municipality))
            return null;
        await signIn.SignInAsync(account, isPersistent: false);
        return account;
    }

    /// <summary>None beside a real municipality: among the accounts is one that publishes knowledge for all.</summary>
    private async Task<IReadOnlyList<Municipality>> Offered(CancellationToken stop)
    {
        if (!IsDemonstration)
            return [];
        var all = await catalogue.All(stop);
        return all.All(m => m.IsMadeUp) ? all : [];
    }
}
