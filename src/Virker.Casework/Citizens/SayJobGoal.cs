using Virker.Casework.Employers;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Citizens;

/// <summary>Writes down the citizen's job goal in the citizen's own words. Earlier goals stay.</summary>
public sealed class SayJobGoal(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxWords = 300;

    /// <param name="occupation">The occupation the goal points at, for the match; null when it points at none.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        string? words,
        string? occupation,
        CancellationToken stop
    )
    {
        words = TypedText.OrNull(words);
        occupation = TypedText.OrNull(occupation);
        List<FieldProblem> problems = [];
        if (words is null)
        {
            problems.Add(
                new("words", new("Skriv målet med borgerens egne ord.", "Write the goal in the citizen's own words."))
            );
        }
        else if (words.Length > MaxWords)
        {
            problems.Add(new("words", TypedText.TooLong(MaxWords)));
        }
        if (occupation is not null && !Occupations.IsKnown(occupation))
            problems.Add(new("occupation", new("Vælg et fag på listen.", "Choose an occupation on the list.")));
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var citizen = await db.Citizens.OfId(id, stop);
        // The same form sent twice says nothing new.
        if (citizen.JobGoal == words && citizen.WishedOccupation == occupation)
            return [];
        db.Add(
            new JobGoal
            {
                CitizenId = id,
                Words = words!,
                Occupation = occupation,
                SaidAt = clock.GetUtcNow(),
                RecordedBy = by.Id,
            }
        );
        (citizen.JobGoal, citizen.WishedOccupation) = (words, occupation);
        await db.SaveAsync(by, "goal.say", id, null, stop);
        return [];
    }
}
