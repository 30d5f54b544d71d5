using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Citizens;
using Virker.Casework.PersonalLinks;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Own;

/// <summary>The citizen's own door: what was said and agreed, and who has looked.</summary>
public sealed class IndexModel(ReadDoor read, Staff staff) : OwnPage
{
    /// <summary>Lines of the log that are shown at once.</summary>
    public const int Few = 10;

    public OwnCase Own { get; private set; } = null!;

    public WorkerNames Names { get; private set; } = null!;

    protected override LinkPurpose Purpose => LinkPurpose.Door;

    protected override string? Look => "look.own";

    public async Task OnGetAsync(CancellationToken stop)
    {
        Own = (await read.Execute(Visit, stop))!;
        Names = await WorkerNames.Of(staff, Visit.Citizen, stop);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Leave(stop);

    /// <summary>The unit's name.</summary>
    public string SharedWith(Guid unit) =>
        Names.Members.FirstOrDefault(m => m.TeamId == unit)?.Team ?? T("en tidligere enhed", "a former unit");

    /// <summary>The worker's team, or else the municipality; of the citizen's own doings, that.</summary>
    public string UnitOf(CitizenLogLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.WorkerId == Visit.CitizenId
            ? T("dig selv", "yourself")
            : Names.UnitOf(line.WorkerId, Visit.Municipality);
    }
}
