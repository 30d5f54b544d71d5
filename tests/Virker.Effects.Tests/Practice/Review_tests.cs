using Microsoft.EntityFrameworkCore;
using Virker.Casework.Beliefs;
using Virker.Casework.Citizens;
using Virker.Casework.PaidHours;
using Virker.Casework.Storage;
using Virker.Effects.Practice;
using Virker.Effects.Tests.Trials;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Effects.Tests.Practice;

/// <summary>From casework's rows to a review that is kept.</summary>
public sealed class Review_tests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_review_counts_what_casework_recorded(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        await Put(house, people: 120);

        Assert.Empty(await house.Get<ReviewPractice>().Execute(house.Analyst, default));

        var found = (await house.Get<ReadPractice>().Execute(house.Analyst, default)).Result!;
        Assert.Equal((Day, new(2026, 6, 30)), (found.Day, found.Last));
        // Every twentieth moved away; of the others every fourth is in a job.
        Assert.Equal((114, 6), (found.People, found.Gone));
        var hours = found.Questions.Single(q => q.Question == PracticeQuestion.PaidHours);
        Assert.Equal((38, 76), (hours.Comparison!.With!.People, hours.Comparison.Without!.People));
        Assert.Equal(found.InJob, hours.Comparison.With!.Had + hours.Comparison.Without!.Had);
        var change = found.Questions.Single(q => q.Question == PracticeQuestion.ContactChange);
        Assert.Equal(24, change.Comparison!.With!.People);
        var belief = found.Questions.Single(q => q.Question == PracticeQuestion.Belief);
        Assert.Equal((50, 114), (belief.Cut, belief.Comparison!.With!.People + belief.Comparison.Without!.People));
        var caseload = found.Questions.Single(q => q.Question == PracticeQuestion.Caseload);
        Assert.Equal(12, caseload.Comparison?.Workers ?? 12);
        Assert.Equal(PracticeAnalysis.Quarters, hours.Quarters.Count);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_review_stands_as_it_was_seen_until_the_next_quarter(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var citizens = await Put(house, people: 120);
        var (review, read) = (house.Get<ReviewPractice>(), house.Get<ReadPractice>());
        Assert.Equal((null, Day), await State());
        await review.Execute(house.Analyst, default);
        string kept = await Kept();
        Assert.Equal(1, await Reviews());
        Assert.Null((await State()).Item2);

        // A register is corrected; an hour turns up.
        await house.Hours(citizens[1], new DateOnly(2025, 3, 3), 600);
        Assert.Empty(await review.Execute(house.Analyst, default));
        Assert.Equal(kept, await Kept());

        house.Pass(13);
        Assert.Equal(new(2025, 10, 1), (await State()).Item2);
        Assert.Empty(await review.Execute(house.Analyst, default));
        Assert.Equal(2, await Reviews());

        async Task<(PracticeResult?, DateOnly?)> State()
        {
            var newest = await read.Execute(house.Analyst, default);
            return (newest.Result, newest.Next);
        }

        async Task<string> Kept() => (await read.Execute(house.Analyst, default)).Result!.Write();

        async Task<int> Reviews()
        {
            await using var db = await house.Open();
            return await db.PracticeReviews.CountAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_municipality_with_too_few_is_told_what_it_takes(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        await Put(house, people: 4);
        var problem = Assert.Single(await house.Get<ReviewPractice>().Execute(house.Analyst, default));
        Assert.Contains("et halvt år før", problem.Text.Da, StringComparison.Ordinal);
        Assert.Null((await house.Get<ReadPractice>().Execute(house.Analyst, default)).Result);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Everybody_who_was_read_is_in_the_log_and_nobody_in_what_is_kept(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var citizens = await Put(house, people: 60);
        await house.Get<ReviewPractice>().Execute(house.Analyst, default);
        var log = await house.Get<ReadCitizenLog>().Execute(house.Anna, citizens[0], house.Today, house.Today, default);
        Assert.Contains(log.Lines, e => e.Action == "practice.review" && e.WorkerName == house.Analyst.Name);
        var kept = (await house.Get<ReadPractice>().Execute(house.Analyst, default)).Result!.Write();
        Assert.DoesNotContain(citizens, c => kept.Contains(c.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Citizens long in a group, with what is asked about in turns.</summary>
    private static async Task<IReadOnlyList<Guid>> Put(TrialHouse house, int people)
    {
        Guid[] workers = [.. Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7())];
        List<Guid> citizens = [];
        for (int i = 0; i < people; i++)
            citizens.Add(await house.Citizen(i % 7 < 4 ? "6.3" : "6.2", 130 + 5 * (i % 17)));
        await using var db = await house
            .Test.Get<MunicipalityStore<CaseworkDbContext>>()
            .OpenAsync(house.Test.Here, default);
        var spells = await db.Spells.ToDictionaryAsync(s => s.CitizenId);
        for (int i = 0; i < people; i++)
        {
            var spell = spells[citizens[i]];
            var worker = workers[(i + i / 12) % 12];
            db.Add(
                new PrimaryContact
                {
                    CitizenId = citizens[i],
                    WorkerId = worker,
                    From = spell.From,
                }
            );
            if (i % 5 == 1)
            {
                db.Add(
                    new PrimaryContact
                    {
                        CitizenId = citizens[i],
                        WorkerId = workers[(i + i / 12 + 1) % 12],
                        From = Day.AddDays(-40),
                    }
                );
            }
            db.Add(
                new Belief
                {
                    CitizenId = citizens[i],
                    WorkerId = worker,
                    Percent = 10 * (1 + i % 9),
                    RecordedAt = new DateTimeOffset(Day.AddDays(-30 - i % 40), new TimeOnly(10, 0), TimeSpan.Zero),
                }
            );
            if (i % 3 == 1)
            {
                db.Add(
                    new ReportedWeek
                    {
                        CitizenId = citizens[i],
                        Cvr = TrialHouse.Employer,
                        Week = Day.AddDays(-60).Monday(),
                        Minutes = 300,
                    }
                );
            }
            if (i % 20 == 0)
                (spell.To, spell.EndKind) = (Day.AddDays(50), SpellEnd.MovedAway);
            else if (i % 4 == 1)
                (spell.To, spell.EndKind) = (Day.AddDays(100), SpellEnd.Job);
        }

        await db.SaveAsync(house.Anna, "test.set_up", citizens, null, default);
        return citizens;
    }
}
