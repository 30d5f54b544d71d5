using Microsoft.EntityFrameworkCore;
using Virker.Casework.Cohorts;
using Virker.Effects.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Effects.Trials;

/// <summary>
/// Looks at the outcomes, when the plan says so and once: an extra look is an extra chance of finding what is not there.
/// What was seen is kept as it was.
/// </summary>
public sealed class TakeLook(MunicipalityStore<EffectsDbContext> store, FollowCohort follow, TimeProvider clock)
{
    /// <returns>What stops it; empty when the look is taken, also when it was before.</returns>
    /// <exception cref="InvalidInputException">No such trial with a frozen plan.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(Worker by, Guid trial, LookKind kind, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var found =
            await db.Trials.FirstOrDefaultAsync(t => t.Id == trial && t.State != TrialState.Draft, stop)
            ?? throw new InvalidInputException(new("forsøget findes ikke", "there is no such trial"));
        var taken = await db.TrialLooks.Where(l => l.TrialId == trial).Select(l => l.Kind).ToListAsync(stop);
        if (taken.Contains(kind))
            return [];
        var plan = TrialPlan.Read(found.Plan);
        var people = await People(db, by, trial, plan, stop);
        var today = clock.Today();
        int known = people.Count(p => TrialAnalysis.KnownAfter(p.Followed.On, plan.Weeks!.Value) < today);
        if (NotYet(found, plan, kind, taken, known, people.Count) is { } why)
            return [new("look", why)];
        if (TrialAnalysis.Of(plan, people, today) is not { } result)
        {
            return
            [
                new(
                    "look",
                    new(
                        $"Der er færre end {TrialAnalysis.LeastInArm} kendte udfald i en af grupperne.",
                        $"There are fewer than {TrialAnalysis.LeastInArm} known outcomes in one of the arms."
                    )
                ),
            ];
        }
        var id = Guid.CreateVersion7();
        db.Add(
            new TrialLook
            {
                Id = id,
                TrialId = trial,
                Kind = kind,
                At = clock.GetUtcNow(),
                By = by.Id,
                Result = result.Write(),
                Rows = db.Vault.Seal(TrialRows.Csv(plan, people, today), id, "rows"),
            }
        );
        await db.SaveAsync(by, "trial.look", [.. people.Select(p => p.Followed.CitizenId)], null, stop);
        return [];
    }

    internal async Task<IReadOnlyList<TrialPerson>> People(
        EffectsDbContext db,
        Worker by,
        Guid trial,
        TrialPlan plan,
        CancellationToken stop
    )
    {
        var places = await db
            .TrialPlaces.AsNoTracking()
            .Where(p => p.TrialId == trial && p.CitizenId != null)
            .OrderBy(p => p.Number)
            .ToListAsync(stop);
        var followed = await follow.Execute(
            by,
            [.. places.Select(p => new FollowFrom(p.CitizenId!.Value, DanishTime.DayOf(p.DrawnAt!.Value)))],
            plan.Weeks!.Value,
            stop
        );
        return [.. places.Zip(followed, (place, person) => new TrialPerson(DrawLot.Open(db, place), person))];
    }

    private static Text? NotYet(
        Trial trial,
        TrialPlan plan,
        LookKind kind,
        IReadOnlyCollection<LookKind> taken,
        int known,
        int drawn
    )
    {
        if (kind == LookKind.Final)
        {
            return trial.State != TrialState.Following ? new("Der trækkes stadig lod.", "Lots are still drawn.")
                : known < drawn
                    ? new(
                        $"Udfaldet er kendt for {known} af {drawn}. Vent, til det er kendt for alle.",
                        $"The outcome is known for {known} of {drawn}. Wait until it is known for all."
                    )
                : null;
        }
        int needs = plan.InterimPercent is { } percent ? (int)Math.Ceiling(plan.People!.Value * percent / 100.0) : 0;
        return needs == 0 ? new("Planen har intet kig undervejs.", "The plan has no interim look.")
            : taken.Contains(LookKind.Final) ? new("Forsøget er gjort op.", "The trial has been analysed.")
            : known < needs
                ? new(
                    $"Planen tillader kigget ved {needs} kendte udfald; der er {known}.",
                    $"The plan allows the look at {needs} known outcomes; there are {known}."
                )
            : null;
    }
}
