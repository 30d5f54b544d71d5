using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>The line every page about a citizen begins with. It holds no CPR number and no address.</summary>
public sealed record CitizenHead(
    Guid Id,
    string Name,
    int Age,
    string? JobGoal,
    string? TargetGroup,
    Guid? PrimaryContactId,
    bool IsAddressProtected,
    DateOnly? ClosedOn
);

/// <summary>Reads who a citizen is. The caller logs the look-up.</summary>
public sealed class ReadCitizen(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <summary>The head of one citizen; null when the municipality knows no such citizen.</summary>
    public async Task<CitizenHead?> Head(Worker worker, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        var citizen = await db.Citizens.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop);
        return citizen is null ? null : HeadOf(citizen, clock.Today());
    }

    /// <summary>What the form to change a citizen holds from the start; a protected address is not in it. Null when the
    /// municipality knows no such citizen.</summary>
    public async Task<CitizenDetails?> Details(Worker worker, Guid id, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(worker.Municipality, stop);
        return await db
            .Citizens.Where(c => c.Id == id)
            .Select(c => new CitizenDetails(
                c.FirstNames,
                c.LastName,
                c.Address,
                c.PostalCode,
                c.City,
                c.IsAddressProtected,
                c.Phone,
                c.Email
            ))
            .SingleOrDefaultAsync(stop);
    }

    internal static CitizenHead HeadOf(Citizen citizen, DateOnly today) =>
        new(
            citizen.Id,
            $"{citizen.FirstNames} {citizen.LastName}",
            Age(citizen.BornOn, today),
            citizen.JobGoal,
            citizen.TargetGroup,
            citizen.PrimaryContactId,
            citizen.IsAddressProtected,
            citizen.ClosedOn
        );

    /// <summary>Whole years on <paramref name="day"/>.</summary>
    internal static int Age(DateOnly bornOn, DateOnly day) =>
        day.Year - bornOn.Year - ((day.Month, day.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? 1 : 0);
}
