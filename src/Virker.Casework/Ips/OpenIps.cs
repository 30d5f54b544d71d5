using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Ips;

/// <summary>Somebody raised IPS, and the citizen was asked the one question. A no is kept and ends there; the question can
/// always be asked again.</summary>
public sealed class OpenIps(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved, or when the citizen is in IPS already.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        IpsRaisedBy? raisedBy,
        DateOnly? raisedOn,
        IpsAnswer? answer,
        bool wasInWork,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [.. IpsInput.Past("raisedOn", raisedOn, clock.Today())];
        if (raisedBy is null)
            problems.Add(new("raisedBy", new("Vælg, hvem der spurgte.", "Choose who asked.")));
        if (answer is null)
        {
            problems.Add(
                new("answer", new("Spørg borgeren, og vælg svaret.", "Ask the citizen and choose the answer."))
            );
        }
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.OfId(citizen, stop);
        db.Add(
            new IpsCourse
            {
                CitizenId = citizen,
                RaisedBy = raisedBy!.Value,
                RaisedOn = raisedOn!.Value,
                Answer = answer!.Value,
                WasInWork = wasInWork,
                WorkerId = by.Id,
                EndedOn = answer == IpsAnswer.Yes ? null : raisedOn,
            }
        );
        await db.SaveIfAsync(
            by,
            answer == IpsAnswer.Refused ? "ips.refuse" : "ips.open",
            citizen,
            null,
            async () => !await db.IpsCourses.AnyAsync(c => c.CitizenId == citizen && c.EndedOn == null, stop),
            stop
        );
        return [];
    }
}

/// <summary>The three-way meeting was held: day 0.</summary>
public sealed class HoldThreeWayMeeting(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen is not in IPS.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        DateOnly? on,
        CancellationToken stop
    )
    {
        if (IpsInput.Past("dayZero", on, clock.Today()) is { Count: > 0 } problems)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var course = await db.IpsCourses.Open(citizen, stop);
        if (on < course.RaisedOn)
        {
            return
            [
                new(
                    "dayZero",
                    new("Mødet kan ikke ligge før, der blev spurgt.", "The meeting cannot be before somebody asked.")
                ),
            ];
        }
        course.DayZero = on;
        await db.SaveAsync(by, "ips.meeting", citizen, null, stop);
        return [];
    }
}

/// <summary>The citizen chooses to stop. The door stays open: asking again begins a new course.</summary>
public sealed class LeaveIps(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">The citizen is not in IPS.</exception>
    public async Task Execute(Worker by, Guid citizen, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        (await db.IpsCourses.Open(citizen, stop)).EndedOn = clock.Today();
        await db.SaveAsync(by, "ips.leave", citizen, null, stop);
    }
}

/// <summary>What the forms of IPS have in common.</summary>
internal static class IpsInput
{
    private const int MaxLine = 200;

    public static Text Missing { get; } = new("Vælg en dag.", "Choose a day.");

    /// <summary>What is wrong with a day something happened.</summary>
    public static IReadOnlyList<FieldProblem> Past(string field, DateOnly? day, DateOnly today) =>
        day is null ? [new(field, Missing)]
        : day > today ? [new(field, new("Dagen er ikke kommet endnu.", "The day has not come yet."))]
        : [];

    public static IReadOnlyList<FieldProblem> Line(string field, string? text, Text missing) =>
        text is null ? [new(field, missing)]
        : text.Length > MaxLine ? [new(field, TypedText.TooLong(MaxLine))]
        : [];

    public static async Task<IpsCourse> Open(this DbSet<IpsCourse> courses, Guid citizen, CancellationToken stop) =>
        await courses.SingleOrDefaultAsync(c => c.CitizenId == citizen && c.EndedOn == null, stop)
        ?? throw new InvalidInputException(new("borgeren er ikke i IPS", "the citizen is not in IPS"));
}
