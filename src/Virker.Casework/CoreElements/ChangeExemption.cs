using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.CoreElements;

/// <summary>Writes that a citizen is exempt (fritaget) for a time. Two times never overlap.</summary>
public sealed class ExemptCitizen(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="to">The last day; null when not known.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        DateOnly? from,
        DateOnly? to,
        CancellationToken stop
    )
    {
        if (from is null || from > clock.Today())
            return [new("from", new("Vælg den første dag; den er kommet.", "Choose the first day; it has come."))];
        if (to < from)
            return [new("to", new("Det er før den første dag.", "That is before the first day."))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.OfId(citizen, stop);
        db.Add(
            new Exemption
            {
                CitizenId = citizen,
                From = from.Value,
                To = to,
                RecordedBy = by.Id,
                RecordedAt = clock.GetUtcNow(),
            }
        );
        bool isSaved = await db.SaveIfAsync(
            by,
            "exemption.begin",
            citizen,
            null,
            async () =>
                !await db.Exemptions.AnyAsync(
                    e => e.CitizenId == citizen && (to == null || e.From <= to) && (e.To == null || e.To >= from),
                    stop
                ),
            stop
        );
        return isSaved
            ? []
            : [new("from", new("Borgeren er fritaget i den tid i forvejen.", "The citizen is exempt then already."))];
    }
}

/// <summary>Writes the last day of an exemption.</summary>
public sealed class EndExemption(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">The citizen has no such exemption that runs.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        DateOnly? to,
        CancellationToken stop
    )
    {
        var today = clock.Today();
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var running =
            await db.Exemptions.SingleOrDefaultAsync(
                e => e.CitizenId == citizen && e.From <= today && (e.To == null || e.To > today),
                stop
            ) ?? throw new InvalidInputException(new("borgeren er ikke fritaget nu", "the citizen is not exempt now"));
        if (to is null || to > today || to < running.From)
        {
            return
            [
                new(
                    "ended",
                    new(
                        "Vælg en dag fra fritagelsens første til i dag.",
                        "Choose a day from the exemption's first until today."
                    )
                ),
            ];
        }
        running.To = to;
        await db.SaveAsync(by, "exemption.end", citizen, null, stop);
        return [];
    }
}
