using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>The citizen gives consent to share the agreed facts with a unit until a day.</summary>
public sealed class GiveConsent(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    /// <summary>The longest a consent runs before the citizen is asked again. Our choice.</summary>
    public const int MostMonths = 12;

    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        Guid? unit,
        DateOnly? until,
        CancellationToken stop
    )
    {
        var today = clock.Today();
        List<FieldProblem> problems = [];
        if (unit is null || (await Units.Of(staff, by, stop)).All(u => u.Id != unit))
            problems.Add(new("unit", new("Vælg, hvem der deles med.", "Choose whom to share with.")));
        if (until is null || until < today || until > today.AddMonths(MostMonths))
        {
            problems.Add(
                new(
                    "until",
                    new(
                        $"Vælg en dag inden for de næste {MostMonths} måneder.",
                        $"Choose a day within the next {MostMonths} months."
                    )
                )
            );
        }
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.OfId(citizen, stop);
        db.Add(
            new IpsConsent
            {
                CitizenId = citizen,
                UnitId = unit!.Value,
                Until = until!.Value,
                GivenAt = clock.GetUtcNow(),
                RecordedBy = by.Id,
            }
        );
        // Given to the same unit until the same day it is given already.
        await db.SaveIfAsync(
            by,
            "consent.give",
            citizen,
            null,
            async () =>
                !await db.IpsConsents.AnyAsync(
                    c => c.CitizenId == citizen && c.UnitId == unit && c.Until == until && c.RevokedAt == null,
                    stop
                ),
            stop
        );
        return [];
    }
}

/// <summary>The citizen takes every consent to a unit back: the unit's next request is refused.</summary>
public sealed class RevokeConsent(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public async Task Execute(Worker by, Guid citizen, Guid unit, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var live = await db
            .IpsConsents.Where(c => c.CitizenId == citizen && c.UnitId == unit && c.RevokedAt == null)
            .ToListAsync(stop);
        if (live.Count == 0)
            return;
        live.ForEach(c => c.RevokedAt = clock.GetUtcNow());
        await db.SaveAsync(by, "consent.revoke", citizen, null, stop);
    }
}

/// <summary>A unit of clinicians: a team some clinician's account belongs to.</summary>
public sealed record ClinicUnit(Guid Id, string Name);

public static class Units
{
    /// <summary>The units a citizen can share with, by name.</summary>
    public static async Task<IReadOnlyList<ClinicUnit>> Of(Staff staff, Worker by, CancellationToken stop) =>
        [
            .. (await staff.Of(by.Municipality.Id, stop))
                .Where(m => m is { IsActive: true, TeamId: not null } && m.Roles.Contains(Role.Clinician))
                .DistinctBy(m => m.TeamId)
                .Select(m => new ClinicUnit(m.TeamId!.Value, m.Team ?? "–"))
                .OrderBy(u => u.Name, Danish.Alphabet),
        ];
}
