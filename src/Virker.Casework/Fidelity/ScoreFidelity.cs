using Microsoft.EntityFrameworkCore;
using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Accounts.Administration;
using Virker.Platform.Storage;

namespace Virker.Casework.Fidelity;

/// <summary>What was found on one item.</summary>
public sealed record ItemFound(int Item, int? Score, FidelitySource? Source, string? Note);

/// <summary>A review that was begun, or what stops it.</summary>
public sealed record FidelityBegun(Guid? Id, IReadOnlyList<FieldProblem> Problems);

/// <summary>Begins a review of a team on a day.</summary>
public sealed class BeginFidelityReview(
    MunicipalityStore<CaseworkDbContext> store,
    ManageTeams teams,
    TimeProvider clock
)
{
    public async Task<FidelityBegun> Execute(Worker by, Guid? team, DateOnly? on, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        if (!(await teams.List(by, stop)).Any(t => t.Id == team))
            problems.Add(new("team", new("Vælg et team.", "Choose a team.")));
        if (on is null || on > clock.Today())
            problems.Add(new("on", new("Vælg en dag, der er kommet.", "Choose a day that has come.")));
        if (problems.Count > 0)
            return new FidelityBegun(null, problems);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var review = new FidelityReview
        {
            TeamId = team!.Value,
            On = on!.Value,
            WrittenBy = by.Id,
            WrittenAt = clock.GetUtcNow(),
        };
        db.Add(review);
        bool isSaved = await db.SaveIfAsync(
            by,
            "fidelity.begin",
            [],
            null,
            async () => !await db.FidelityReviews.AnyAsync(r => r.TeamId == team && r.On == on, stop),
            stop
        );
        return isSaved
            ? new FidelityBegun(review.Id, [])
            : new FidelityBegun(
                null,
                [
                    new(
                        "on",
                        new(
                            "Teamet har en gennemgang fra den dag. Skriv i den.",
                            "The team has a review of that day. Write in it."
                        )
                    ),
                ]
            );
    }
}

/// <summary>Writes what was found. A review may be filled in over several days; the log keeps what stood before.</summary>
public sealed class ScoreFidelity(MunicipalityStore<CaseworkDbContext> store)
{
    private const int MaxNote = 1000;

    /// <param name="seen">The <see cref="FidelityRead.Stamp"/> of what the writer saw: two who fill in the same review
    /// do not overwrite each other unseen.</param>
    /// <returns>What stops it; empty when it is saved.</returns>
    /// <exception cref="InvalidInputException">No such review.</exception>
    public async Task<IReadOnlyList<FieldProblem>> Execute(
        Worker by,
        Guid id,
        IReadOnlyList<ItemFound> found,
        string seen,
        CancellationToken stop
    )
    {
        var problems = new List<FieldProblem>();
        foreach (var item in found)
        {
            if (item.Score is < FidelityScale.Lowest or > FidelityScale.Highest)
                problems.Add(new($"score{item.Item}", new("Vælg 1 til 5.", "Choose 1 to 5.")));
            if (item is { Score: not null, Source: null })
                problems.Add(new($"source{item.Item}", new("Vælg, hvad det bygger på.", "Choose what it rests on.")));
            if (item.Note?.Length > MaxNote)
            {
                problems.Add(
                    new($"note{item.Item}", new($"Skriv højst {MaxNote} tegn.", $"Write at most {MaxNote} letters."))
                );
            }
        }

        if (problems.Count > 0)
            return problems;
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (!await db.FidelityReviews.AnyAsync(r => r.Id == id, stop))
            throw new InvalidInputException(new("gennemgangen findes ikke", "there is no such review"));
        var rows = await db.FidelityScores.Where(s => s.ReviewId == id).ToDictionaryAsync(s => s.Item, stop);
        foreach (var item in found.Where(f => FidelityScale.Items.Any(i => i.Number == f.Item)))
        {
            if (!rows.TryGetValue(item.Item, out var row))
            {
                if (item is { Score: null, Source: null, Note: null })
                    continue;
                db.Add(row = new FidelityScore { ReviewId = id, Item = item.Item });
            }

            (row.Score, row.Source, row.Note) = (item.Score, item.Source, item.Note);
        }

        bool isSaved = await db.SaveIfAsync(
            by,
            "fidelity.score",
            [],
            null,
            async () => FidelityRead.StampOf(await ReadFidelity.Found(db, id, stop)) == seen,
            stop
        );
        return isSaved
            ? []
            :
            [
                new(
                    "write",
                    new(
                        "En anden har skrevet i gennemgangen imens; det står i tabellen. Det, du har skrevet, står i formularen: gem igen, hvis det skal gælde.",
                        "Somebody else has written in the review meanwhile; it stands in the table. What you wrote stands in the form: save again if it is to count."
                    )
                ),
            ];
    }
}
