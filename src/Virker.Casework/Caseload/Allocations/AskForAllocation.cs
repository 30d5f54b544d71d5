using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Caseload.Allocations;

/// <summary>A leader asks for a proposal for the own team, or for the municipality when the leader has none.</summary>
public sealed class AskForAllocation(MunicipalityStore<CaseworkDbContext> store, Staff staff, TimeProvider clock)
{
    /// <param name="leaver">Who is to give all cases away; null when nobody leaves.</param>
    /// <returns>The proposal to be computed by <see cref="ComputeAllocation"/>, or what stops it.</returns>
    public async Task<(Guid? Id, IReadOnlyList<FieldProblem> Problems)> Execute(
        Worker by,
        Guid? leaver,
        int? ceiling,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [];
        if (ceiling is not (> 0 and < 1000))
        {
            problems.Add(
                new("ceiling", new("Skriv et helt tal fra 1 til 999.", "Write a whole number from 1 to 999."))
            );
        }
        var team = (await staff.Find(by.Municipality.Id, by.Id, stop))?.TeamId;
        if (
            leaver is { } leaving
            && (
                await staff.Find(by.Municipality.Id, leaving, stop) is not { } who
                || (team is not null && who.TeamId != team)
            )
        )
        {
            problems.Add(new("leaver", new("Vælg en på listen.", "Choose somebody on the list.")));
        }
        if (problems.Count > 0)
            return (null, problems);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var run = new AllocationRun
        {
            AskedBy = by.Id,
            AskedAt = clock.GetUtcNow(),
            TeamId = team,
            Leaving = leaver is { } id ? Codes.Of(id.ToString()) : Codes.None,
            Ceiling = ceiling!.Value,
        };
        db.Add(run);
        await db.SaveAsync(by, "allocation.ask", [], null, stop);
        return (run.Id, []);
    }
}

internal static class AllocationRows
{
    /// <summary>A proposal of the leader's own team, or of the municipality when the leader has none.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static async Task<AllocationRun> OfId(
        this IQueryable<AllocationRun> runs,
        Guid id,
        Guid? team,
        CancellationToken stop
    ) =>
        await runs.SingleOrDefaultAsync(r => r.Id == id && (team == null || r.TeamId == team), stop)
        ?? throw new InvalidInputException(new("forslaget findes ikke", "there is no such proposal"));
}
