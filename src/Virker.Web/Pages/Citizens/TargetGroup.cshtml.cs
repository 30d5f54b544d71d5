using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Rules;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>A new target group, or the end of the one that runs.</summary>
public sealed class TargetGroupModel(StartSpell start, EndSpell end, RuleBook book, TimeProvider clock, Links go)
    : CitizenPage
{
    public string? Group { get; private set; }
    public DateOnly? Since { get; private set; }
    public DateOnly? To { get; private set; }
    public string? Kind { get; private set; }
    public string? Reason { get; private set; }
    public bool Closes { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<DkOption> Groups => [.. Options.TargetGroups(book, clock.Today())];

    public static IReadOnlyList<DkOption> Ends =>
        [
            new("", T("Vælg", "Choose")),
            .. Enum.GetValues<SpellEnd>().Select(e => new DkOption(e.Code(), CaseWords.Of(e))),
        ];

    protected override string Look => "look.target-group";

    public void OnGet() => (Group, Since, To) = (Citizen.TargetGroup, clock.Today(), clock.Today());

    public async Task<IActionResult> OnPostAsync(string? targetGroup, DateOnly? since, CancellationToken stop)
    {
        (Group, Since, To) = (targetGroup, since, clock.Today());
        return Done(await start.Execute(Worker, Citizen.Id, targetGroup, since, stop));
    }

    public async Task<IActionResult> OnPostEndAsync(
        DateOnly? to,
        string? kind,
        string? reason,
        bool closes,
        CancellationToken stop
    )
    {
        (Group, Since, To, Kind, Reason, Closes) = (Citizen.TargetGroup, clock.Today(), to, kind, reason, closes);
        return Citizen.TargetGroup is null
            ? Redirect(go.Citizen(Citizen.Id))
            : Done(
                await end.Execute(Worker, Citizen.Id, to, TypedChoice.Of<SpellEnd>(kind, "kind"), reason, closes, stop)
            );
    }

    private IActionResult Done(IReadOnlyList<FieldProblem> problems)
    {
        Problems = problems;
        return problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }
}
