using Microsoft.EntityFrameworkCore;
using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Effects.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Statistics.Randomness;
using Virker.Statistics.Trials;

namespace Virker.Effects.Trials;

/// <summary>What a lot gives.</summary>
public enum Arm
{
    Usual,
    Treatment,
}

/// <summary>
/// Draws a citizen's lot. It is drawn once: asked again, the same answer comes. Places lie in permuted blocks of four and
/// six, a block drawn at a time by a source nobody can foresee and sealed in the database before anyone stands in it; so
/// nobody, with or without the database, sees which arm comes next.
/// </summary>
public sealed class DrawLot(
    MunicipalityStore<EffectsDbContext> store,
    ReadCitizen citizens,
    FindCohort cohort,
    TimeProvider clock
)
{
    private static readonly int[] Equal = [1, 1];
    private static readonly int[] Multiples = [2, 3];

    /// <param name="isTold">The citizen has been told what the trial is, and that one may say no.</param>
    /// <returns>The arm, or what stops it.</returns>
    /// <exception cref="InvalidInputException">No such trial that draws lots, or no such citizen.</exception>
    public async Task<(Arm? Arm, IReadOnlyList<FieldProblem> Problems)> Execute(
        Worker by,
        Guid trial,
        Guid citizen,
        bool isTold,
        CancellationToken stop
    )
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (await DrawnAsync(db, trial, citizen, stop) is { } before)
            return (before, []);
        if (!isTold)
        {
            return (
                null,
                [new("isTold", new("Fortæl borgeren om forsøget først.", "Tell the citizen about the trial first."))]
            );
        }
        var found = await TheTrial.In(db, trial, TrialState.Enrolling, stop);
        if (await citizens.Head(by, citizen, stop) is null)
            throw new InvalidInputException(new("borgeren findes ikke", "there is no such citizen"));
        var plan = TrialPlan.Read(found.Plan);
        if ((await cohort.NotMet(by, citizen, plan.Rule, stop)).Count > 0)
        {
            return (
                null,
                [
                    new(
                        "isTold",
                        new(
                            "Borgeren opfylder ikke forsøgets betingelser.",
                            "The citizen does not meet the trial's conditions."
                        )
                    ),
                ]
            );
        }
        Arm arm = default;
        try
        {
            await db.SaveAsync(
                by,
                "trial.draw",
                [citizen],
                null,
                async save => arm = await Give(db, found, plan, by, citizen, save, stop),
                stop
            );
        }
        catch (NothingSavedException nothing)
        {
            return nothing.Why is { } why
                ? (null, [new("isTold", why)])
                : (await DrawnAsync(db, trial, citizen, stop), []);
        }

        return (arm, []);
    }

    // Inside the transaction, where nobody else writes: two at once cannot be given one place, nor one citizen two.
    private async Task<Arm> Give(
        EffectsDbContext db,
        Trial trial,
        TrialPlan plan,
        Worker by,
        Guid citizen,
        Func<Task> save,
        CancellationToken stop
    )
    {
        await db.Entry(trial).ReloadAsync(stop);
        if (await db.TrialPlaces.AnyAsync(p => p.TrialId == trial.Id && p.CitizenId == citizen, stop))
            throw new NothingSavedException(null);
        if (await db.TrialRefusals.AnyAsync(r => r.TrialId == trial.Id && r.CitizenId == citizen, stop))
        {
            throw new NothingSavedException(
                new("Borgeren er holdt uden for forsøget.", "The citizen was kept out of the trial.")
            );
        }
        if (trial.State != TrialState.Enrolling)
        {
            throw new NothingSavedException(
                new("Forsøget har fået dem, det skal have.", "The trial has the people it needs.")
            );
        }
        var place = await db
            .TrialPlaces.Where(p => p.TrialId == trial.Id && p.CitizenId == null)
            .OrderBy(p => p.Number)
            .FirstOrDefaultAsync(stop);
        if (place is null)
        {
            int last = await db.TrialPlaces.CountAsync(p => p.TrialId == trial.Id, stop);
            var block = NextBlock(db, trial.Id, last);
            db.AddRange(block);
            await save();
            place = block[0];
        }

        place.CitizenId = citizen;
        place.DrawnAt = clock.GetUtcNow();
        place.DrawnBy = by.Id;
        if (place.Number == plan.People)
        {
            trial.State = TrialState.Following;
            trial.ClosedAt = clock.GetUtcNow();
        }

        return Open(db, place);
    }

    private static TrialPlace[] NextBlock(EffectsDbContext db, Guid trial, int last)
    {
        var source = new SecureSource();
        int multiple = Multiples[source.Below(Multiples.Length)];
        return
        [
            .. PermutedBlocks
                .List(Equal, [multiple], 2 * multiple, source)
                .Select((arm, i) => Place(db, trial, last + i + 1, (Arm)arm)),
        ];
    }

    /// <summary>A place nobody stands in yet.</summary>
    internal static TrialPlace Place(EffectsDbContext db, Guid trial, int number, Arm arm)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            TrialId = trial,
            Number = number,
            Arm = db.Vault.Seal(arm.Code(), id, "arm"),
        };
    }

    private static async Task<Arm?> DrawnAsync(EffectsDbContext db, Guid trial, Guid citizen, CancellationToken stop) =>
        await db.TrialPlaces.AsNoTracking().FirstOrDefaultAsync(p => p.TrialId == trial && p.CitizenId == citizen, stop)
            is { } place
            ? Open(db, place)
            : null;

    internal static Arm Open(EffectsDbContext db, TrialPlace place) =>
        EnumCode.Parse<Arm>(db.Vault.Open(place.Arm, place.Id, "arm"))!.Value;
}

