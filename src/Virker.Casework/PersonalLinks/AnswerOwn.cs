using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Storage;

namespace Virker.Casework.PersonalLinks;

/// <summary>The citizen answers one question. It is saved at once, so leaving halfway loses nothing.</summary>
public sealed class AnswerOwn(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">The question is not the citizen's, or the answer is not one of its
    /// steps.</exception>
    public async Task Execute(Visit visit, string indicator, int value, CancellationToken stop)
    {
        if (
            visit.Purpose != LinkPurpose.Answers
            || Indicators.OfCitizen.All(i => i.Code != indicator)
            || value is < 1 or > Indicators.Highest
        )
        {
            throw new InvalidInputException(new("svaret er ikke på listen", "the answer is not on the list"));
        }
        await using var db = await store.OpenAsync(visit.Municipality, stop);
        await db.SaveAsync(
            visit.Citizen,
            "progress.own",
            [visit.CitizenId],
            null,
            async _ =>
            {
                var now = clock.GetUtcNow();
                var current = await MeasurementRhythm.Current(db, visit.CitizenId, clock.Today(), now, stop);
                db.Add(MeasurementRhythm.Answer(db, current, indicator, AnswerSide.Citizen, value, visit.Citizen, now));
            },
            stop
        );
    }
}
