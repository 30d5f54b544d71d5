using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Audit;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>A citizen whose consent names the unit.</summary>
public sealed record SharedCitizen(Guid Id, string Name, DateOnly Until);

/// <summary>What the unit is shown: the name, the goal and the plan, the jobs and when support is due. No CPR number,
/// address, journal, assessment or health.</summary>
public sealed record SharedCase(
    SharedCitizen Citizen,
    string? JobGoal,
    IReadOnlyList<(string Title, DateOnly From, DateOnly? To)> Plan,
    IReadOnlyList<IpsJob> Jobs
);

/// <summary>
/// What a clinician may see. The consent is asked for in the database at every look, and both the look and the refusal
/// are logged here, so that no page can forget.
/// </summary>
public sealed class ReadShared(MunicipalityStore<CaseworkDbContext> store, LookupLog log, TimeProvider clock)
{
    /// <summary>Everybody with a live consent that names the unit, by name.</summary>
    /// <param name="unit">The clinician's unit; null is nobody.</param>
    public async Task<IReadOnlyList<SharedCitizen>> List(Worker by, Guid? unit, CancellationToken stop)
    {
        if (unit is null)
            return [];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var all = await Live(db, unit.Value).ToListAsync(stop);
        List<SharedCitizen> shared =
        [
            .. all.GroupBy(c => c.Id).Select(c => c.MaxBy(x => x.Until)!).OrderBy(c => c.Name, Danish.Alphabet),
        ];
        if (shared.Count > 0)
            await log.Looked(by, "look.shared-list", [.. shared.Select(c => c.Id)], null);
        return shared;
    }

    /// <returns>Null when no live consent names the unit.</returns>
    public async Task<SharedCase?> Execute(Worker by, Guid? unit, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var consents = unit is { } own ? await Live(db, own, citizen).ToListAsync(stop) : [];
        if (consents.MaxBy(c => c.Until) is not { } shared)
        {
            // An address somebody made up is about nobody.
            if (await db.Citizens.AnyAsync(c => c.Id == citizen, stop))
                await log.Looked(by, "consent.refused", [citizen], null);
            return null;
        }

        var goal = await db.Citizens.Where(c => c.Id == citizen).Select(c => c.JobGoal).SingleAsync(stop);
        var plan = await db
            .PlanItems.Where(p => p.CitizenId == citizen && p.EndedOn == null && p.IsJobDirected)
            .OrderBy(p => p.From)
            .Select(p => new
            {
                p.Title,
                p.From,
                p.To,
            })
            .ToListAsync(stop);
        var jobs = await db
            .IpsJobs.AsNoTracking()
            .Where(j => j.CitizenId == citizen)
            .OrderByDescending(j => j.From)
            .ToListAsync(stop);
        await log.Looked(by, "look.shared", [citizen], null);
        return new(shared, goal, [.. plan.Select(p => (p.Title, p.From, p.To))], jobs);
    }

    private IQueryable<SharedCitizen> Live(CaseworkDbContext db, Guid unit, Guid? only = null)
    {
        var today = clock.Today();
        return from consent in db.IpsConsents
            join citizen in db.Citizens on consent.CitizenId equals citizen.Id
            where
                consent.UnitId == unit
                && consent.RevokedAt == null
                && consent.Until >= today
                && citizen.ClosedOn == null
                && (only == null || citizen.Id == only)
            select new SharedCitizen(citizen.Id, citizen.FirstNames + " " + citizen.LastName, consent.Until);
    }
}
