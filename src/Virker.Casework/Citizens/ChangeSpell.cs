using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>Begins a time in a target group. The one that runs ends the day before; two never overlap.</summary>
public sealed class StartSpell(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        string? targetGroup,
        DateOnly? from,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [.. Spells.Problems(targetGroup, from, clock.Today(), mustHave: true)];
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen = await db.Citizens.OfId(id, stop);
        var spells = await db.Spells.Where(s => s.CitizenId == id).ToListAsync(stop);
        var running = spells.SingleOrDefault(s => s.To is null);
        if (running?.TargetGroup == targetGroup)
        {
            return
            [
                new("targetGroup", new("Borgeren er i den målgruppe nu.", "The citizen is in that target group now.")),
            ];
        }
        if (running is not null && running.From >= from || spells.Any(s => s.To >= from))
        {
            return
            [
                new(
                    "since",
                    new(
                        "Borgeren er allerede i en målgruppe den dag. Vælg en senere.",
                        "The citizen is already in a target group on that day. Choose a later one."
                    )
                ),
            ];
        }
        var seen = spells.ToDictionary(s => s.Id, s => s.To);
        if (running is not null)
            running.To = from!.Value.AddDays(-1);
        db.Add(
            new Spell
            {
                CitizenId = id,
                TargetGroup = targetGroup!,
                From = from!.Value,
            }
        );
        (citizen.TargetGroup, citizen.ClosedOn) = (targetGroup, null);
        bool isSaved = await db.SaveIfAsync(
            by,
            "spell.start",
            id,
            null,
            () => Spells.AreStillAsync(db, id, seen, stop),
            stop
        );
        return isSaved ? [] : [new("since", Spells.ChangedMeanwhile)];
    }
}

/// <summary>Ends the time in a target group, and the case with it when nothing more is to be done.</summary>
public sealed class EndSpell(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxReason = 300;

    /// <param name="to">The last day.</param>
    /// <param name="kind">What the citizen leaves to.</param>
    /// <param name="closesCase">The citizen stands on no list from then on, and is still found by search.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen, or no spell runs.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        DateOnly? to,
        SpellEnd? kind,
        string? reason,
        bool closesCase,
        CancellationToken stop
    )
    {
        reason = TypedText.OrNull(reason);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen = await db.Citizens.OfId(id, stop);
        var spells = await db.Spells.Where(s => s.CitizenId == id).ToListAsync(stop);
        var running =
            spells.SingleOrDefault(s => s.To is null)
            ?? throw new InvalidInputException(
                new("borgeren er ikke i nogen målgruppe nu", "the citizen is in no target group now")
            );
        List<FieldProblem> problems = [];
        if (to is null || to > clock.Today())
            problems.Add(new("to", new("Vælg den sidste dag; den er kommet.", "Choose the last day; it has come.")));
        else if (to < running.From)
            problems.Add(new("to", new("Det er før den første dag.", "That is before the first day.")));
        if (kind is null)
            problems.Add(new("kind", new("Vælg, hvad borgeren går til.", "Choose what the citizen leaves to.")));
        if (reason is null)
            problems.Add(new("reason", new("Skriv hvorfor.", "Write why.")));
        else if (reason.Length > MaxReason)
            problems.Add(new("reason", TypedText.TooLong(MaxReason)));
        if (problems.Count > 0)
            return problems;
        var seen = spells.ToDictionary(s => s.Id, s => s.To);
        (running.To, running.EndKind, running.EndReason) = (to, kind, reason);
        citizen.TargetGroup = null;
        if (closesCase)
            citizen.ClosedOn = to;
        bool isSaved = await db.SaveIfAsync(
            by,
            closesCase ? "citizen.close" : "spell.end",
            id,
            reason,
            () => Spells.AreStillAsync(db, id, seen, stop),
            stop
        );
        return isSaved ? [] : [new("to", Spells.ChangedMeanwhile)];
    }
}