/// <summary>Writes down that a citizen who was asked is not in the trial.</summary>
public sealed class RefuseTrial(MunicipalityStore<EffectsDbContext> store, ReadCitizen citizens, TimeProvider clock)
{
    /// <returns>What stops it; empty when it is written, also when it was before.</returns>
    /// <exception cref="InvalidInputException">No such trial that draws lots, or no such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid trial,
        Guid citizen,
        RefusalKind? kind,
        CancellationToken stop
    )
    {
        if (kind is null)
            return [new("kind", new("Vælg hvorfor.", "Choose why."))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await TheTrial.In(db, trial, TrialState.Enrolling, stop);
        if (await citizens.Head(by, citizen, stop) is null)
            throw new InvalidInputException(new("borgeren findes ikke", "there is no such citizen"));
        try
        {
            await db.SaveAsync(by, "trial.refuse", [citizen], null, _ => Write(db, trial, citizen), stop);
        }
        catch (NothingSavedException nothing)
        {
            return nothing.Why is { } why ? [new("kind", why)] : [];
        }

        return [];

        async Task Write(EffectsDbContext db, Guid trial, Guid citizen)
        {
            if (await db.TrialPlaces.AnyAsync(p => p.TrialId == trial && p.CitizenId == citizen, stop))
            {
                throw new NothingSavedException(
                    new("Lodden er trukket og kan ikke gøres om.", "The lot is drawn and cannot be undone.")
                );
            }
            if (await db.TrialRefusals.AnyAsync(r => r.TrialId == trial && r.CitizenId == citizen, stop))
                throw new NothingSavedException(null);
            db.Add(
                new TrialRefusal
                {
                    TrialId = trial,
                    CitizenId = citizen,
                    Kind = kind.Value,
                    At = clock.GetUtcNow(),
                    By = by.Id,
                }
            );
        }
    }
}

/// <summary>Undoes a save in which there was nothing to do; with the reason, when it is one to be told.</summary>
internal sealed class NothingSavedException(Text? why) : Exception
{
    public Text? Why => why;
}
