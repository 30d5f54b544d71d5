using Microsoft.EntityFrameworkCore;
using Virker.Casework.Plans;
using Virker.Effects.Storage;
using Virker.Effects.Trials;
using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Proposals;
using Virker.Platform;
using Virker.Platform.Storage;
using Virker.Tests;

namespace Virker.Effects.Tests.Trials;

/// <summary>From the plan to the knowledge bank.</summary>
public sealed class Circle_tests
{
    private const string Report = "https://kommunen.example/rapport";

    public static TheoryData<DatabaseProvider> Databases => TestDatabase.Both;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_trial_ends_as_a_finding_that_changes_the_answer(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var (trial, arms) = await house.Followed();
        int treated = arms.Values.Count(a => a == Arm.Treatment);
        var query = new AnswerQuery("FAR.ALL", "X.ORDHOURS");
        var before = AnswerQuestion.For(await house.Get<ReadKnowledgeBank>().Execute(), query);

        Assert.Empty(await house.Look(trial));
        var final = (await house.One(trial)).Final!.Result;
        Assert.Equal((treated, 40 - treated), (final.Drawn.Treatment, final.Drawn.Usual));
        Assert.Equal(
            (treated * 3 / 5, (40 - treated) * 3 / 10),
            (final.Primary.Events!.Treatment, final.Primary.Events.Usual)
        );
        var plain = Virker.Statistics.Trials.TwoArms.DifferenceInShares(
            final.Primary.Events.Treatment,
            treated,
            final.Primary.Events.Usual,
            40 - treated
        );
        Assert.Equal(
            (plain.Difference.Estimate, plain.Difference.CiLow, plain.Difference.CiHigh, plain.P),
            (final.Primary.Plain.Value, final.Primary.Plain.CiLow, final.Primary.Plain.CiHigh, final.Primary.Plain.P)
        );

        var propose = house.Get<ProposeResult>();
        Assert.Single(await propose.Execute(house.Analyst, trial, "rapporten", default));
        Assert.Empty(await propose.Execute(house.Analyst, trial, Report, default));
        var proposal = (await house.One(trial)).Final!.Proposal!;
        Assert.Equal(ProposalState.Waiting, proposal.State);
        await Assert.ThrowsAsync<InvalidInputException>(() => propose.Execute(house.Analyst, trial, Report, default));
        Assert.Equal("decision", Assert.Single(await Decide(house, proposal, house.Analyst, true, null)).Field);
        Assert.Equal("why", Assert.Single(await Decide(house, proposal, house.Editor, false, " ")).Field);
        Assert.Empty(await Decide(house, proposal, house.Editor, true, null));

        var bank = await house.Get<ReadKnowledgeBank>().Execute();
        var look = (await house.One(trial)).Final!;
        Assert.Equal((ProposalState.Published, bank.Version.Number), (look.Proposal!.State, look.Proposal.Version));
        var study = Assert.Single(bank.Content.Studies, s => s.SourceUrl == Report);
        Assert.Contains("opdigtet", study.Title, StringComparison.OrdinalIgnoreCase);
        var finding = Assert.Single(bank.Content.Findings, f => f.StudyId == study.Id && f.Pool == PoolRole.Main);
        Assert.Equal((treated, 40 - treated), (finding.NTreated!.Value, finding.NControl!.Value));
        var after = AnswerQuestion.For(bank, query);
        Assert.NotEqual(
            System.Text.Json.JsonSerializer.Serialize(before.JobEffect),
            System.Text.Json.JsonSerializer.Serialize(after.JobEffect)
        );
        await Assert.ThrowsAsync<InvalidInputException>(() => Decide(house, proposal, house.Editor, true, null));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_look_is_taken_when_the_plan_says_and_kept_as_it_was_seen(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var (trial, arms) = await house.Followed(20);
        Assert.Contains(
            "intet kig",
            Assert.Single(await house.Look(trial, LookKind.Interim)).Text.Da,
            StringComparison.Ordinal
        );
        Assert.Empty(await house.Look(trial));
        var seen = (await house.One(trial)).Final!;

        await house.Hours(arms.Keys.Last(), house.Today.Monday().AddDays(-7 * 10), 600);
        Assert.Empty(await house.Look(trial));

        Assert.Equivalent(seen, Assert.Single((await house.One(trial)).Looks), strict: true);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_final_look_waits_for_the_last_outcome_and_the_interim_for_its_share(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen(TrialHouse.Plan with { People = 40, InterimPercent = 50 });
        for (int i = 0; i < 20; i++)
            await house.Drawn(trial, await house.Citizen());
        Assert.Single(await house.Look(trial));
        house.Pass(19);
        for (int i = 0; i < 20; i++)
            await house.Drawn(trial, await house.Citizen());
        Assert.Single(await house.Look(trial, LookKind.Interim));
        house.Pass(1);
        Assert.Equal(TrialAnalysis.KnownAfter(new DateOnly(2026, 11, 2), 13).AddDays(1), house.Today);

        Assert.Empty(await house.Look(trial, LookKind.Interim));

        Assert.Contains("20 af 40", Assert.Single(await house.Look(trial)).Text.Da, StringComparison.Ordinal);
        var details = await house.One(trial);
        Assert.Equal(LookKind.Interim, Assert.Single(details.Looks).Kind);
        house.Pass(19);
        Assert.Equal(details.FinalFrom, house.Today);
        Assert.Empty(await house.Look(trial));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Few_with_the_outcome_are_not_published_and_a_refusal_says_why(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var (few, _) = await house.Followed(20);
        Assert.Empty(await house.Look(few));
        var propose = house.Get<ProposeResult>();
        Assert.Contains(
            "offentliggøres",
            Assert.Single(await propose.Execute(house.Analyst, few, Report, default)).Text.Da,
            StringComparison.Ordinal
        );

        var (trial, _) = await house.Followed();
        Assert.Empty(await house.Look(trial));
        Assert.Empty(await propose.Execute(house.Analyst, trial, Report, default));
        var proposal = (await house.One(trial)).Final!.Proposal!;
        Assert.Empty(await Decide(house, proposal, house.Editor, false, "Rapporten mangler"));

        var refused = (await house.One(trial)).Final!.Proposal!;
        Assert.Equal((ProposalState.Refused, "Rapporten mangler"), (refused.State, refused.RefusedWhy));
        Assert.Empty(await propose.Execute(house.Analyst, trial, Report, default));
        Assert.Equal(ProposalState.Waiting, (await house.One(trial)).Final!.Proposal!.State);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Stopped_between_the_two_databases_it_is_pressed_again_and_proposed_once(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var (trial, _) = await house.Followed();
        Assert.Empty(await house.Look(trial));
        var propose = house.Get<ProposeResult>();
        Assert.Empty(await propose.Execute(house.Analyst, trial, Report, default));
        var proposal = (await house.One(trial)).Final!.Proposal!;
        // The proposal waits, and the look was never told of it.
        await using (
            var db = await house
                .Get<MunicipalityStore<EffectsDbContext>>()
                .OpenAsync(house.Analyst.Municipality, default)
        )
        {
            (await db.TrialLooks.SingleAsync(l => l.TrialId == trial)).ProposalId = null;
            await db.SaveAsync(house.Analyst, "test.stop", [], null, default);
        }

        Assert.Null((await house.One(trial)).Final!.Proposal);
        Assert.Empty(await propose.Execute(house.Analyst, trial, Report, default));

        Assert.Equal(proposal.Id, (await house.One(trial)).Final!.Proposal!.Id);
        Assert.Single(await house.Get<ReadProposals>().All(default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_begun_shows_who_followed_the_lot(DatabaseProvider provider)
    {
        await using var house = await TrialHouse.On(provider);
        var trial = await house.Frozen(TrialHouse.Plan with { People = 20, Intervention = "X.MENTOR", Secondary = [] });
        Dictionary<Guid, Arm> arms = [];
        for (int i = 0; i < 20; i++)
        {
            var citizen = await house.Citizen();
            arms[citizen] = await house.Drawn(trial, citizen);
        }

        var began = arms.Where(a => a.Value == Arm.Treatment).Take(6).Append(arms.First(a => a.Value == Arm.Usual));
        foreach (var (citizen, _) in began)
        {
            Assert.Empty(
                await house
                    .Get<AddPlanItem>()
                    .Execute(
                        house.Anna,
                        citizen,
                        new PlanLine(PlanItemKind.Mentor, "Mentor på arbejdspladsen", house.Today.AddDays(7)),
                        default
                    )
            );
        }
        house.Pass(20);
        Assert.Empty(await house.Look(trial));

        var result = (await house.One(trial)).Final!.Result;
        Assert.Equal((6, 1), (result.Started.Treatment, result.Started.Usual));
        Assert.Contains(result.Primary.Estimates, e => e.By == Estimator.Complier);
    }

    private static Task<IReadOnlyList<FieldProblem>> Decide(
        TrialHouse house,
        Proposal proposal,
        Platform.Accounts.Worker by,
        bool isApproved,
        string? why
    ) => house.Get<DecideProposal>().Execute(proposal.Id, by.Id, by.Name, isApproved, why, default);
}
