using Microsoft.AspNetCore.Mvc;
using Virker.Casework.Ips;
using Virker.Dkfds;
using Virker.Evidence.Answers;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Platform.Accounts;
using Virker.Web.Site;

namespace Virker.Web.Pages.Ips;

/// <summary>The IPS team's numbers with their definitions, and beside them what the evidence says. It shows no
/// citizen.</summary>
public sealed class IpsTeamModel(
    ReadIpsTeam read,
    RecordTeamMeeting record,
    ReadKnowledgeBank banks,
    Staff staff,
    TimeProvider clock,
    Links go
) : WorkerPage
{
    /// <summary>Whom the trials are of, and the intervention.</summary>
    public const string Target = "X.SMI";
    public const string Intervention = "X.IPS";

    public IpsTeam Team { get; private set; } = null!;
    public Virker.Evidence.Answers.Answer Evidence { get; private set; } = null!;
    public IReadOnlyList<DkOption> Units { get; private set; } = [];
    public Guid? Unit { get; private set; }
    public DateOnly? On { get; private set; }
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop)
    {
        On = clock.Today();
        return LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid? unit, DateOnly? meetingOn, CancellationToken stop)
    {
        (Unit, On) = (unit, meetingOn);
        Problems = await record.Execute(Worker, unit, meetingOn, stop);
        if (Problems.Count == 0)
            return Redirect(go.IpsTeam);
        await LoadAsync(stop);
        return Page();
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Team = await read.Execute(Worker, stop);
        Units =
        [
            .. (await Casework.Ips.Units.Of(staff, Worker, stop)).Select(u => new DkOption(u.Id.ToString(), u.Name)),
        ];
        Evidence = AnswerQuestion.For(await banks.Execute(stop: stop), new AnswerQuery(Target, Intervention));
    }
}
