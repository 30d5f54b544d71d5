using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Matching;

/// <summary>The citizens who wished for what people do at a workplace.</summary>
/// <param name="Total">How many wished so; the lines are of at most <see cref="FindCandidates.Shortlist"/> of them.</param>
public sealed record CandidatesFound(
    Guid WorkplaceId,
    string Workplace,
    IReadOnlyList<string> Occupations,
    int Total,
    IReadOnlyList<CitizenLine> Lines
);

/// <summary>Finds the citizens who wished for a workplace's occupations. The caller logs the look-up with those it
/// shows.</summary>
public sealed class FindCandidates(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>Of more than so many, the first by the rules of the order are taken.</summary>
    public const int Shortlist = 200;

    /// <returns>Null when there is no such workplace.</returns>
    public async Task<CandidatesFound?> Execute(Worker by, Guid workplaceId, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var place = await db
            .Workplaces.Where(w => w.Id == workplaceId)
            .Select(w => new
            {
                w.Name,
                w.East,
                w.North,
            })
            .SingleOrDefaultAsync(stop);
        if (place is null)
            return null;
        string[] same = await db
            .WorkplaceOccupations.Where(o => o.WorkplaceId == workplaceId)
            .Select(o => o.Occupation)
            .OrderBy(o => o)
            .ToArrayAsync(stop);
        string[] codes = [.. same.Union(same.SelectMany(Occupations.NearTo))];
        var wishing = db.Citizens.Where(c =>
            c.ClosedOn == null && c.WishedOccupation != null && codes.Contains(c.WishedOccupation)
        );
        int total = await wishing.CountAsync(stop);
        var found = await Facts(db, wishing, workplaceId, same, place.East, place.North, today)
            .Take(Shortlist)
            .ToListAsync(stop);
        return new CandidatesFound(
            workplaceId,
            place.Name,
            same,
            total,
            CitizenMatch.Lines(same, place.East, place.North, found)
        );
    }

    private static IQueryable<CitizenFacts> Facts(
        CaseworkDbContext db,
        IQueryable<Citizen> wishing,
        Guid workplaceId,
        string[] same,
        int? east,
        int? north,
        DateOnly today
    ) =>
        from c in wishing
        let isPlaced = db.Placements.Any(p =>
            p.CitizenId == c.Id
            && p.State != PlacementState.Cancelled
            && p.From <= today
            && (p.EndedOn ?? p.To) >= today
        )
        orderby same.Contains(c.WishedOccupation) ? 0 : 1, isPlaced ? 1 : 0, c.IsAddressProtected
        || c.East == null
        || c.North == null
        || east == null
        || north == null
            ? 0
            : ((double)c.East - (double)east) * ((double)c.East - (double)east)
                + ((double)c.North - (double)north) * ((double)c.North - (double)north), c.Id
        select new CitizenFacts(
            c.Id,
            c.FirstNames + " " + c.LastName,
            c.JobGoal,
            c.TargetGroup,
            c.PrimaryContactId,
            c.WishedOccupation!,
            c.IsAddressProtected,
            c.IsAddressProtected ? null : c.East,
            c.IsAddressProtected ? null : c.North,
            isPlaced,
            db.Placements.Any(p =>
                p.CitizenId == c.Id && p.WorkplaceId == workplaceId && p.State != PlacementState.Cancelled
            )
        );
}
