using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Dkfds;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Employers;

/// <summary>Finds workplaces, and shows a worker's own. It names no citizen.</summary>
public sealed class IndexModel(FindEmployers find, Staff staff, TimeProvider clock, Links go) : WorkerPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "industry")]
    public string? Industry { get; set; }

    [BindProperty(SupportsGet = true, Name = "mine")]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true, Name = "due")]
    public bool Due { get; set; }

    public EmployersFound Found { get; private set; } = null!;

    public IReadOnlyList<StaffMember> Workers { get; private set; } = [];

    public IReadOnlyList<DkOption> Industries { get; } =
    [new DkOption("", T("Alle", "All")), .. EmployerWords.IndustryOptions()];

    public DateOnly Today => Platform.DanishTime.Today(clock);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Industry) || Mine || Due;

    /// <summary>The address of a page of the list, with <c>{0}</c> for its number.</summary>
    public string PageLink =>
        go.EmployersLike([.. Search, ("p", "PAGE")]).Replace("PAGE", "{0}", StringComparison.Ordinal);

    private (string, string?)[] Search =>
        [("q", Text), ("industry", Industry), ("mine", Mine ? "true" : null), ("due", Due ? "true" : null)];

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken stop)
    {
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        Found = await find.Execute(
            Worker,
            new EmployerSearch(Text, Industry, Mine ? Worker.Id : null, Due, number),
            stop
        );
        Workers = await staff.Of(Worker.Municipality.Id, stop);
    }
}
