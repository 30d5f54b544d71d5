using Microsoft.AspNetCore.Mvc;
using Virker.Dkfds;
using Virker.Effects.Costs;
using Virker.Evidence.Knowledge;
using Virker.Platform;
using Virker.Web.Printing;
using Virker.Web.Site;
using Virker.Web.Site.Forms;
using Virker.Web.Wording;

namespace Virker.Web.Pages.Effects;

/// <summary>What the printed calculation is written from.</summary>
public sealed record CostReport(CostResult Result, string Who, string What, string Municipality, bool IsMadeUp);

/// <summary>What an intervention costs and who saves what. Nothing is kept: the numbers are the visitor's own.</summary>
public sealed class CostsModel(
    ReadKnowledgeBank read,
    SelfContained document,
    PrintPage print,
    KeptForms kept,
    Links go
) : WorkerPage
{
    private KnowledgeBank _bank = null!;

    public CostForm Form { get; private set; } = null!;

    public CostResult? Result { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>The PDF could not be made here.</summary>
    public bool CannotPrint { get; private set; }

    public IReadOnlyList<DkOption> Groups => TrialWords.GroupOptions(_bank);

    public IReadOnlyList<DkOption> Interventions =>
        [.. _bank.Taxonomy.Interventions.Nodes.Select(n => new DkOption(n.Code, n.Name.ToString()))];

    /// <summary>The findings a line may rest on.</summary>
    public IReadOnlyList<DkOption> Findings =>
        [
            new("", Words.T("Intet studie", "No study")),
            .. _bank
                .FindingsFor(Form.Who, Form.What)
                .Select(f => new DkOption(f.Id, $"{_bank.StudyOf(f).Label} ({f.Id})")),
        ];

    /// <summary>The example, or the numbers sent before: they are kept sealed for as long as one may want to go back to
    /// them.</summary>
    public async Task OnGetAsync(string? result, CancellationToken stop) =>
        await ShowAsync(await kept.Find<CostForm>(result, stop) ?? CostForm.Example(), stop);

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Answer(CostForm.Of(Request.Form), stop);

    public Task<IActionResult> OnPostAddAsync(CancellationToken stop) =>
        Answer(CostForm.Of(Request.Form).WithEmptyLine(), stop);

    private async Task<IActionResult> Answer(CostForm form, CancellationToken stop) =>
        Redirect($"{go.Costs}?{Links.ResultKey}={await kept.KeepResult(form, stop)}");

    public async Task<IActionResult> OnPostPdfAsync(CancellationToken stop)
    {
        await ShowAsync(CostForm.Of(Request.Form), stop);
        if (Result is null)
            return Page();
        var report = new CostReport(
            Result,
            _bank.Taxonomy.TargetGroups.Find(Form.Who)!.Name.ToString(),
            _bank.Taxonomy.Interventions.Find(Form.What)!.Name.ToString(),
            Worker.Municipality.Name,
            Worker.Municipality.IsMadeUp
        );
        string html = await document.Render(PageContext, "/Pages/Effects/_CostDocument.cshtml", report, "report.css");
        byte[]? pdf = await print.ToPdf(html, stop);
        CannotPrint = pdf is null;
        return this.Pdf(pdf, Words.T("regnestykke", "calculation"));
    }

    private async Task ShowAsync(CostForm form, CancellationToken stop)
    {
        _bank = await read.Execute(stop: stop);
        Form = form;
        (Result, Problems) = form.Calculate(_bank);
    }
}
