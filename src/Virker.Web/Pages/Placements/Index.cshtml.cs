using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Placements;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Pages.Citizens;
using Virker.Web.Site;

namespace Virker.Web.Pages.Placements;

/// <summary>One placement: how it goes, what the rules said, and what can be done about it.</summary>
public sealed class IndexModel(
    EndPlacement end,
    ExtendPlacement extend,
    ChangePaidHours change,
    RecordStatement statement,
    RecordHired hired,
    TimeProvider clock,
    Links go
) : PlacementPage
{
    [BindProperty]
    public PlacementChange Form { get; set; } = new();

    /// <summary>The form that was sent and could not be saved.</summary>
    public string? Sent { get; private set; }
    public IReadOnlyCollection<FieldProblem> Problems { get; private set; } = [];
    public IReadOnlyList<RuleMessage> Messages { get; private set; } = [];
    public string? Support { get; private set; }
    public string? StartedBy { get; private set; }
    public DateOnly Today { get; } = clock.Today();

    protected override string Look => "look.placement";

    public async Task OnGetAsync() => await Names();

    public Task<IActionResult> OnPostEndAsync(CancellationToken stop) =>
        Do(
            "end",
            async () =>
            {
                bool? wasHired = Form.Hired switch
                {
                    "yes" => true,
                    "no" => false,
                    _ => null,
                };
                Problems = await end.Execute(
                    Worker,
                    Placement.Id,
                    TypedDay.Day(Form.On, "on"),
                    Form.Reason,
                    wasHired,
                    stop
                );
            }
        );

    public Task<IActionResult> OnPostExtendAsync(CancellationToken stop) =>
        Do(
            "extend",
            async () =>
            {
                var result = await extend.Execute(
                    Worker,
                    Placement.Id,
                    TypedDay.Day(Form.To, "to"),
                    Form.Extension,
                    Form.VerySpecial,
                    Form.Answer,
                    stop
                );
                (Problems, Messages) = (result.Problems, result.Id is null ? result.Messages : []);
            }
        );

    public Task<IActionResult> OnPostHoursAsync(CancellationToken stop) =>
        Do(
            "hours",
            async () =>
            {
                var rows = Form
                    .StepFrom.Zip(Form.StepHours, (from, hours) => (Day: TypedDay.Day(from, "stepFrom"), Hours: hours))
                    .Where(row => !string.IsNullOrWhiteSpace(row.Hours))
                    .ToList();
                Problems = rows.Exists(row => row.Day is null || PlacementForm.Minutes(row.Hours) is null or < 0)
                    ? [new("steps", new("Skriv dag og timer.", "Write day and hours."))]
                    : await change.Execute(
                        Worker,
                        Placement.Id,
                        [.. rows.Select(row => new HoursStep(row.Day!.Value, PlacementForm.Minutes(row.Hours)!.Value))],
                        stop
                    );
            }
        );

    public Task<IActionResult> OnPostStatementAsync(CancellationToken stop) =>
        Do("statement", () => statement.Execute(Worker, Placement.Id, stop));

    public Task<IActionResult> OnPostHiredAsync(CancellationToken stop) =>
        Do("hired", () => hired.Execute(Worker, Placement.Id, Form.Hired == "yes", stop));

    private async Task<IActionResult> Do(string what, Func<Task> action)
    {
        Sent = what;
        await action();

        if (Problems.Count == 0 && Messages.Count == 0)
            return Redirect(go.Placement(Placement.Id));
        await Names();
        return Page();
    }

    private async Task Names() =>
        (Support, StartedBy) = (
            await NameOf(Placement.SupportedBy ?? Placement.ContactId),
            await NameOf(Placement.StartedBy)
        );
}

/// <summary>What the forms of the page send; each uses its own fields.</summary>
public sealed class PlacementChange
{
    public string? On { get; set; }
    public string? Reason { get; set; }
    public string? Hired { get; set; }
    public string? To { get; set; }
    public string? Extension { get; set; }
    public bool VerySpecial { get; set; }
    public string? Answer { get; set; }
    public IReadOnlyList<string?> StepFrom { get; set; } = [];
    public IReadOnlyList<string?> StepHours { get; set; } = [];
}
