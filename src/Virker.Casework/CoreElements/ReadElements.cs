using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.CoreElements;

/// <param name="Contacts">How many primary contacts the citizen has had within a year.</param>
public sealed record CitizenElements(
    IReadOnlyList<ElementFinding> Findings,
    int Contacts,
    IReadOnlyList<Exemption> Exemptions
);

/// <summary>How the core elements stand for one citizen. The caller logs the look-up.</summary>
public sealed class ReadElements(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task<CitizenElements> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var facts = (await ElementFacts.Of(db, [citizen], stop))[citizen];
        return new CitizenElements(
            Elements.On(facts, today),
            facts
                .Contacts.Where(c => c.To is null || c.To >= today.AddYears(-1))
                .Select(c => c.WorkerId)
                .Distinct()
                .Count(),
            await db
                .Exemptions.AsNoTracking()
                .Where(e => e.CitizenId == citizen)
                .OrderByDescending(e => e.From)
                .ToListAsync(stop)
        );
    }
}
