using Microsoft.AspNetCore.Mvc;
using Virker.Casework.CoreElements;
using Virker.Platform;
using Virker.Web.Site;

namespace Virker.Web.Pages.Citizens;

/// <summary>How the core elements stand for a citizen, and the times the citizen is exempt.</summary>
public sealed class CitizenElementsModel(
    ReadElements read,
    ExemptCitizen exempt,
    EndExemption end,
    TimeProvider clock,
    Links go
) : CitizenPage
{
    public CitizenElements Elements { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    public DateOnly? Ended { get; private set; }

    /// <summary>The exemption that can be ended.</summary>
    public Exemption? Running =>
        Elements.Exemptions.FirstOrDefault(e => e.From <= clock.Today() && (e.To is null || e.To > clock.Today()));

    protected override string Look => "look.core-elements";

    public async Task OnGetAsync(CancellationToken stop)
    {
        (From, Ended) = (clock.Today(), clock.Today());
        Elements = await read.Execute(Worker, Citizen.Id, stop);
    }

    public async Task<IActionResult> OnPostAsync(DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        (From, To) = (from, to);
        return await Done(await exempt.Execute(Worker, Citizen.Id, from, to, stop), stop);
    }

    public async Task<IActionResult> OnPostEndAsync(DateOnly? ended, CancellationToken stop)
    {
        Ended = ended;
        Elements = await read.Execute(Worker, Citizen.Id, stop);
        return Running is null ? Redirect(Here) : await Done(await end.Execute(Worker, Citizen.Id, ended, stop), stop);
    }

    private string Here => go.Citizen(Citizen.Id, "core-elements");

    private async Task<IActionResult> Done(IReadOnlyList<FieldProblem> problems, CancellationToken stop)
    {
        if (problems.Count == 0)
            return Redirect(Here);
        Problems = problems;
        Elements = await read.Execute(Worker, Citizen.Id, stop);
        return Page();
    }
}
