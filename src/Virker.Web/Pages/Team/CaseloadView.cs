using Virker.Casework.Caseload;
using Virker.Platform.Accounts;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Teams;

/// <summary>Caseloads with who the workers are, for the team and for the worker's own page.</summary>
/// <param name="Loads">The counts.</param>
/// <param name="Members">Who the workers are.</param>
/// <param name="Ceiling">The municipality's own, when somebody typed one.</param>
public sealed record CaseloadView(Caseloads Loads, IReadOnlyDictionary<Guid, StaffMember> Members, int? Ceiling = null)
{
    /// <summary>By most cases.</summary>
    public IEnumerable<(StaffMember Who, WorkerCaseload Load)> Rows =>
        Loads.Workers.Select(load => (Members[load.WorkerId], load)).OrderByDescending(r => r.load.Cases);

    /// <summary>What to notice in a row, beside its numbers; empty when there is nothing.</summary>
    public string Notes(StaffMember who, int cases)
    {
        List<string> notes = [];
        if (!who.IsActive)
            notes.Add(
                T("Kontoen er lukket: sagerne skal have en anden.", "The account is closed: the cases need another.")
            );
        if (who.Roles.Contains(Role.IpsConsultant) && cases > CaseNorms.Ips)
            notes.Add(T($"{cases - CaseNorms.Ips} over IPS-reglen.", $"{cases - CaseNorms.Ips} above the IPS rule."));
        if (cases > Ceiling)
            notes.Add(T($"{cases - Ceiling} over jeres loft.", $"{cases - Ceiling} above your ceiling."));
        return string.Join(' ', notes);
    }
}
