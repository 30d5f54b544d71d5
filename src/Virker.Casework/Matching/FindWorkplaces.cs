using Microsoft.EntityFrameworkCore;
using Virker.Casework.Employers;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Matching;

/// <summary>The workplaces that fit a citizen.</summary>
/// <param name="Wish">The occupation looked for; null when none is known.</param>
/// <param name="UsesDistance">False when the address is protected or not known.</param>
/// <param name="Total">How many fit; the lines are of at most <see cref="FindWorkplaces.Shortlist"/> of them.</param>
/// <param name="Flag">A question about the citizen's own earlier internships.</param>
public sealed record WorkplacesFound(
    string? Wish,
    bool IsAddressProtected,
    bool UsesDistance,
    int Total,
    IReadOnlyList<WorkplaceLine> Lines,
    Balance Balance,
    MisuseFlag? Flag
);

/// <summary>Finds the workplaces that fit a citizen, with the reasons. The caller logs the look-up.</summary>
public sealed class FindWorkplaces(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    /// <summary>Of more than so many, those with the same occupation are taken first, and of these the nearest.</summary>
    public const int Shortlist = 200;

    /// <param name="occupation">Looks for this occupation in place of the one the citizen wished for.</param>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<WorkplacesFound> Execute(Worker by, Guid citizenId, string? occupation, CancellationToken stop)
    {
        var today = clock.Today();
        var flags = MisuseFlags.On(today);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen =
            await db
                .Citizens.Where(c => c.Id == citizenId)
                .Select(c => new
                {
                    c.WishedOccupation,
                    c.IsAddressProtected,
                    c.East,
                    c.North,
                })
                .SingleOrDefaultAsync(stop)
            ?? throw CitizenRows.NotFound();
        string? wish = occupation ?? citizen.WishedOccupation;
        var (east, north) = citizen.IsAddressProtected ? (null, null) : (citizen.East, citizen.North);
        var been = await db
            .Placements.Where(p => p.CitizenId == citizenId && p.State != PlacementState.Cancelled)
            .Select(p => new
            {
                p.WorkplaceId,
                p.Kind,
                End = p.EndedOn ?? p.To,
                p.WasHired,
            })
            .ToListAsync(stop);
        var recent = been.Where(p => p.End < today && p.End >= flags.CitizenSince).ToList();
        var fitting = Fitting(db, wish);
        int total = await fitting.CountAsync(stop);
        var found = await Nearest(db, fitting, wish, east, north).Take(Shortlist).ToListAsync(stop);
        var facts = await Complete(db, found, been.Select(p => p.WorkplaceId).ToHashSet(), flags, today, stop);
        var balance = await Balance.Read(db, by.Municipality, today, stop);
        return new WorkplacesFound(
            wish,
            citizen.IsAddressProtected,
            east is not null && north is not null,
            total,
            WorkplaceMatch.Lines(wish, east, north, facts, balance),
            balance,
            flags.ForCitizen(
                new(recent.Count(p => PlacementKinds.Of(p.Kind).IsUnpaid), recent.Count(p => p.WasHired == true))
            )
        );
    }

    /// <summary>Workplaces with the occupation or one near it; without a wish those that say they have open places.</summary>
    private static IQueryable<Workplace> Fitting(CaseworkDbContext db, string? wish)
    {
        var open = db.Workplaces.Where(w =>
            w.ClosedOn == null && !db.Companies.Any(c => c.Id == w.CompanyId && c.IsClosed)
        );
        if (wish is null)
            return open.Where(w => w.OpenPlaces > 0);
        string[] codes = [wish, .. Occupations.NearTo(wish)];
        return open.Where(w => db.WorkplaceOccupations.Any(o => o.WorkplaceId == w.Id && codes.Contains(o.Occupation)));
    }

    private static IQueryable<Found> Nearest(
        CaseworkDbContext db,
        IQueryable<Workplace> fitting,
        string? wish,
        int? east,
        int? north
    ) =>
        from w in fitting
        join c in db.Companies on w.CompanyId equals c.Id
        orderby db.WorkplaceOccupations.Any(o => o.WorkplaceId == w.Id && o.Occupation == wish) ? 0 : 1, w.East == null
        || w.North == null
        || east == null
        || north == null
            ? 0
            : ((double)w.East - (double)east) * ((double)w.East - (double)east)
                + ((double)w.North - (double)north) * ((double)w.North - (double)north), w.PNumber
        select new Found(w, c.Name, c.IsPublic);

    private async Task<IReadOnlyList<WorkplaceFacts>> Complete(
        CaseworkDbContext db,
        List<Found> found,
        HashSet<Guid> been,
        MisuseFlags flags,
        DateOnly today,
        CancellationToken stop
    )
    {
        Guid[] ids = [.. found.Select(f => f.Workplace.Id)];
        var occupations = (
            await db
                .WorkplaceOccupations.AsNoTracking()
                .Where(o => EF.Parameter(ids).Contains(o.WorkplaceId))
                .ToListAsync(stop)
        ).ToLookup(o => o.WorkplaceId, o => o.Occupation);
        var histories = await PlacementHistory.Of(db, ids, flags.WorkplaceSince, today, stop);
        return
        [
            .. found.Select(f =>
            {
                var w = f.Workplace;
                var history = histories.GetValueOrDefault(w.Id) ?? PlacementHistory.None;
                return new WorkplaceFacts(
                    w.Id,
                    w.Name,
                    f.Company,
                    w.PNumber,
                    w.City,
                    f.IsPublic,
                    w.Employees,
                    w.East,
                    w.North,
                    [.. occupations[w.Id]],
                    w.OpenPlaces,
                    w.OffersPaidHours,
                    w.Cooperation,
                    Capacity.Of(book, today, w.Employees, history.MinutesTaken),
                    history.Hires,
                    history.Ended,
                    flags.AtWorkplace(history.Recent),
                    been.Contains(w.Id)
                );
            }),
        ];
    }

    private sealed record Found(Workplace Workplace, string Company, bool IsPublic);
}
