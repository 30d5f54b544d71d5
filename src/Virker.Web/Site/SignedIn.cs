using System.Security.Claims;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;

namespace Virker.Web.Site;

/// <summary>Who is signed in, read from the cookie's claims.</summary>
public sealed class SignedIn(IHttpContextAccessor accessor)
{
    /// <summary>The municipality in the claims: id, code, name, and whether it is made up.</summary>
    public const string MunicipalityId = "municipality_id";
    public const string MunicipalityCode = "municipality_code";
    public const string MunicipalityName = "municipality_name";
    public const string MunicipalityMadeUp = "municipality_made_up";

    /// <summary>The signed-in person's name, also without a municipality.</summary>
    public string? Name => User.FindFirstValue(ClaimTypes.Name);

    /// <summary>The signed-in person's account.</summary>
    public Guid? AccountId => Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private ClaimsPrincipal User => accessor.HttpContext!.User;

    /// <summary>The worker, or null for a visitor and for an account without a municipality.</summary>
    public Worker? WorkerOrNull =>
        field ??=
            AccountId is { } id && Guid.TryParse(User.FindFirstValue(MunicipalityId), out var municipality)
                ? new Worker(
                    id,
                    Name ?? "",
                    new Municipality
                    {
                        Id = municipality,
                        Code = User.FindFirstValue(MunicipalityCode) ?? "",
                        Name = User.FindFirstValue(MunicipalityName) ?? "",
                        IsMadeUp = User.HasClaim(MunicipalityMadeUp, bool.TrueString),
                    },
                    Roles()
                )
                : null;

    /// <summary>The worker, on a page only workers reach.</summary>
    public Worker Worker =>
        WorkerOrNull ?? throw new InvalidOperationException("A page for workers was reached without one.");

    /// <summary>True when the worker has one of the roles.</summary>
    public bool Has(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (WorkerOrNull?.Roles.Contains(role) == true)
                return true;
        }

        return false;
    }

    private HashSet<Role> Roles() =>
        [.. User.FindAll(ClaimTypes.Role).Select(c => EnumCode.Parse<Role>(c.Value)).OfType<Role>()];
}
