using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Caseload;
using Virker.Dkfds;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages.Teams;

/// <summary>What a worker of the leader's team has room for: share of full time, languages, areas, first day, absence.</summary>
public sealed class WorkerModel(ReadWorkTerms read, ChangeWorkTerms change, Staff staff, Links go) : WorkerPage
{
    public StaffMember Who { get; private set; } = null!;
    public string? Percent { get; private set; }
    public IReadOnlyCollection<string> Languages { get; private set; } = [];
    public string? Areas { get; private set; }
    public DateOnly? BeganOn { get; private set; }
    public DateOnly? AwayFrom { get; private set; }
    public DateOnly? AwayTo { get; private set; }
    public Guid? Cover { get; private set; }
    public IReadOnlyList<DkOption> Colleagues { get; private set; } = [];
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public static IReadOnlyList<DkOption> LanguageOptions =>
        [
            .. CaseLanguages
                .All.Select(l => new DkOption(l.Code, l.Name.ToString()))
                .OrderBy(o => o.Text, Danish.Alphabet),
        ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        var terms = await read.Execute(Worker, id, stop);
        (Percent, Languages, Areas) = ($"{terms.Percent}", terms.Languages, string.Join(' ', terms.Areas));
        (BeganOn, AwayFrom, AwayTo, Cover) = (terms.BeganOn, terms.AwayFrom, terms.AwayTo, terms.CoverId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid id,
        string? percent,
        string[] languages,
        string? areas,
        DateOnly? beganOn,
        DateOnly? awayFrom,
        DateOnly? awayTo,
        Guid? cover,
        CancellationToken stop
    )
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        (Percent, Languages, Areas) = (percent, languages, areas);
        (BeganOn, AwayFrom, AwayTo, Cover) = (beganOn, awayFrom, awayTo, cover);
        Problems = await change.Execute(
            Worker,
            id,
            new(TypedNumber.Whole(percent), languages, areas, beganOn, awayFrom, awayTo, cover),
            stop
        );
        return Problems.Count == 0 ? Redirect(go.TeamCaseload) : Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var all = await staff.Of(Worker.Municipality.Id, stop);
        var team = all.FirstOrDefault(m => m.Id == Worker.Id)?.TeamId;
        if (all.FirstOrDefault(m => m.Id == id && (team is null || m.TeamId == team)) is not { } who)
            return false;
        Who = who;
        Colleagues =
        [
            new("", T("Ingen", "Nobody")),
            .. all.Where(m => m.CanBeContact && m.Id != id).Select(m => new DkOption(m.Id.ToString(), m.Name)),
        ];
        return true;
    }
}
