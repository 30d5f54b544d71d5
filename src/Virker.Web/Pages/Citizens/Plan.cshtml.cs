using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Options;
using Virker.Casework.Plans;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>The citizen's plan (Min Plan), written so that the citizen can read it.</summary>
public sealed class PlanModel(
    ReadPlan read,
    AddPlanItem add,
    EndPlanItem end,
    ReadKnowledgeBank knowledge,
    TimeProvider clock,
    Links go
) : CitizenPage
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public CitizenPlan Plan { get; private set; } = null!;
    public IReadOnlyCollection<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The line whose end could not be saved.</summary>
    public Guid? Ending { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    protected override string Look => "look.plan";

    /// <summary>The plan; with <paramref name="offer"/>, an option just chosen, the form begins with it.</summary>
    public async Task OnGetAsync(string? offer, CancellationToken stop)
    {
        Plan = await read.Execute(Worker, Citizen.Id, stop);
        if (Offers.All.FirstOrDefault(o => o.Intervention == offer) is not { } chosen)
            return;
        var bank = await knowledge.Execute(null, stop);
        Form.Kind = chosen.PlanKind.Code();
        Form.Title = bank.Taxonomy.Interventions[chosen.Intervention].Name.ToString();
        Form.JobDirected = chosen.IsJobDirected;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        Do(
            () =>
                add.Execute(
                    Worker,
                    Citizen.Id,
                    new PlanLine(
                        TypedChoice.Of<PlanItemKind>(Form.Kind, "kind") ?? PlanItemKind.JobSearch,
                        Form.Title,
                        TypedDay.Day(Form.From, "from"),
                        TypedDay.Day(Form.To, "to"),
                        Form.JobDirected
                    ),
                    stop
                ),
            stop
        );

    public Task<IActionResult> OnPostEndAsync(Guid item, CancellationToken stop)
    {
        Ending = item;
        return Do(() => end.Execute(Worker, Citizen.Id, item, TypedDay.Day(Form.On, "on"), Form.Reason, stop), stop);
    }

    private async Task<IActionResult> Do(Func<Task<IReadOnlyList<FieldProblem>>> action, CancellationToken stop)
    {
        Problems = await action();

        if (Problems.Count == 0)
            return Redirect(go.Citizen(Citizen.Id, "plan"));
        Plan = await read.Execute(Worker, Citizen.Id, stop);
        return Page();
    }
}

/// <summary>What the page's forms send.</summary>
public sealed class PlanForm
{
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public bool JobDirected { get; set; }
    public string? On { get; set; }
    public string? Reason { get; set; }
}
