using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Casework.Tasks;

/// <summary>Adds a task in the worker's own words, about a citizen or about none.</summary>
public sealed class AddTask(MunicipalityStore<CaseworkDbContext> store, TimeProvider clock)
{
    private const int MaxWords = 300;

    /// <returns>What stops it; empty when it is added.</returns>
    /// <exception cref="InvalidInputException">No such citizen.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        string? words,
        DateOnly? due,
        Guid? citizen,
        CancellationToken stop
    )
    {
        words = words?.Trim();
        List<FieldProblem> problems = [];
        if (string.IsNullOrEmpty(words))
            problems.Add(new("words", new("Skriv, hvad du skal gøre.", "Write what you are to do.")));
        else if (words.Length > MaxWords)
            problems.Add(new("words", TypedText.TooLong(MaxWords)));
        if (due is null || due < clock.Today())
            problems.Add(new("due", new("Vælg i dag eller en dag, der kommer.", "Choose today or a day to come.")));
        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (citizen is { } about)
            await db.Citizens.RequireAsync(about, stop);
        var id = Guid.CreateVersion7();
        db.Add(
            new CaseTask
            {
                Id = id,
                Kind = TaskKind.Own,
                Key = $"{TaskKind.Own.Code()}/{id}",
                CitizenId = citizen,
                OwnerId = by.Id,
                Due = due!.Value,
                Words = words,
                CreatedAt = clock.GetUtcNow(),
            }
        );
        await db.SaveAsync(by, "task.add", citizen is { } one ? [one] : [], null, stop);
        return [];
    }
}
