using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>A career profile with its words opened.</summary>
public sealed record IpsProfileText(
    string Words,
    string? Health,
    IpsOpenness Openness,
    DateTimeOffset WrittenAt,
    Guid WrittenBy
);

/// <param name="Courses">Newest first.</param>
/// <param name="Consents">Newest first.</param>
/// <param name="Contacts">Of the newest course, newest first.</param>
/// <param name="Jobs">Of every course, newest first.</param>
/// <param name="Profile">The newest; null when none is written.</param>
/// <param name="Profiles">How many are written.</param>
/// <param name="Advice">Newest first.</param>
public sealed record IpsCase(
    IReadOnlyList<IpsCourse> Courses,
    IReadOnlyList<IpsConsent> Consents,
    IReadOnlyList<IpsContact> Contacts,
    IReadOnlyList<IpsJob> Jobs,
    IpsProfileText? Profile,
    int Profiles,
    IReadOnlyList<IpsAdvice> Advice
)
{
    /// <summary>The first contact face to face is to come within so many days of day 0.</summary>
    public const int FirstContactWithin = 30;

    /// <summary>The course that runs; null when none does.</summary>
    public IpsCourse? Open => Courses is [{ EndedOn: null } newest, ..] ? newest : null;

    /// <summary>Days from day 0 to the first contact face to face; null before either.</summary>
    public int? DaysToContact =>
        Open?.DayZero is { } zero
        && Contacts.Where(c => c.IsInPerson && c.On >= zero).Select(c => (DateOnly?)c.On).Min() is { } first
            ? first.DayNumber - zero.DayNumber
            : null;
}

/// <summary>A citizen's IPS. The caller logs the look-up.</summary>
public sealed class ReadIps(MunicipalityStore<CaseworkDbContext> store)
{
    public async Task<IpsCase> Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var courses = await db
            .IpsCourses.AsNoTracking()
            .Where(c => c.CitizenId == citizen)
            .OrderByDescending(c => c.EndedOn == null)
            .ThenByDescending(c => c.RaisedOn)
            .ThenByDescending(c => c.Id)
            .ToListAsync(stop);
        var newest = courses.Count > 0 ? courses[0].Id : Guid.Empty;
        var profiles = await db
            .IpsProfiles.AsNoTracking()
            .Where(p => p.CitizenId == citizen)
            .OrderByDescending(p => p.WrittenAt)
            .ToListAsync(stop);
        return new(
            courses,
            await db
                .IpsConsents.AsNoTracking()
                .Where(c => c.CitizenId == citizen)
                .OrderByDescending(c => c.GivenAt)
                .ToListAsync(stop),
            await db
                .IpsContacts.AsNoTracking()
                .Where(c => c.CourseId == newest)
                .OrderByDescending(c => c.On)
                .ThenByDescending(c => c.Id)
                .ToListAsync(stop),
            await db
                .IpsJobs.AsNoTracking()
                .Where(j => j.CitizenId == citizen)
                .OrderByDescending(j => j.From)
                .ToListAsync(stop),
            profiles.Count == 0
                ? null
                : new(
                    db.Vault.Open(profiles[0].Words, profiles[0].Id, "words"),
                    profiles[0].Health is { } health ? db.Vault.Open(health, profiles[0].Id, "health") : null,
                    profiles[0].Openness,
                    profiles[0].WrittenAt,
                    profiles[0].WrittenBy
                ),
            profiles.Count,
            await db
                .IpsAdvice.AsNoTracking()
                .Where(a => a.CitizenId == citizen)
                .OrderByDescending(a => a.On)
                .ToListAsync(stop)
        );
    }
}
