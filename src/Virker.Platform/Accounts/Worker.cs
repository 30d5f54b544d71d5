using Virker.Platform.Municipalities;

namespace Virker.Platform.Accounts;

/// <summary>Who acts, and for which municipality: what every use case on a citizen is given.</summary>
public sealed record Worker(Guid Id, string Name, Municipality Municipality, IReadOnlySet<Role> Roles)
{
    /// <summary>Virker itself, at work in a municipality by night.</summary>
    public static Worker Virker(Municipality municipality) =>
        new(Guid.Empty, "Virker", municipality, new HashSet<Role>());
}
