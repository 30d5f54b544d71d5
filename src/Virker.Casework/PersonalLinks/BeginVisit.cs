using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Casework.PersonalLinks;

/// <summary>
/// The citizen begins: the link is used up. A link that was used, has expired, was taken back or never was gives the same
/// answer, nothing; of two who begin with it at once, one gets in.
/// </summary>
public sealed class BeginVisit(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task<Visit?> Execute(Municipality municipality, string? code, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(municipality, stop);
        if (LinkCode.Index(db.Vault, code) is not { } index)
            return null;
        var now = clock.GetUtcNow();
        var found = await (
            from link in db.PersonalLinks.AsNoTracking()
            join citizen in db.Citizens on link.CitizenId equals citizen.Id
            where
                link.CodeIndex == index
                && link.UsedAt == null
                && link.RevokedAt == null
                && link.ExpiresAt > now
                && citizen.ClosedOn == null
            select link
        ).SingleOrDefaultAsync(stop);
        if (found is null)
            return null;
        var visit = new Visit(municipality, found.Id, found.CitizenId, found.Purpose);
        bool isSaved = await db.SaveIfAsync(
            visit.Citizen,
            "link.begin",
            visit.CitizenId,
            null,
            async () =>
            {
                var link = await db.PersonalLinks.SingleAsync(l => l.Id == found.Id, stop);
                if (link.UsedAt is not null || link.RevokedAt is not null)
                    return false;
                link.UsedAt = now;
                return true;
            },
            stop
        );
        return isSaved ? visit : null;
    }
}

/// <summary>A citizen who began goes on: until the stay is over, the link is taken back or the case is closed.</summary>
public sealed class ContinueVisit(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task<Visit?> Execute(Municipality municipality, Guid link, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - PersonalLink.Stay;
        await using var db = await store.OpenAsync(municipality, stop);
        var found = await (
            from row in db.PersonalLinks
            join citizen in db.Citizens on row.CitizenId equals citizen.Id
            where row.Id == link && row.UsedAt > since && row.RevokedAt == null && citizen.ClosedOn == null
            select new { row.CitizenId, row.Purpose }
        ).SingleOrDefaultAsync(stop);
        return found is null ? null : new Visit(municipality, link, found.CitizenId, found.Purpose);
    }

    /// <summary>Whether the code is that of the link the citizen is in by: then there is no need to begin again.</summary>
    public async Task<bool> IsBy(Visit visit, string? code, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(visit.Municipality, stop);
        return LinkCode.Index(db.Vault, code) is { } index
            && await db.PersonalLinks.AnyAsync(l => l.Id == visit.LinkId && l.CodeIndex == index, stop);
    }
}

/// <summary>The citizen closes the link: from then on it opens nothing, also for whoever has the cookie of the stay.</summary>
public sealed class EndVisit(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task Execute(Visit visit, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(visit.Municipality, stop);
        var link = await db.PersonalLinks.SingleAsync(l => l.Id == visit.LinkId, stop);
        if (link.RevokedAt is not null)
            return;
        link.RevokedAt = clock.GetUtcNow();
        await db.SaveAsync(visit.Citizen, "link.leave", visit.CitizenId, null, stop);
    }
}
