using Microsoft.EntityFrameworkCore;
using Virker.Allocation;
using Virker.Casework.Caseload;
using Virker.Casework.Caseload.Allocations;
using Virker.Casework.Conversations;
using Virker.Casework.Night;
using Virker.Casework.Tasks;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Platform.Storage;
using Virker.Tests;
using static Virker.Casework.Tests.Caseload.AllocationHouse;

namespace Virker.Casework.Tests.Caseload;

/// <summary>From the facts of casework to a proposal, and from the leader's yes to new contacts; and what a worker
/// carries by the municipality's rule.</summary>
public sealed class Allocation_tests
{
    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Accepted_each_citizen_has_the_new_contact_the_reason_and_a_meeting_to_agree(
        DatabaseProvider provider
    )
    {
        await using var house = await On(provider);
        var citizen = await house.Citizen(Anna);
        await house.Citizens(Bo, 2);
        var conversation = await house
            .Get<PlanConversation>()
            .Execute(
                house.Leader with
                {
                    Id = Anna,
                },
                citizen,
                null,
                new(ConversationKind.FollowUp, house.Today.AddDays(3), null),
                default
            );
        Assert.Empty(conversation);

        var proposal = await house.Proposal(Anna, 3);

        Assert.Equal([(citizen, Bo)], Moves(proposal.Proposal!));
        Assert.Equal("Borger 1 Prøve", proposal.Citizens[citizen].Name);
        Assert.Equal([1, 2], (await house.Loads(Anna, Bo)).Select(l => l.Cases));
        Assert.Equal("reason", Assert.Single(await house.Accept(proposal, " ")).Field);
        Assert.Empty(await house.Accept(proposal));
        Assert.Equal([0, 3], (await house.Loads(Anna, Bo)).Select(l => l.Cases));
        await using var db = await house.Open();
        var contacts = await db
            .PrimaryContacts.Where(p => p.CitizenId == citizen)
            .OrderBy(p => p.To == null)
            .ToListAsync();
        Assert.Equal([(Anna, house.Today), (Bo, (DateOnly?)null)], contacts.Select(p => (p.WorkerId, p.To)));
        Assert.Equal("Anna stopper.", contacts[1].Reason);
        Assert.Equal(Bo, (await db.Conversations.SingleAsync()).WorkerId);
        var tasks = await db.Tasks.Where(t => t.DoneAt == null).ToListAsync();
        Assert.All(tasks, t => Assert.Equal(Bo, t.OwnerId));
        Assert.Equal(house.Today.AddDays(3), tasks.Single(t => t.Kind == TaskKind.JointMeeting).Due);
        // By night nothing is made twice, and nothing is closed before the three have met.
        await house.Get<MakeTasks>().Execute(house.Leader.Municipality, default);
        Assert.Equal(1, await db.Tasks.CountAsync(t => t.Kind == TaskKind.JointMeeting && t.DoneAt == null));
        Assert.NotEmpty(await house.Accept(proposal));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_proposal_that_no_longer_fits_is_refused_and_a_declined_one_moves_nobody(
        DatabaseProvider provider
    )
    {
        await using var house = await On(provider);
        await house.Citizen(Anna);
        await house.Citizens(Bo, 2);
        var proposal = await house.Proposal(Anna, 3);
        // Bo gets one more meanwhile, so there is no room.
        await house.Citizen(Bo);

        Assert.Contains("ændret", Assert.Single(await house.Accept(proposal)).Text.Da, StringComparison.Ordinal);
        Assert.Empty(await house.Get<DecideAllocation>().Execute(house.Leader, proposal.Ask.Id, false, null, default));
        Assert.NotEmpty(await house.Accept(proposal));
        Assert.Equal([1, 3], (await house.Loads(Anna, Bo)).Select(l => l.Cases));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Weights_hours_languages_ips_and_cover_decide_the_room(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        Assert.Empty(await house.Rule(10, 1.5m, 3m, 60));
        var arabic = await house.Citizen(Anna, CaseLevel.VeryComplex, "ar");
        await house.Citizens(Carla, 2);
        Assert.Empty(await house.Terms(Bo, percent: 30));

        // Three simple cases' room, but nobody speaks Arabic: Carla is an IPS consultant, Dan another team's.
        var shortfall = Assert.Single((await house.Proposal(Anna, 10)).Proposal!.Shortfalls);
        Assert.Equal(AllocationRule.Language, shortfall.Rule);
        Assert.Equal(["ar"], shortfall.Languages);
        await house.Terms(Bo, percent: 30, languages: ["ar"]);
        Assert.Equal([(arabic, Bo)], Moves((await house.Proposal(Anna, 10)).Proposal!));
        // One per cent less, and the very complex case has no room.
        await house.Terms(Bo, percent: 29, languages: ["ar"]);
        shortfall = Assert.Single((await house.Proposal(Anna, 10)).Proposal!.Shortfalls);
        Assert.Equal((AllocationRule.Capacity, 10), (shortfall.Rule, shortfall.Least));
        // In the first six months 60 per cent of it.
        await house.Terms(Bo, percent: 50, languages: ["ar"], beganOn: house.Today.AddMonths(-6).AddDays(1));
        Assert.Single((await house.Proposal(Anna, 10)).Proposal!.Moves);
        await house.Terms(Bo, percent: 49, languages: ["ar"], beganOn: house.Today.AddMonths(-6).AddDays(1));
        Assert.Empty((await house.Proposal(Anna, 10)).Proposal!.Moves);
        await house.Terms(Bo, percent: 30, languages: ["ar"], beganOn: house.Today.AddMonths(-6));
        Assert.Single((await house.Proposal(Anna, 10)).Proposal!.Moves);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Covered_cases_count_where_they_are_looked_after(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        await house.Rule(10, 2m, 3m);
        await house.Citizen(Anna, CaseLevel.Complex);
        await house.Citizen(Anna);
        await house.Citizen(Bo);
        Assert.Empty(await house.Terms(Anna, awayFrom: house.Today, cover: Bo));

        var loads = await house.Loads(Anna, Bo);
        var rule = (await house.Get<ReadCaseload>().Execute(house.Leader, [Anna], default)).Rule!;

        Assert.Equal([(2, 0, 0), (1, 3, 2)], loads.Select(l => (l.Cases, l.Carried.Cases, l.Covered)));
        Assert.Equal(400, loads[1].Carried.WeightBy(rule));
        Assert.Equal([1, 1], loads.Select(l => l.Unjudged));
        // Alone, the cover is told of what she looks after too.
        Assert.Equal(3, Assert.Single(await house.Loads(Bo)).Carried.Cases);
        // Anna is away: she keeps her two and takes none; Bo has room for no more than what is covered leaves.
        var proposal = await house.Proposal(null, 3);
        Assert.Empty(proposal.Proposal!.Moves);
        Assert.Equal(
            (AllocationRule.Capacity, 100),
            proposal.Proposal.Shortfalls.Select(s => (s.Rule, s.Least)).First()
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_leader_sees_and_decides_for_the_own_team_only(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        await house.Citizen(Anna);
        await house.Citizens(Dan, 5);
        var proposal = await house.Proposal(Anna, 3);
        Assert.Single(proposal.Proposal!.Moves);

        Assert.Null(await house.Get<ReadAllocation>().Execute(house.Other, proposal.Ask.Id, default));
        Assert.Empty((await house.Get<ReadAllocation>().All(house.Other, default)).Runs);
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            house.Get<DecideAllocation>().Execute(house.Other, proposal.Ask.Id, true, "Fordi", default)
        );
        Assert.Equal(
            "leaver",
            Assert.Single((await house.Get<AskForAllocation>().Execute(house.Leader, Dan, 3, default)).Problems).Field
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_protected_relation_stays_and_a_closed_account_leaves(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var bound = await house.Citizen(Anna, isBound: true);
        var free = await house.Citizen(Anna);
        Assert.Equal([(free, Bo)], Moves((await house.Proposal(null, 1)).Proposal!));
        await using (var db = await house.Get<IDbContextFactory<PlatformDbContext>>().CreateDbContextAsync())
        {
            (await db.Users.FindAsync(Anna))!.IsActive = false;
            await db.SaveChangesAsync();
        }

        house.Get<Staff>().Forget(house.Leader.Municipality.Id);
        var proposal = await house.Proposal(null, 2);

        Assert.Equal(new[] { bound, free }.Order(), proposal.Proposal!.Moves.Select(m => m.Case).Order());
        Assert.True(proposal.Citizens[bound].IsBound);
    }

    [Theory]
    [InlineData(null, null, null, null, "ceiling")]
    [InlineData(1000, null, null, null, "ceiling")]
    [InlineData(40, 1.5, null, null, "veryComplex")]
    [InlineData(40, null, 2.0, null, "complex")]
    [InlineData(40, 0.5, 2.0, null, "complex")]
    [InlineData(40, 2.0, 1.5, null, "veryComplex")]
    [InlineData(40, null, null, 101, "newPercent")]
    public async Task A_wrong_rule_is_refused_beside_its_field(
        int? ceiling,
        double? complex,
        double? very,
        int? @new,
        string field
    )
    {
        await using var house = await On(DatabaseProvider.Sqlite);
        var problems = await house
            .Get<SetCaseloadRule>()
            .Execute(house.Leader, ceiling, (decimal?)complex, (decimal?)very, @new, default);
        Assert.Equal(field, Assert.Single(problems).Field);
        Assert.Null((await house.Get<ReadAllocation>().All(house.Leader, default)).Rule);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Terms_and_needs_are_kept_as_written_and_wrong_ones_refused(DatabaseProvider provider)
    {
        await using var house = await On(provider);
        var change = house.Get<ChangeWorkTerms>();
        WorkTermsForm form = new(80, ["uk", "ar"], "8920, 8900", house.Today, house.Today, house.Today.AddDays(1), Bo);
        Assert.Empty(await change.Execute(house.Leader, Anna, form, default));
        var terms = await house.Get<ReadWorkTerms>().Execute(house.Leader, Anna, default);
        Assert.Equal((80, "ar;uk", "8900;8920"), (terms.Percent, $"{terms.Languages}", $"{terms.Areas}"));
        Assert.True(terms.IsAway(house.Today.AddDays(1)) && !terms.IsAway(house.Today.AddDays(2)));
        foreach (
            var (wrong, field) in new (WorkTermsForm, string)[]
            {
                (form with { Percent = 0 }, "percent"),
                (form with { Languages = ["xx"] }, "languages"),
                (form with { Areas = "890" }, "areas"),
                (form with { AwayFrom = null }, "awayFrom"),
                (form with { AwayTo = house.Today.AddDays(-1) }, "awayTo"),
                (form with { CoverId = Anna }, "cover"),
            }
        )
        {
            Assert.Equal(field, Assert.Single(await change.Execute(house.Leader, Anna, wrong, default)).Field);
        }
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            change.Execute(house.Leader, Guid.CreateVersion7(), form, default)
        );
        var citizen = await house.Citizen(Anna);
        Assert.NotEmpty(await house.Get<ChangeCaseNeeds>().Execute(house.Leader, citizen, null, "xx", false, default));
        Assert.Null(await house.Get<ReadCaseNeeds>().Execute(house.Leader, citizen, default));
    }
}
