using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Assessments;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>The assessment as it stands, or an earlier version, with what changed.</summary>
public sealed class AssessmentModel(ReadAssessments read, Staff staff) : CitizenPage
{
    public AssessmentHistory History { get; private set; } = null!;

    protected override string Look => "look.assessment";

    public async Task<IActionResult> OnGetAsync(int? version, CancellationToken stop)
    {
        var found = await read.Execute(Worker, Citizen.Id, version, stop);
        if (found is null)
            return NotFound();
        History = found;
        return Page();
    }

    /// <summary>A worker's name as colleagues know it.</summary>
    public async Task<string> NameOf(Guid worker) =>
        (await staff.Find(Worker.Municipality.Id, worker))?.Name ?? T("en tidligere medarbejder", "a former worker");

    /// <summary>Yes, no or not known.</summary>
    public static string Of(bool? answer) =>
        answer switch
        {
            true => T("Ja", "Yes"),
            false => T("Nej", "No"),
            null => T("Ved vi ikke", "Not known"),
        };
}
