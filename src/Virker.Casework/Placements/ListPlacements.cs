using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Placements;

/// <summary>A placement in a list.</summary>
/// <param name="To">The day it ended, or is to end.</param>
public sealed record PlacementLine(
    Guid Id,
    PlacementKind Kind,
    PlacementState State,
    string Workplace,
    DateOnly From,
    DateOnly To
);

/// <summary>Lists a citizen's placements, newest first. The caller logs the look-up.</summary>
public sealed class ListPlacements(MunicipalityStore<CaseworkDbContext> store)
{
    public async Task<IReadOnlyList<PlacementLine>> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        return await (
            from p in db.Placements
            join w in db.Workplaces on p.WorkplaceId equals w.Id
            where p.CitizenId == citizen
            orderby p.From descending, p.Id descending
            select new PlacementLine(p.Id, p.Kind, p.State, w.Name, p.From, p.EndedOn ?? p.To)
        ).ToListAsync(stop);
    }
}
