using Microsoft.AspNetCore.Mvc;
using Virker.Dkfds;
using Virker.Effects.Trials;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Site;
using Virker.Web.Wording;

namespace Virker.Web.Pages.Effects;

/// <summary>The plan of a trial, while it may change.</summary>
public sealed class PlanModel(
    PlanTrial plan,
    ReadTrials trials,
    ReadKnowledgeBank bank,
    RuleBook book,
    TimeProvider clock,
    Links go
) : WorkerPage
{
    public TrialForm Form { get; private set; } = new();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<DkOption> Interventions { get; private set; } = [];

    public IReadOnlyList<DkOption> EvidenceGroups { get; private set; } = [];

    public IReadOnlyList<DkOption> Groups =>
        [.. Citizens.Options.TargetGroups(book, clock.Today()).Where(o => o.Value != "")];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken stop)
    {
        if (id is { } trial)
        {
            if (await trials.One(Worker, trial, stop) is not { State: TrialState.Draft } draft)
                return NotFound();
            Form = TrialForm.Of(draft.Plan);
        }

        await ShowAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, TrialForm form, CancellationToken stop)
    {
        if (id is { } draft && await trials.One(Worker, draft, stop) is not { State: TrialState.Draft })
            return NotFound();
        (var trial, Problems) = await plan.Execute(Worker, id, form.Plan(), stop);
        if (Problems.Count == 0)
            return Redirect(go.Trial(trial));
        Form = form;
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        var shown = await bank.Execute(stop: stop);
        (Interventions, EvidenceGroups) = (TrialWords.InterventionOptions(shown), TrialWords.GroupOptions(shown));
    }
}
