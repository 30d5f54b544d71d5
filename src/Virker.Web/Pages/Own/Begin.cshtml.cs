using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Virker.Casework.PersonalLinks;
using Virker.Platform.Municipalities;
using Virker.Web.Site;

namespace Virker.Web.Pages.Own;

/// <summary>
/// Where a personal link leads. To look at it uses nothing up: a program that fetches links ahead of people sees a button.
/// The button uses the link, and the code leaves the address.
/// </summary>
public sealed class BeginModel(
    MunicipalityCatalogue catalogue,
    BeginVisit begin,
    ContinueVisit continueVisit,
    Visits visits,
    VisitLimits limits,
    Links go
) : PageModel
{
    /// <summary>The code, in the part of the address that is not kept.</summary>
    public string? K { get; private set; }

    /// <summary>The municipality's, as the address has it.</summary>
    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string municipality, string? k, CancellationToken stop)
    {
        OwnPage.Closed(HttpContext);
        (Code, K) = (municipality, k);
        // The citizen is in by this very link: on from where it was left.
        return k is { Length: > 0 } && await visits.Now(stop) is { } visit && await continueVisit.IsBy(visit, k, stop)
            ? Redirect(Start(visit))
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(string municipality, string? k, CancellationToken stop)
    {
        OwnPage.Closed(HttpContext);
        if (!limits.MayTry(HttpContext))
        {
            ViewData["Wait"] = true;
            var wait = OwnPage.Gone(this);
            wait.StatusCode = StatusCodes.Status429TooManyRequests;
            return wait;
        }

        var visit = await catalogue.Find(municipality, stop) is { } found ? await begin.Execute(found, k, stop) : null;
        if (visit is null)
            return OwnPage.Gone(this);
        visits.Keep(visit);
        return Redirect(Start(visit));
    }

    private string Start(Visit visit) => visit.Purpose == LinkPurpose.Answers ? go.Own("question") : go.Own();
}
