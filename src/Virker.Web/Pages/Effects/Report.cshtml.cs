using Microsoft.AspNetCore.Mvc;
using Virker.Effects.Trials;
using Virker.Evidence.Knowledge;
using Virker.Rules;
using Virker.Web.Printing;
using Virker.Web.Site;

namespace Virker.Web.Pages.Effects;

/// <summary>What the report is written from.</summary>
public sealed record TrialReport(TrialDetails Trial, PlanNames Names, string Municipality, bool IsMadeUp);

/// <summary>A trial that is analysed, as a PDF.</summary>
public sealed class ReportModel(
    ReadTrials trials,
    ReadKnowledgeBank bank,
    RuleBook book,
    SelfContained document,
    PrintPage print
) : WorkerPage
{
    public TrialReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await trials.One(Worker, id, stop) is not { Final: not null } trial)
            return NotFound();
        Report = new(
            trial,
            TrialModel.NamesOf(trial.Plan, await bank.Execute(stop: stop), book),
            Worker.Municipality.Name,
            Worker.Municipality.IsMadeUp
        );
        string html = await document.Render(PageContext, "/Pages/Effects/_ReportDocument.cshtml", Report, "report.css");
        return this.Pdf(await print.ToPdf(html, stop), Words.T("forsoeg", "trial"));
    }
}
