using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Platform.MadeUp;

/// <summary>A worker of a made-up municipality.</summary>
/// <param name="Email">Also the user name.</param>
/// <param name="Team">The team's name.</param>
public sealed record MadeUpWorker(Guid Id, string Name, string Email, Role Role, string Team);

/// <summary>Accounts for the workers of a made-up municipality. They have no password: nobody signs in with them but where
/// demonstration accounts are offered.</summary>
public sealed class MadeUpStaff(IDbContextFactory<PlatformDbContext> databases, Staff staff)
{
    // Identity's own.
    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    /// <summary>Makes teams and accounts; accounts of earlier made-up workers are closed.</summary>
    /// <returns>The teams by name.</returns>
    /// <exception cref="InvalidOperationException">The municipality is a real one.</exception>
    public async Task<IReadOnlyDictionary<string, Guid>> Put(
        Municipality municipality,
        IReadOnlyList<MadeUpWorker> workers,
        CancellationToken stop
    )
    {
        if (!municipality.IsMadeUp)
            throw new InvalidOperationException("A real municipality has real workers.");
        await using var db = await databases.CreateDbContextAsync(stop);
        var teams = await db.Teams.Where(t => t.MunicipalityId == municipality.Id).ToDictionaryAsync(t => t.Name, stop);
        foreach (var name in workers.Select(w => w.Team).Distinct().Where(n => !teams.ContainsKey(n)))
        {
            teams[name] = new Team
            {
                Id = Guid.CreateVersion7(),
                MunicipalityId = municipality.Id,
                Name = name,
            };
            db.Add(teams[name]);
        }

        foreach (var leader in workers.Where(w => w.Role == Role.TeamLeader))
            teams[leader.Team].LeaderId = leader.Id;
        var known = await db.Users.Where(a => a.MunicipalityId == municipality.Id).ToDictionaryAsync(a => a.Id, stop);
        foreach (var earlier in known.Values)
            earlier.IsActive = false;
        foreach (var worker in workers)
        {
            if (known.TryGetValue(worker.Id, out var account))
                account.IsActive = true;
            else
                db.Add(account = New(worker, municipality));
            account.TeamId = teams[worker.Team].Id;
        }

        await db.SaveChangesAsync(stop);
        staff.Forget(municipality.Id);
        return teams.ToDictionary(t => t.Key, t => t.Value.Id);
    }

    private static Account New(MadeUpWorker worker, Municipality municipality) =>
        new()
        {
            Id = worker.Id,
            DisplayName = worker.Name,
            UserName = worker.Email,
            NormalizedUserName = Normalizer.NormalizeName(worker.Email),
            Email = worker.Email,
            NormalizedEmail = Normalizer.NormalizeEmail(worker.Email),
            EmailConfirmed = true,
            MunicipalityId = municipality.Id,
            Roles = RoleCodes.Of(worker.Role),
            SecurityStamp = Guid.CreateVersion7().ToString("n"),
            LockoutEnabled = true,
        };
}
