using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Matching;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Employers;

/// <summary>The citizens who wish for what people do at a workplace. Those shown are logged.</summary>
public sealed class MatchModel(FindCandidates find, Staff staff, Links go) : WorkerPage
{
    public const int PageSize = 25;

    public CandidatesFound Found { get; private set; } = null!;

    public IReadOnlyList<CitizenLine> Lines { get; private set; } = [];

    public IReadOnlyList<StaffMember> Workers { get; private set; } = [];

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Found.Lines.Count + PageSize - 1) / PageSize);

    /// <summary>The address of a page of the list, with <c>{0}</c> for its number.</summary>
    public string PageLink =>
        go.Employer(Found.WorkplaceId, "match", ("p", "PAGE")).Replace("PAGE", "{0}", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "p")] string? page, CancellationToken stop)
    {
        if (await find.Execute(Worker, id, stop) is not { } found)
            return NotFound();
        Found = found;
        _ = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        Number = Math.Clamp(number, 1, Pages);
        Lines = [.. found.Lines.Skip((Number - 1) * PageSize).Take(PageSize)];
        Workers = await staff.Of(Worker.Municipality.Id, stop);
        if (Lines.Count > 0)
            await Looked("look.candidates", [.. Lines.Select(l => l.Citizen.Id)]);
        return Page();
    }
}
