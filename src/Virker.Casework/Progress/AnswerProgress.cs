using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Progress;

/// <summary>The worker answers her side. What she does not answer stays missing.</summary>
public sealed class AnswerProgress(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    /// <param name="values">1 to 5 by the indicator's code.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen, or the case is closed.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        IReadOnlyDictionary<string, int> values,
        CancellationToken stop
    )
    {
        if (values.Any(v => Indicators.Find(v.Key) is null || v.Value is < 1 or > Indicators.Highest))
            throw new InvalidInputException(new("svaret er ikke på listen", "the answer is not on the list"));
        if (values.Count == 0)
            return [new(Indicators.All[0].Code, new("Besvar mindst ét spørgsmål.", "Answer at least one question."))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var person = await db.Citizens.OfId(citizen, stop);
        if (person.ClosedOn is not null)
            throw new InvalidInputException(new("sagen er lukket", "the case is closed"));
        await db.SaveAsync(
            by,
            "progress.answer",
            [citizen],
            null,
            async _ =>
            {
                var now = clock.GetUtcNow();
                var current = await MeasurementRhythm.Current(db, citizen, clock.Today(), now, stop);
                foreach (var (indicator, value) in values)
                    db.Add(MeasurementRhythm.Answer(db, current, indicator, AnswerSide.Worker, value, by, now));
            },
            stop
        );
        return [];
    }
}
