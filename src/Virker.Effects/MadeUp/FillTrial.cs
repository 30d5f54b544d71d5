using Virker.Effects.Storage;
using Virker.Effects.Trials;
using Virker.Platform.Accounts;
using Virker.Platform.Municipalities;
using Virker.Platform.Storage;

namespace Virker.Effects.MadeUp;

/// <summary>A lot that was never drawn.</summary>
/// <param name="By">The worker who would have drawn it.</param>
public sealed record MadeUpLot(Guid Citizen, Guid By, DateTimeOffset At, Arm Arm);

/// <summary>Somebody who was never asked.</summary>
public sealed record MadeUpRefusal(Guid Citizen, Guid By, DateTimeOffset At, RefusalKind Kind);

/// <summary>The room's door for a trial whose lots nobody drew; a real municipality is refused.</summary>
public sealed class FillTrial(MunicipalityStore<EffectsDbContext> store)
{
    /// <summary>Writes a trial that no longer draws, with its list in the order of the lots.</summary>
    /// <returns>The trial.</returns>
    /// <exception cref="InvalidOperationException">The municipality is a real one.</exception>
    public async Task<Guid> Execute(
        Municipality municipality,
        TrialPlan plan,
        DateTimeOffset frozen,
        IReadOnlyList<MadeUpLot> lots,
        IEnumerable<MadeUpRefusal> refusals,
        CancellationToken stop
    )
    {
        if (!municipality.IsMadeUp)
            throw new InvalidOperationException("Only a made-up municipality is given made-up lots.");
        await using var db = await store.OpenAsync(municipality, stop);
        string text = plan.Write();
        var trial = new Trial
        {
            Plan = text,
            State = TrialState.Following,
            PlanHash = TrialPlan.Hash(text),
            CreatedAt = frozen,
            FrozenAt = frozen,
            ClosedAt = lots[^1].At,
        };
        db.Add(trial);
        foreach (var (i, lot) in lots.Index())
        {
            var place = DrawLot.Place(db, trial.Id, i + 1, lot.Arm);
            (place.CitizenId, place.DrawnAt, place.DrawnBy) = (lot.Citizen, lot.At, lot.By);
            db.Add(place);
        }

        db.AddRange(
            refusals.Select(r => new TrialRefusal
            {
                TrialId = trial.Id,
                CitizenId = r.Citizen,
                Kind = r.Kind,
                At = r.At,
                By = r.By,
            })
        );
        await db.SaveAsync(Worker.Virker(municipality), "demo.create", [.. lots.Select(l => l.Citizen)], null, stop);
        return trial.Id;
    }
}
