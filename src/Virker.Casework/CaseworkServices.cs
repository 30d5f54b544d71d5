using Microsoft.Extensions.DependencyInjection;
using Virker.Casework.Assessments;
using Virker.Casework.Beliefs;
using Virker.Casework.Caseload;
using Virker.Casework.Caseload.Allocations;
using Virker.Casework.Citizens;
using Virker.Casework.Cohorts;
using Virker.Casework.Conversations;
using Virker.Casework.CoreElements;
using Virker.Casework.Day;
using Virker.Casework.Employers;
using Virker.Casework.Fidelity;
using Virker.Casework.Ips;
using Virker.Casework.MadeUp;
using Virker.Casework.Matching;
using Virker.Casework.Night;
using Virker.Casework.Options;
using Virker.Casework.Overviews;
using Virker.Casework.PaidHours;
using Virker.Casework.PaidHours.Import;
using Virker.Casework.PersonalLinks;
using Virker.Casework.Placements;
using Virker.Casework.Plans;
using Virker.Casework.Progress;
using Virker.Casework.Storage;
using Virker.Casework.Tasks;
using Virker.Platform.Storage;

namespace Virker.Casework;

public static class CaseworkServices
{
    /// <summary>Registers the room; <c>AddMunicipalityDatabases</c> and <c>AddEvidence</c> come first.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services) =>
        services
            .AddMunicipalityTables<CaseworkDbContext>()
            .AddSingleton<ReadCitizen>()
            .AddSingleton<AddCitizen>()
            .AddSingleton<FindCitizens>()
            .AddSingleton<ChangeCitizen>()
            .AddSingleton<ShowAddress>()
            .AddSingleton<StartSpell>()
            .AddSingleton<EndSpell>()
            .AddSingleton<ChangePrimaryContact>()
            .AddSingleton<SayJobGoal>()
            .AddSingleton<WriteJournalNote>()
            .AddSingleton<ReadJournal>()
            .AddSingleton<ReadCitizenPage>()
            .AddSingleton<ReadHistory>()
            .AddSingleton<ReadCitizenLog>()
            .AddSingleton<PlanConversation>()
            .AddSingleton<HoldConversation>()
            .AddSingleton<CorrectConversation>()
            .AddSingleton<ReadConversations>()
            .AddSingleton<WriteAssessment>()
            .AddSingleton<ReadAssessments>()
            .AddSingleton<ReadDay>()
            .AddSingleton<ReadTask>()
            .AddSingleton<AddTask>()
            .AddSingleton<FinishTask>()
            .AddSingleton<SnoozeTask>()
            .AddSingleton<MoveTask>()
            .AddSingleton<MakeTasks>()
            .AddSingleton<AddCompany>()
            .AddSingleton<AddWorkplace>()
            .AddSingleton<ChangeWorkplace>()
            .AddSingleton<CloseWorkplace>()
            .AddSingleton<TakeOwnership>()
            .AddSingleton<RecordContact>()
            .AddSingleton<PreparePlacement>()
            .AddSingleton<ReadPlacement>()
            .AddSingleton<ListPlacements>()
            .AddSingleton<StartPlacement>()
            .AddSingleton<ExtendPlacement>()
            .AddSingleton<EndPlacement>()
            .AddSingleton<RecordHired>()
            .AddSingleton<ChangePaidHours>()
            .AddSingleton<RecordStatement>()
            .AddSingleton<AddPlanItem>()
            .AddSingleton<EndPlanItem>()
            .AddSingleton<ReadPlan>()
            .AddSingleton<ImportCompanies>()
            .AddSingleton<ImportWorkplaces>()
            .AddSingleton<ImportBalance>()
            .AddSingleton<FindEmployers>()
            .AddSingleton<ReadWorkplace>()
            .AddSingleton<ReadDetails>()
            .AddSingleton<FindWorkplaces>()
            .AddSingleton<FindCandidates>()
            .AddSingleton<ReadHours>()
            .AddSingleton<ReportHours>()
            .AddSingleton<ReadHoursDifferences>()
            .AddSingleton<ImportHours>()
            .AddSingleton<ReadOptions>()
            .AddSingleton<ChooseOption>()
            .AddSingleton<ReadCaseload>()
            .AddSingleton<ChangeCaseNeeds>()
            .AddSingleton<ReadCaseNeeds>()
            .AddSingleton<ChangeWorkTerms>()
            .AddSingleton<ReadWorkTerms>()
            .AddSingleton<SetCaseloadRule>()
            .AddSingleton<AskForAllocation>()
            .AddSingleton<ComputeAllocation>()
            .AddSingleton<ReadAllocation>()
            .AddSingleton<DecideAllocation>()
            .AddSingleton<FillCasework>()
            .AddSingleton<AnswerProgress>()
            .AddSingleton<ReadProgress>()
            .AddSingleton<ReadSelfBelief>()
            .AddSingleton<MakeLink>()
            .AddSingleton<RevokeLink>()
            .AddSingleton<ReadLinks>()
            .AddSingleton<BeginVisit>()
            .AddSingleton<ContinueVisit>()
            .AddSingleton<EndVisit>()
            .AddSingleton<AnswerOwn>()
            .AddSingleton<ReadDoor>()
            .AddSingleton<RecordBelief>()
            .AddSingleton<ReadBeliefs>()
            .AddSingleton<ReadGroupBeliefs>()
            .AddSingleton<BeginFidelityReview>()
            .AddSingleton<ScoreFidelity>()
            .AddSingleton<ReadFidelity>()
            .AddSingleton<FindCohort>()
            .AddSingleton<FollowCohort>()
            .AddSingleton<ReadCourses>()
            .AddSingleton<ReadElements>()
            .AddSingleton<ReadTeamElements>()
            .AddSingleton<ReadResults>()
            .AddSingleton<ExemptCitizen>()
            .AddSingleton<EndExemption>()
            .AddSingleton<OpenIps>()
            .AddSingleton<HoldThreeWayMeeting>()
            .AddSingleton<GiveConsent>()
            .AddSingleton<RevokeConsent>()
            .AddSingleton<RecordIpsContact>()
            .AddSingleton<StartIpsJob>()
            .AddSingleton<EndIpsJob>()
            .AddSingleton<LeaveIps>()
            .AddSingleton<WriteIpsProfile>()
            .AddSingleton<RecordIpsAdvice>()
            .AddSingleton<RecordTeamMeeting>()
            .AddSingleton<ReadIpsTeam>()
            .AddSingleton<ReadIps>()
            .AddSingleton<ReadShared>();
}
