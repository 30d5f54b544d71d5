using Microsoft.EntityFrameworkCore;
using Virker.Casework.Cohorts;
using Virker.Effects.Storage;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;

namespace Virker.Effects.Practice;

/// <summary>A review of practice (gennemgang af praksis), kept as it was: a page that was computed anew every day would
/// show one citizen's outcome as it came in.</summary>
public sealed class PracticeReview
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The first day of a quarter; there is one review of each.</summary>
    public DateOnly Day { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid By { get; init; }

    /// <summary>The <see cref="PracticeResult"/> as JSON: numbers of groups, none of them small.</summary>
    public required string Result { get; init; }
}

/// <summary>Reviews practice for the newest quarter whose year has passed.</summary>
public sealed class ReviewPractice(
    MunicipalityStore<EffectsDbContext> store,
    ReadCourses read,
    Staff staff,
    TimeProvider clock
)
{
    /// <returns>What stops it; empty when the review is kept, also when it was before.</returns>
    public async Task<IReadOnlyList<FieldProblem>> Execute(Worker by, CancellationToken stop)
    {
        var today = clock.Today();
        var day = PracticeAnalysis.NewestDay(today);
        await using var db = await store.OpenAsync(by.Municipality, stop);
        if (await db.PracticeReviews.AnyAsync(r => r.Day == day, stop))
            return [];
        var courses = await read.Execute(by, PracticeAnalysis.FirstDay(day, today), today, stop);
        var teams = (await staff.Of(by.Municipality.Id, stop)).ToDictionary(m => m.Id, m => m.Team);
        var result = PracticeAnalysis.Of(courses, worker => teams.GetValueOrDefault(worker), day, today);
        if (result.People < Suppression.Least)
        {
            return
            [
                new(
                    "review",
                    new(
                        $"Færre end {Suppression.Least} borgere kan følges fra {day:d.M.yyyy}: de skal have været i en målgruppe et halvt år før og have en kontaktperson.",
                        $"Fewer than {Suppression.Least} citizens can be followed from {day:yyyy-MM-dd}: they must have been in a target group half a year before and have a contact."
                    )
                ),
            ];
        }
        db.Add(
            new PracticeReview
            {
                Day = day,
                At = clock.GetUtcNow(),
                By = by.Id,
                Result = result.Write(),
            }
        );
        // When a colleague pressed the button too, theirs is the one that was seen first.
        await db.SaveIfAsync(
            by,
            "practice.review",
            [.. courses.Select(c => c.CitizenId)],
            null,
            async () => !await db.PracticeReviews.AnyAsync(r => r.Day == day, stop),
            stop
        );
        return [];
    }
}

/// <param name="Result">The newest review; null when there is none.</param>
/// <param name="Next">The day the next one may be made for now; null while it must wait.</param>
public sealed record NewestReview(PracticeResult? Result, DateTimeOffset? ReviewedAt, DateOnly? Next);

/// <summary>Reads the newest review: numbers of groups, nobody's row.</summary>
public sealed class ReadPractice(MunicipalityStore<EffectsDbContext> store, TimeProvider clock)
{
    public async Task<NewestReview> Execute(Worker by, CancellationToken stop)
    {
        await using var db = await store.OpenAsync(by.Municipality, stop);
        var newest = await db.PracticeReviews.AsNoTracking().OrderByDescending(r => r.Day).FirstOrDefaultAsync(stop);
        var next = PracticeAnalysis.NewestDay(clock.Today());
        return new(
            newest is null ? null : PracticeResult.Read(newest.Result),
            newest?.At,
            next > (newest?.Day ?? DateOnly.MinValue) ? next : null
        );
    }
}
