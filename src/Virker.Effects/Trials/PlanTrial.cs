using Microsoft.EntityFrameworkCore;
using Virker.Effects.Storage;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Effects.Trials;

/// <summary>Writes a draft of a plan, new or again.</summary>
public sealed class PlanTrial(MunicipalityStore<EffectsDbContext> store, TimeProvider clock)
{
    /// <param name="trial">Null for a new one.</param>
    /// <returns>The trial, or what stops it.</returns>
    /// <exception cref="InvalidInputException">No such draft: it does not exist, or it is frozen.</exception>
    public async Task<(Guid Trial, IReadOnlyList<FieldProblem> Problems)> Execute(
        Worker by,
        Guid? trial,
        TrialPlan plan,
        CancellationToken stop
    )
    {
        List<FieldProblem> problems = [.. plan.Wrong()];
        if (problems.Count > 0)
            return (trial ?? Guid.Empty, problems);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found = new Trial
        {
            Plan = "",
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = by.Id,
        };
        await db.SaveAsync(
            by,
            "trial.plan",
            [],
            null,
            async _ =>
            {
                if (trial is null)
                    db.Add(found);
                else
                    found = await TheTrial.In(db, trial.Value, TrialState.Draft, stop);
                found.Plan = plan.Write();
            },
            stop
        );
        return (found.Id, []);
    }
}

/// <summary>Freezes the plan: from now on lots are drawn, and nothing in it can be changed.</summary>
public sealed class FreezeTrial(MunicipalityStore<EffectsDbContext> store, ReadKnowledgeBank bank, TimeProvider clock)
{
    /// <param name="seen">The hash of the plan as the worker saw it: nobody freezes what a colleague has just changed.</param>
    /// <returns>What the plan lacks; empty when it is frozen.</returns>
    /// <exception cref="InvalidInputException">No such draft, or it was changed meanwhile.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(Worker by, Guid trial, string? seen, CancellationToken stop)
    {
        var taxonomy = (await bank.Execute(stop: stop)).Taxonomy;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var draft = await TheTrial.In(db, trial, TrialState.Draft, stop);
        List<FieldProblem> missing = [.. TrialPlan.Read(draft.Plan).Missing(taxonomy)];
        if (missing.Count > 0)
            return missing;
        await db.SaveAsync(
            by,
            "trial.freeze",
            [],
            null,
            async _ =>
            {
                await db.Entry(draft).ReloadAsync(stop);
                if (draft.State != TrialState.Draft || TrialPlan.Hash(draft.Plan) != seen)
                {
                    throw new InvalidInputException(
                        new(
                            "planen er ændret, siden du så den. Læs den igen",
                            "the plan was changed since you saw it. Read it again"
                        )
                    );
                }
                draft.State = TrialState.Enrolling;
                draft.PlanHash = seen;
                draft.FrozenAt = clock.GetUtcNow();
                draft.FrozenBy = by.Id;
            },
            stop
        );
        return [];
    }
}

/// <summary>Stops the drawing before all places are given out.</summary>
public sealed class CloseEnrolment(MunicipalityStore<EffectsDbContext> store, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is closed.</returns>
    /// <exception cref="InvalidInputException">No such trial that draws lots.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(Worker by, Guid trial, string? why, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return
            [
                new("why", new("Skriv hvorfor: det kommer med i rapporten.", "Write why: the report will say it.")),
            ];
        }
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found = await TheTrial.In(db, trial, TrialState.Enrolling, stop);
        found.State = TrialState.Following;
        found.ClosedAt = clock.GetUtcNow();
        found.ClosedWhy = why.Trim();
        await db.SaveAsync(by, "trial.close", [], why.Trim(), stop);
        return [];
    }
}

internal static class TheTrial
{
    /// <exception cref="InvalidInputException">No such trial in that state.</exception>
    public static async Task<Trial> In(EffectsDbContext db, Guid id, TrialState state, CancellationToken stop) =>
        await db.Trials.FirstOrDefaultAsync(t => t.Id == id && t.State == state, stop)
        ?? throw new InvalidInputException(
            state switch
            {
                TrialState.Draft => new(
                    "planen findes ikke, eller den er låst",
                    "there is no such plan, or it is frozen"
                ),
                TrialState.Enrolling => new(
                    "forsøget findes ikke, eller der trækkes ikke lod i det nu",
                    "there is no such trial, or no lots are drawn in it now"
                ),
                TrialState.Following => new(
                    "forsøget findes ikke, eller der trækkes stadig lod",
                    "there is no such trial, or lots are still drawn"
                ),
            }
        );
}
