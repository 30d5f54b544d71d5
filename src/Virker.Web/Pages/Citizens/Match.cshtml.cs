using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Employers;
using Virker.Casework.Matching;
using Virker.Dkfds;
using Virker.Web.Pages.Employers;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Citizens;

/// <summary>The workplaces that fit a citizen, with the reasons. One click leads on to the placement.</summary>
public sealed class MatchModel(FindWorkplaces find, Links go) : CitizenPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "occupation")]
    public string? Occupation { get; set; }

    public WorkplacesFound Found { get; private set; } = null!;

    public IReadOnlyList<WorkplaceLine> Lines { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Found.Lines.Count + PageSize - 1) / PageSize);

    public IReadOnlyList<DkOption> OccupationOptions { get; } =
    [new DkOption("", T("Det, borgeren ønsker", "What the citizen wishes")), .. EmployerWords.OccupationOptions()];

    /// <summary>The address of a page of the list, with <c>{0}</c> for its number.</summary>
    public string PageLink =>
        go.Citizen(Citizen.Id, "match", ("occupation", Occupation), ("p", "PAGE"))
            .Replace("PAGE", "{0}", StringComparison.Ordinal);

    protected override string Look => "look.match";

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken stop)
    {
        if (Occupation is null || !Occupations.IsKnown(Occupation))
            Occupation = null;
        Found = await find.Execute(Worker, Citizen.Id, Occupation, stop);
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        Number = Math.Clamp(number, 1, Pages);
        Lines = [.. Found.Lines.Skip((Number - 1) * PageSize).Take(PageSize)];
    }
}
