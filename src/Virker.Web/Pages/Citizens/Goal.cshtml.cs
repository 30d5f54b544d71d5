using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Casework.Employers;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>The citizen says a job goal.</summary>
public sealed class GoalModel(SayJobGoal say, Links go) : CitizenPage
{
    public string? Words { get; private set; }

    public string? Occupation { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public static IReadOnlyList<DkOption> OccupationOptions =>
        [
            new("", T("Intet bestemt", "None in particular")),
            .. Occupations
                .All.Select(o => new DkOption(o.Code, o.Name.ToString()))
                .OrderBy(o => o.Text, StringComparer.CurrentCulture),
        ];

    protected override string Look => "look.goal";

    public void OnGet() => Words = Citizen.JobGoal;

    public async Task<IActionResult> OnPostAsync(string? words, string? occupation, CancellationToken stop)
    {
        (Words, Occupation) = (words, occupation);
        Problems = await say.Execute(Worker, Citizen.Id, words, occupation, stop);
        return Problems.Count == 0 ? Redirect(go.Citizen(Citizen.Id)) : Page();
    }
}
