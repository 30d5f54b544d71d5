using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Virker.Casework.Cohorts;
using Virker.Effects.Trials;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Rules;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>What the codes of a plan are called.</summary>
public sealed record PlanNames(string? Intervention, IReadOnlyList<string> Groups, string? EvidenceGroup);

/// <summary>One trial: its plan, its way and its result.</summary>
public sealed class TrialModel(
    ReadTrials trials,
    FreezeTrial freeze,
    CloseEnrolment close,
    TakeLook take,
    ProposeResult propose,
    FindCohort cohort,
    ReadKnowledgeBank bank,
    RuleBook book,
    TimeProvider clock,
    Links go
) : WorkerPage
{
    public TrialDetails Trial { get; private set; } = null!;

    public PlanNames Names { get; private set; } = null!;

    public TrialPower? Power { get; private set; }

    /// <summary>Citizens who meet the conditions today; null while the plan names no target group, or lots are drawn.</summary>
    public int? Eligible { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string? ReportUrl { get; private set; }

    public DateOnly Today => clock.Today();

    public bool IsAnalyst => Worker.Roles.Contains(Role.Analyst);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (
            !Guid.TryParse((string?)RouteData.Values["id"], out var id)
            || await trials.One(Worker, id, HttpContext.RequestAborted) is not { } found
        )
        {
            context.Result = new NotFoundResult();
            return;
        }

        Trial = found;
        await next();
    }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostFreezeAsync(string? seen, CancellationToken stop) =>
        await AnswerAsync(await freeze.Execute(Worker, Trial.Id, seen, stop), stop);

    public async Task<IActionResult> OnPostCloseAsync(string? why, CancellationToken stop) =>
        await AnswerAsync(await close.Execute(Worker, Trial.Id, why, stop), stop);

    public async Task<IActionResult> OnPostLookAsync(string? kind, CancellationToken stop) =>
        TypedChoice.Of<LookKind>(kind, "kind") is { } known
            ? await AnswerAsync(await take.Execute(Worker, Trial.Id, known, stop), stop)
            : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(string? reportUrl, CancellationToken stop)
    {
        ReportUrl = reportUrl;
        return await AnswerAsync(await propose.Execute(Worker, Trial.Id, reportUrl, stop), stop);
    }

    private async Task<IActionResult> AnswerAsync(IReadOnlyList<FieldProblem> problems, CancellationToken stop)
    {
        if (problems.Count == 0)
            return Redirect(go.Trial(Trial.Id));
        Problems = problems;
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var plan = Trial.Plan;
        Names = NamesOf(plan, await bank.Execute(stop: stop), book);
        if (Trial.State != TrialState.Draft)
            return;
        Power = TrialPower.Of(plan);
        if (plan.TargetGroups is { Count: > 0 })
            Eligible = await cohort.Count(Worker, plan.Rule, stop);
    }

    internal static PlanNames NamesOf(TrialPlan plan, KnowledgeBank bank, RuleBook book) =>
        new(
            plan.Intervention is { } about ? bank.Taxonomy.Interventions.Find(about)?.Name.ToString() : null,
            [
                .. (plan.TargetGroups ?? []).Select(g =>
                    book.TargetGroups.Find(g) is { } group ? $"{g} {group.Name}" : g
                ),
            ],
            plan.EvidenceGroup is { } whom ? bank.Taxonomy.TargetGroups.Find(whom)?.Name.ToString() : null
        );
}
