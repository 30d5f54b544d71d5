using Virker.Casework.Caseload;
using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Caseload;

/// <summary>Cases, overdue contact and changes of primary contact, and the norms beside them.</summary>
public sealed class Caseload_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_case_is_an_open_citizen_with_the_primary_contact_of_today(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await house.Citizen();
        var (passedOn, closed) = (await house.Citizen(), await house.Citizen());
        var bo = Guid.CreateVersion7();
        Assert.Empty(
            await house.Get<ChangePrimaryContact>().Execute(house.Anna, passedOn, bo, "Anna går på orlov", default)
        );
        await using (var db = await house.Open())
        {
            (await db.Citizens.FindAsync(closed))!.ClosedOn = house.Today;
            await db.SaveAsync(house.Anna, "test.close", closed, null, default);
        }

        var read = await Read(house, house.Anna.Id, bo, Guid.CreateVersion7());

        Assert.Equal([1, 1, 0], read.Workers.Select(w => w.Cases));
        Assert.Equal(2, read.Cases);
        Assert.Equal(1, (await Read(house, house.Anna.Id)).Cases);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Overdue_is_a_planned_day_gone_by_and_nothing_ahead_is_told_apart(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        await Talk(house, ConversationState.Planned, -1);
        await Talk(house, ConversationState.Planned, 0);
        await Talk(house, ConversationState.Held, -1);
        await Talk(house, ConversationState.CancelledByUs, 3);

        var anna = Assert.Single((await Read(house, house.Anna.Id)).Workers);

        Assert.Equal((4, 1, 3), (anna.Cases, anna.Overdue, anna.NothingAhead));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_first_contact_is_no_change_and_changes_of_the_last_year_are_counted(DatabaseProvider provider)
    {
        await using var house = await CaseHouse.On(provider);
        var since = house.Today.AddMonths(-ReadCaseload.Months);
        await house.Citizen("Ny", house.Today);
        await house.Citizen("Gammel", since.AddDays(-100));
        // One change a day too early to count, and one on the first day that counts.
        await Again(house, await house.Citizen("Før", since.AddDays(-100)), since);
        await Again(house, await house.Citizen("Efter", since.AddDays(-100)), since.AddDays(1));
        var twice = await house.Citizen("To", since.AddDays(10));
        await Again(house, twice, since.AddDays(20));
        await Again(house, twice, since.AddDays(30));

        var read = await Read(house, house.Anna.Id);

        Assert.Equal(since, read.Since);
        Assert.Equal(2, read.Changed);
        Assert.Equal([(0, 3), (1, 1), (2, 1)], read.ChangesPerCitizen.Select(c => (c.Key, c.Value)));
        // R 4.2: prop.test(2, 5, correct = FALSE)$conf.int
        Assert.Equal(0.11762077423264794, read.ChangedShare!.Value.CiLow, 1e-12);
        Assert.Equal(0.76927571872398703, read.ChangedShare!.Value.CiHigh, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Without_cases_there_is_no_share_and_three_questions_are_asked_for_everybody(
        DatabaseProvider provider
    )
    {
        await using var house = await CaseHouse.On(provider);

        Assert.Null((await Read(house, house.Anna.Id)).ChangedShare);

        await house.Citizen();
        int asked = await CountedQueries.Of(() =>
            Read(house, house.Anna.Id, Guid.CreateVersion7(), Guid.CreateVersion7())
        );
        Assert.Equal(3, asked);
    }

    [Fact]
    public void Every_norm_has_a_range_and_a_source_and_ips_is_at_most_twenty()
    {
        Assert.All(
            CaseNorms.All,
            n => Assert.True(n.High > (n.Low ?? 0) && n.Source.StartsWith("https", StringComparison.Ordinal))
        );
        Assert.Equal(20, CaseNorms.Ips);
        Assert.Equal(10, CaseNorms.All.Count(n => n.Kind == CaseNormKind.Union));
    }

    private static Task<Caseloads> Read(CaseHouse house, params Guid[] workers) =>
        house.Get<ReadCaseload>().Execute(house.Anna, workers, default);

    private static async Task Talk(CaseHouse house, ConversationState state, int days) =>
        await house.Save(
            new Conversation
            {
                CitizenId = await house.Citizen(),
                State = state,
                On = house.Today.AddDays(days),
                WorkerId = house.Anna.Id,
            }
        );

    private static Task Again(CaseHouse house, Guid citizen, DateOnly from) =>
        house.Save(
            new PrimaryContact
            {
                CitizenId = citizen,
                WorkerId = house.Anna.Id,
                From = from,
                Reason = "Skift",
            }
        );
}
