using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Placements;

/// <summary>Ends a placement, before time or on its last day; before its first day it is cancelled. Its plan line ends
/// with it, and its open tasks are done.</summary>
public sealed class EndPlacement(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="on">The last day.</param>
    /// <param name="wasHired">The workplace hired the citizen on ordinary terms; null while not known.</param>
    /// <returns>What stops it; empty when it is ended.</returns>
    /// <exception cref="InvalidInputException">No such placement, or it has ended.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        DateOnly? on,
        string? reason,
        bool? wasHired,
        CancellationToken stop
    )
    {
        reason = TypedText.OrNull(reason);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var placement = await db.Running(id, stop);
        List<FieldProblem> problems = [];
        if (on is null || on > placement.To)
        {
            problems.Add(
                new(
                    "on",
                    new(
                        "Skriv den sidste dag; den kan ikke ligge efter aftalens slutdato.",
                        "Write the last day; it cannot be after the agreement's last day."
                    )
                )
            );
        }
        if (reason is null)
            problems.Add(new("reason", new("Skriv, hvorfor den slutter.", "Write why it ends.")));
        else if (reason.Length > PlacementTerms.MaxWords)
            problems.Add(new("reason", TypedText.TooLong(PlacementTerms.MaxWords)));
        if (problems.Count > 0)
            return problems;
        placement.State = on < placement.From ? PlacementState.Cancelled : PlacementState.Ended;
        (placement.EndedOn, placement.EndReason, placement.WasHired) = (on, reason, wasHired);
        foreach (var line in await db.PlanItems.Where(p => p.PlacementId == id && p.EndedOn == null).ToListAsync(stop))
            (line.EndedOn, line.EndReason) = (on, reason);
        foreach (var task in await db.Tasks.Where(t => t.AboutId == id && t.DoneAt == null).ToListAsync(stop))
            task.Finish(by, clock.GetUtcNow());
        await db.SaveAsync(by, "placement.end", placement.CitizenId, reason, stop);
        return [];
    }
}

/// <summary>Records, once it is known, whether the workplace hired the citizen after the placement.</summary>
public sealed class RecordHired(MunicipalityStore<CaseworkDbContext> store)
{
    /// <exception cref="InvalidInputException">No such placement, or it runs.</exception>
    public async Task Execute(Worker by, Guid id, bool wasHired, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var placement = await db.Placement(id, stop);
        if (placement.EndedOn is null)
            throw new InvalidInputException(new("forløbet er ikke slut", "the placement has not ended"));
        placement.WasHired = wasHired;
        await db.SaveAsync(by, "placement.hired", placement.CitizenId, null, stop);
    }
}

internal static class PlacementRows
{
    public static async Task<Placement> Placement(this CaseworkDbContext db, Guid id, CancellationToken stop) =>
        await db.Placements.SingleOrDefaultAsync(p => p.Id == id, stop)
        ?? throw new InvalidInputException(new("forløbet findes ikke", "there is no such placement"));

    /// <summary>A placement that has not been ended.</summary>
    public static async Task<Placement> Running(this CaseworkDbContext db, Guid id, CancellationToken stop)
    {
        var placement = await db.Placement(id, stop);
        return placement.EndedOn is null && placement.State is PlacementState.Agreed or PlacementState.Proposed
            ? placement
            : throw new InvalidInputException(new("forløbet er slut", "the placement has ended"));
    }
}
