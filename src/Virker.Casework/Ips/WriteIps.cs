using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>Writes a career profile; the one before stays.</summary>
public sealed class WriteIpsProfile(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxWords = 4000;

    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen is not in IPS.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        string? words,
        string? health,
        IpsOpenness? openness,
        CancellationToken stop
    )
    {
        (words, health) = (TypedText.OrNull(words), TypedText.OrNull(health));
        List<FieldProblem> problems = [];
        if (words is null)
        {
            problems.Add(
                new("words", new("Skriv, hvad borgeren vil og kan.", "Write what the citizen wants and can do."))
            );
        }
        if (words?.Length > MaxWords)
            problems.Add(new("words", TypedText.TooLong(MaxWords)));
        if (health?.Length > MaxWords)
            problems.Add(new("health", TypedText.TooLong(MaxWords)));
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.IpsCourses.Open(citizen, stop);
        var id = Guid.CreateVersion7();
        db.Add(
            new IpsProfile
            {
                Id = id,
                CitizenId = citizen,
                Words = db.Vault.Seal(words!, id, "words"),
                Health = health is null ? null : db.Vault.Seal(health, id, "health"),
                Openness = openness ?? IpsOpenness.NotDecided,
                WrittenAt = clock.GetUtcNow(),
                WrittenBy = by.Id,
            }
        );
        await db.SaveAsync(by, "ips.profile", citizen, null, stop);
        return [];
    }
}

/// <summary>The citizen was advised on what work does to benefits.</summary>
public sealed class RecordIpsAdvice(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen is not in IPS.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        DateOnly? on,
        string? adviser,
        CancellationToken stop
    )
    {
        adviser = TypedText.OrNull(adviser);
        List<FieldProblem> problems =
        [
            .. IpsInput.Past("adviceOn", on, clock.Today()),
            .. IpsInput.Line("adviser", adviser, new("Skriv, hvem der rådgav.", "Write who advised.")),
        ];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.IpsCourses.Open(citizen, stop);
        db.Add(
            new IpsAdvice
            {
                CitizenId = citizen,
                On = on!.Value,
                Adviser = adviser!,
                RecordedBy = by.Id,
            }
        );
        await db.SaveIfAsync(
            by,
            "ips.advice",
            citizen,
            null,
            async () =>
                !await db.IpsAdvice.AnyAsync(a => a.CitizenId == citizen && a.On == on && a.Adviser == adviser, stop),
            stop
        );
        return [];
    }
}

/// <summary>An employer was met or written to about the citizen's search.</summary>
public sealed class RecordIpsContact(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen is not in IPS.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        string? employer,
        DateOnly? on,
        bool isInPerson,
        bool isWished,
        CancellationToken stop
    )
    {
        employer = TypedText.OrNull(employer);
        List<FieldProblem> problems =
        [
            .. IpsInput.Line("contactEmployer", employer, new("Skriv virksomheden.", "Write the firm.")),
            .. IpsInput.Past("contactOn", on, clock.Today()),
        ];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var course = await db.IpsCourses.Open(citizen, stop);
        db.Add(
            new IpsContact
            {
                CitizenId = citizen,
                CourseId = course.Id,
                Employer = employer!,
                On = on!.Value,
                IsInPerson = isInPerson,
                IsWished = isWished,
                WorkerId = by.Id,
            }
        );
        await db.SaveAsync(by, "ips.contact", citizen, null, stop);
        return [];
    }
}

/// <summary>A meeting of the clinicians' team, with the consultant there.</summary>
public sealed class RecordTeamMeeting(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    public async Task<IReadOnlyList<FieldProblem>> Execute(Worker by, Guid? unit, DateOnly? on, CancellationToken stop)
    {
        List<FieldProblem> problems = [.. IpsInput.Past("meetingOn", on, clock.Today())];
        if (unit is null || (await Units.Of(staff, by, stop)).All(u => u.Id != unit))
            problems.Add(new("unit", new("Vælg en enhed.", "Choose a unit.")));
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        db.Add(
            new IpsTeamMeeting
            {
                UnitId = unit!.Value,
                On = on!.Value,
                WorkerId = by.Id,
            }
        );
        // A unit's meeting of a day is one, whoever of the two writes it down.
        await db.SaveIfAsync(
            by,
            "ips.team-meeting",
            [],
            null,
            async () => !await db.IpsTeamMeetings.AnyAsync(m => m.UnitId == unit && m.On == on, stop),
            stop
        );
        return [];
    }
}
