using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Beliefs;

/// <summary>Writes down what the worker believes now. An earlier belief stays as it was.</summary>
public sealed class RecordBelief(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    public const int Least = 1;
    public const int Most = 99;

    /// <summary>What a worker is offered: few enough to be answered at once, closest where the truth mostly lies.</summary>
    public static IReadOnlyList<int> Choices { get; } = [Least, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, Most];

    /// <param name="percent">The chance of ordinary paid work within a year, in percent.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid citizen,
        int? percent,
        CancellationToken stop
    )
    {
        if (percent is not (>= Least and <= Most))
            return [new("percent", new("Vælg et tal mellem 1 og 99.", "Choose a number between 1 and 99."))];
        await using var db = await store.OpenAsync(by.Municipality, stop);
        await db.Citizens.RequireAsync(citizen, stop);
        db.Add(
            new Belief
            {
                CitizenId = citizen,
                WorkerId = by.Id,
                Percent = percent.Value,
                RecordedAt = clock.GetUtcNow(),
            }
        );
        await db.SaveAsync(by, "belief.record", citizen, null, stop);
        return [];
    }
}
