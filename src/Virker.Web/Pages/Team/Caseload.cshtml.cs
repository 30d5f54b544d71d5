using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Caseload;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Teams;

/// <summary>How many citizens each worker of the leader's team has. It shows counts and no citizen.</summary>
public sealed class CaseloadModel(ReadCaseload read, Staff staff) : WorkerPage
{
    /// <summary>The municipality's own ceiling as typed; it is compared with, not kept.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ceiling { get; set; }

    public string? Team { get; private set; }

    public CaseloadView View { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        int? ceiling = null;
        if (
            int.TryParse(Ceiling, NumberStyles.None, CultureInfo.InvariantCulture, out int most)
            && most is > 0 and < 1000
        )
            ceiling = most;
        else if (!string.IsNullOrWhiteSpace(Ceiling))
            Problems = [new("ceiling", new("Skriv et helt tal fra 1 til 999.", "Write a whole number from 1 to 999."))];
        var all = await staff.Of(Worker.Municipality.Id, stop);
        var me = all.FirstOrDefault(m => m.Id == Worker.Id);
        Team = me?.Team;
        // A leader without a team answers for everybody. Who has left is in it as long as there are cases left behind.
        var members = all.Where(m => me?.TeamId is null || m.TeamId == me.TeamId).ToDictionary(m => m.Id);
        var loads = await read.Execute(Worker, members.Keys, stop);
        var shown = loads.Workers.Where(w => w.Cases > 0 || HasCases(members[w.WorkerId]));
        View = new(loads with { Workers = [.. shown] }, members, ceiling);
    }

    /// <summary>Somebody whose row belongs here though there is no case today.</summary>
    private static bool HasCases(StaffMember who) => who.IsActive && who.Roles.Contains(Role.Caseworker);
}
