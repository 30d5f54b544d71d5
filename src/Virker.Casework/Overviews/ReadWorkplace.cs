using Microsoft.EntityFrameworkCore;
using Virker.Casework.Employers;
using Virker.Casework.Matching;
using Virker.Casework.Placements;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Rules;

namespace Virker.Casework.Overviews;

/// <summary>A contact in the log.</summary>
public sealed record ContactLine(DateOnly On, Guid WorkerId, string Note);

/// <summary>A citizen's time at the workplace.</summary>
/// <param name="To">The last day: as agreed, or as it became.</param>
/// <param name="WasHired">Null while not known.</param>
/// <param name="Flag">A question about its length.</param>
public sealed record PlacementHere(
    Guid Id,
    Guid CitizenId,
    string Citizen,
    PlacementKind Kind,
    PlacementState State,
    DateOnly From,
    DateOnly To,
    int WeeklyMinutes,
    bool? WasHired,
    MisuseFlag? Flag
);

/// <summary>An occupation at the workplace with its category in the balance.</summary>
public sealed record OccupationLine(string Code, Text Name, BalanceCategory? Category);

/// <param name="LastContactOn">The newest contact.</param>
/// <param name="Contacts">The newest, at most <see cref="ReadWorkplace.MostContacts"/>.</param>
/// <param name="Placements">The newest, at most <see cref="ReadWorkplace.MostPlacements"/>.</param>
/// <param name="Flag">A question about repeated internships here.</param>
public sealed record WorkplaceRead(
    Guid Id,
    string PNumber,
    string Cvr,
    string Company,
    bool IsPublic,
    bool IsClosed,
    Guid? OwnerId,
    DateOnly? LastContactOn,
    WorkplaceDetails Details,
    IReadOnlyList<OccupationLine> Occupations,
    Balance Balance,
    Capacity Capacity,
    PlacementHistory History,
    IReadOnlyList<ContactLine> Contacts,
    IReadOnlyList<PlacementHere> Placements,
    MisuseFlag? Flag
)
{
    public DateOnly? NextContactOn => Rhythm.Next(Details.Cooperation, LastContactOn);
}

/// <summary>Reads a workplace. It names citizens: the caller logs the look-up.</summary>
public sealed class ReadWorkplace(MunicipalityStore<CaseworkDbContext> store, RuleBook book, TimeProvider clock)
{
    public const int MostContacts = 20;
    public const int MostPlacements = 50;

    /// <returns>Null when the municipality has no such workplace.</returns>
    public async Task<WorkplaceRead?> Execute(Worker by, Guid id, CancellationToken stop)
    {
        var today = clock.Today();
        var flags = MisuseFlags.On(today);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found = await (
            from w in db.Workplaces.AsNoTracking()
            join c in db.Companies.AsNoTracking() on w.CompanyId equals c.Id
            where w.Id == id
            select new { Workplace = w, Company = c }
        ).SingleOrDefaultAsync(stop);
        if (found is null)
            return null;
        var occupations = await db
            .WorkplaceOccupations.Where(o => o.WorkplaceId == id)
            .Select(o => o.Occupation)
            .OrderBy(o => o)
            .ToListAsync(stop);
        var contacts = await db
            .EmployerContacts.Where(c => c.WorkplaceId == id)
            .OrderByDescending(c => c.On)
            .ThenByDescending(c => c.Id)
            .Take(MostContacts)
            .Select(c => new ContactLine(c.On, c.WorkerId, c.Note))
            .ToListAsync(stop);
        var placements = await Placements(db, id, flags, stop);
        var histories = await PlacementHistory.Of(db, [id], flags.WorkplaceSince, today, stop);
        var history = histories.GetValueOrDefault(id) ?? PlacementHistory.None;
        var balance = await Balance.Read(db, by.Municipality, today, stop);
        var (place, company) = (found.Workplace, found.Company);
        DateOnly? logged = contacts.Count > 0 ? contacts[0].On : null;
        return new WorkplaceRead(
            id,
            place.PNumber,
            company.Cvr,
            company.Name,
            company.IsPublic,
            place.ClosedOn is not null || company.IsClosed,
            place.OwnerId,
            logged > place.LastContactOn ? logged : place.LastContactOn ?? logged,
            WorkplaceDetails.Of(place, occupations),
            [.. occupations.Select(o => new OccupationLine(o, Employers.Occupations.Name(o), balance.Of(o)))],
            balance,
            Capacity.Of(book, today, place.Employees, history.MinutesTaken),
            history,
            contacts,
            placements,
            flags.AtWorkplace(history.Recent)
        );
    }

    private static async Task<IReadOnlyList<PlacementHere>> Placements(
        CaseworkDbContext db,
        Guid workplace,
        MisuseFlags flags,
        CancellationToken stop
    )
    {
        var rows = await (
            from p in db.Placements
            join c in db.Citizens on p.CitizenId equals c.Id
            where p.WorkplaceId == workplace && p.State != PlacementState.Cancelled
            orderby p.EndedOn ?? p.To descending, p.Id
            select new PlacementHere(
                p.Id,
                p.CitizenId,
                c.FirstNames + " " + c.LastName,
                p.Kind,
                p.State,
                p.From,
                p.EndedOn ?? p.To,
                p.WeeklyMinutes,
                p.WasHired,
                null
            )
        )
            .Take(MostPlacements)
            .ToListAsync(stop);
        var days = rows.Where(p => PlacementKinds.Of(p.Kind).IsUnpaid)
            .GroupBy(p => p.CitizenId)
            .ToDictionary(g => g.Key, g => g.Sum(p => p.To.DayNumber - p.From.DayNumber + 1));
        return
        [
            .. rows.Select(p =>
                PlacementKinds.Of(p.Kind).IsUnpaid ? p with { Flag = flags.OfLength(days[p.CitizenId]) } : p
            ),
        ];
    }
}

/// <summary>Reads what is known of a workplace itself. It names no citizen.</summary>
public sealed class ReadDetails(MunicipalityStore<CaseworkDbContext> store)
{
    /// <returns>Null when the municipality has no such workplace.</returns>
    public async Task<WorkplaceDetails?> Execute(Worker by, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var workplace = await db.Workplaces.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, stop);
        if (workplace is null)
            return null;
        var occupations = await db
            .WorkplaceOccupations.Where(o => o.WorkplaceId == id)
            .Select(o => o.Occupation)
            .ToListAsync(stop);
        return WorkplaceDetails.Of(workplace, occupations);
    }
}
