using Virker.Allocation;
using Virker.Casework.Citizens;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload.Allocations;

/// <summary>The leader accepts a proposal, and every citizen in it gets the new contact, or declines it. A proposal that
/// no longer fits the facts is refused: nobody is moved by what was true yesterday.</summary>
public sealed class DecideAllocation(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    /// <param name="reason">Why the contact changes, for the citizens to read; needed to accept.</param>
    /// <returns>What stops it; empty when it is done.</returns>
    /// <exception cref="InvalidInputException">No such proposal in the leader's team.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        bool isAccepted,
        string? reason,
        CancellationToken stop
    )
    {
        reason = TypedText.OrNull(reason);
        if (isAccepted && HandOver.WrongReason(reason) is { } wrong)
            return [new("reason", wrong)];
        var everybody = await staff.Of(by.Municipality.Id, stop);
        var team = everybody.FirstOrDefault(m => m.Id == by.Id)?.TeamId;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var run = await db.AllocationRuns.OfId(id, team, stop);
        IReadOnlyList<Move> moves = run.Read()?.Moves ?? [];
        Text? stopped = null;
        bool isSaved = await db.SaveIfAsync(
            by,
            isAccepted ? "contact.change" : "allocation.decline",
            isAccepted ? [.. moves.Select(m => m.Case)] : [],
            reason,
            async () =>
            {
                await db.Entry(run).ReloadAsync(stop);
                if (run.State != AllocationState.Answered)
                {
                    stopped = new(
                        "Forslaget er afgjort eller ikke regnet endnu.",
                        "It is decided, or not computed yet."
                    );
                }
                else if (isAccepted && !Fits(await new AllocationFacts(db, clock.Today()).Read(run, everybody, stop)))
                {
                    stopped = new(
                        "Sagerne har ændret sig, siden forslaget blev regnet. Bed om et nyt.",
                        "The cases have changed since the proposal was computed. Ask for a new one."
                    );
                }
                if (stopped is not null)
                    return false;
                run.State = isAccepted ? AllocationState.Accepted : AllocationState.Declined;
                run.DecidedAt = clock.GetUtcNow();
                if (isAccepted)
                {
                    await HandOver.Execute(
                        db,
                        moves.ToDictionary(m => m.Case, m => m.To),
                        reason,
                        clock.Today(),
                        clock.GetUtcNow(),
                        stop
                    );
                }
                return true;
            },
            stop
        );
        return isSaved
            ? []
            :
            [
                new(
                    "reason",
                    stopped ?? throw new InvalidOperationException("Nothing was saved, and nothing says why.")
                ),
            ];

        bool Fits(AllocationProblem now)
        {
            try
            {
                return moves.Count > 0 && CheckRules.Broken(now, moves).Count == 0;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }
}
