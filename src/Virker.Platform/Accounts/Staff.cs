using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Storage;

namespace Virker.Platform.Accounts;

/// <summary>A worker as colleagues see them.</summary>
public sealed record StaffMember(
    Guid Id,
    string Name,
    IReadOnlySet<Role> Roles,
    Guid? TeamId,
    string? Team,
    bool IsActive
)
{
    /// <summary>Can be a primary contact: works with citizens, and works here now.</summary>
    public bool CanBeContact =>
        IsActive
        && (
            Roles.Contains(Role.Caseworker) || Roles.Contains(Role.JobConsultant) || Roles.Contains(Role.IpsConsultant)
        );
}

/// <summary>
/// The directory of a municipality's workers, kept in memory: pages ask for names far more often than people change
/// work. A change made here shows at once, one made by another process within a minute.
/// </summary>
public sealed class Staff(IDbContextFactory<PlatformDbContext> databases, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, Directory> _directories = new();

    /// <summary>Everybody, also those whose account is closed (history names them), by name.</summary>
    public async ValueTask<IReadOnlyList<StaffMember>> Of(Guid municipalityId, CancellationToken stop = default) =>
        (await DirectoryOf(municipalityId, stop)).Members;

    /// <summary>One worker of the municipality, or null.</summary>
    public async ValueTask<StaffMember?> Find(Guid municipalityId, Guid id, CancellationToken stop = default) =>
        (await DirectoryOf(municipalityId, stop)).ById.GetValueOrDefault(id);

    /// <summary>Reads the directory anew next time.</summary>
    public void Forget(Guid municipalityId) => _directories.TryRemove(municipalityId, out _);

    private async ValueTask<Directory> DirectoryOf(Guid municipalityId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (_directories.TryGetValue(municipalityId, out var known) && now - known.ReadAt < Fresh)
            return known;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await (
            from account in db.Users.AsNoTracking()
            where account.MunicipalityId == municipalityId
            join team in db.Teams on account.TeamId equals team.Id into teams
            from team in teams.DefaultIfEmpty()
            select new
            {
                account.Id,
                account.DisplayName,
                account.Roles,
                account.TeamId,
                Team = (string?)team.Name,
                account.IsActive,
            }
        ).ToListAsync(stop);
        var members = rows.Select(r => new StaffMember(
                r.Id,
                r.DisplayName,
                RoleCodes.Read(r.Roles),
                r.TeamId,
                r.Team,
                r.IsActive
            ))
            .OrderBy(m => m.Name, Danish.Alphabet)
            .ToList();
        return _directories[municipalityId] = new Directory(now, members, members.ToDictionary(m => m.Id));
    }

    private sealed record Directory(
        DateTimeOffset ReadAt,
        IReadOnlyList<StaffMember> Members,
        Dictionary<Guid, StaffMember> ById
    );
}

/// <summary>Roles as an account keeps them.</summary>
public static class RoleCodes
{
    public static Codes Of(params IEnumerable<Role> roles) => Codes.Of(roles.Distinct().Order().Select(r => r.Code()));

    /// <summary>The roles; a code that is no longer a role gives nothing.</summary>
    public static IReadOnlySet<Role> Read(Codes codes) =>
        codes.Select(c => EnumCode.Parse<Role>(c)).OfType<Role>().ToHashSet();
}
