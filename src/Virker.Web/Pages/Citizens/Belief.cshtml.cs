using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Beliefs;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>What the worker believes of the citizen's chance of a job: the worker's own answers, nobody else's.</summary>
public sealed class BeliefModel(RecordBelief record, ReadBeliefs read, Links go) : CitizenPage
{
    public IReadOnlyList<OwnBelief> Earlier { get; private set; } = [];

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The answer was just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "saved")]
    public bool Saved { get; set; }

    /// <summary>Nobody is certain.</summary>
    public static IReadOnlyList<DkOption> Choices =>
        [
            .. RecordBelief.Choices.Select(percent => new DkOption(
                percent.ToString(CultureInfo.InvariantCulture),
                percent switch
                {
                    RecordBelief.Least => T("1: næsten ingen", "1: hardly anybody"),
                    50 => T("50: hver anden", "50: every second"),
                    RecordBelief.Most => T("99: næsten alle", "99: nearly everybody"),
                    _ => percent.ToString(CultureInfo.InvariantCulture),
                }
            )),
        ];

    protected override string Look => "look.belief";

    public async Task OnGetAsync(CancellationToken stop) => Earlier = await read.InCitizen(Worker, Citizen.Id, stop);

    public async Task<IActionResult> OnPostAsync(int? percent, CancellationToken stop)
    {
        Problems = await record.Execute(Worker, Citizen.Id, percent, stop);
        if (Problems.Count == 0)
            return Redirect(go.Citizen(Citizen.Id, "belief", ("saved", "true")));
        Earlier = await read.InCitizen(Worker, Citizen.Id, stop);
        return Page();
    }
}
