using Virker.Casework.Citizens;
using Virker.Casework.Conversations;
using Virker.Casework.Employers;
using Virker.Casework.Overviews;
using Virker.Casework.PaidHours;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Casework.Tests.Citizens;

public sealed class Citizen_page_tests
{
    // The case with the coming conversation, those written down, plan, placements with their steps, reported weeks,
    // register, milestones and journal. The page's head is one more.
    private const int Queries = 8;

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_page_of_a_new_citizen_is_empty_and_not_an_error(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await house.Add();

        var page = await house.Get<ReadCitizenPage>().Execute(house.Anna, id, default);

        Assert.Equal(new CaseNow(null, null, 0, null, null), page.Now);
        Assert.Null(page.NextStep);
        Assert.Null(page.Coming);
        Assert.Empty(page.Latest);
        Assert.Empty(page.Plan);
        Assert.Empty(page.Placements);
        Assert.Empty(page.Notes);
        Assert.Empty(page.Hours.Milestones);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_full_page_is_read_in_eight_questions(DatabaseProvider provider)
    {
        await using var house = await CitizensHouse.On(provider);
        var id = await Full(house);
        var read = house.Get<ReadCitizenPage>();
        using var queries = CountedQueries.Start();

        var page = await read.Execute(house.Anna, id, default);

        Assert.Equal(Queries, queries.Count);
        Assert.Equal("Ringe til bageren", page.NextStep?.NextStep);
        Assert.Equal(house.Today.AddDays(7), page.Coming?.On);
        Assert.Equal(ReadCitizenPage.Few, page.Latest.Count);
        Assert.Equal("Mentor i bageriet", Assert.Single(page.Plan).Title);
        Assert.True(Assert.Single(page.Placements).IsRunning(house.Today));
        Assert.Equal("Bageren", page.Placements[0].Workplace);
        Assert.Equal(180, page.Hours.Weeks[^1].Reported);
        Assert.Equal(ReadCitizenPage.Few, page.Notes.Count);
        Assert.Equal(house.Today.AddDays(-40), page.Now.GroupSince);
    }

    private static async Task<Guid> Full(CitizensHouse house)
    {
        var today = house.Today;
        var id = await house.Add(
            CitizensHouse.Someone(house.NextCpr()) with
            {
                TargetGroup = "6.3",
                Since = today.AddDays(-40),
                PrimaryContact = house.Anna.Id,
            }
        );
        for (int i = 0; i < 8; i++)
        {
            await house
                .Get<HoldConversation>()
                .Execute(
                    house.Anna,
                    id,
                    new ConversationRecord(
                        Guid.CreateVersion7(),
                        ConversationKind.FollowUp,
                        ConversationState.Held,
                        today.AddDays(-i),
                        NextStep: i == 0 ? "Ringe til bageren" : "Noget ældre",
                        NextStepBy: today.AddDays(5),
                        NextOn: i == 0 ? today.AddDays(7) : null
                    ),
                    default
                );
            await house
                .Get<WriteJournalNote>()
                .Execute(house.Anna, id, Guid.CreateVersion7(), $"Note {i}", null, default);
        }

        await using var db = await house.Open();
        var company = new Company { Cvr = "10000001", Name = "Bageren" };
        var workplace = new Workplace
        {
            CompanyId = company.Id,
            PNumber = "1000000001",
            Name = "Bageren",
            Industry = "10",
        };
        db.AddRange(
            company,
            workplace,
            new Placement
            {
                CitizenId = id,
                WorkplaceId = workplace.Id,
                State = PlacementState.Agreed,
                TargetGroup = "6.3",
                From = today.AddDays(-14),
                To = today.AddDays(60),
                Tasks = "Bage",
                RuleMessages = "[]",
            },
            new PlanItem
            {
                CitizenId = id,
                Kind = PlanItemKind.Mentor,
                Title = "Mentor i bageriet",
                From = today,
            }
        );
        await db.SaveAsync(house.Anna, "test.set_up", id, null, default);
        await house.Get<ReportHours>().Execute(house.Anna, id, "10000001", [new WeekReport(today, 180)], default);
        return id;
    }
}
