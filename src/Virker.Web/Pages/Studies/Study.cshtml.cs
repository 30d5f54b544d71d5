using Microsoft.AspNetCore.Mvc;
using Virker.Evidence.Bank;
using Virker.Evidence.Taxonomies;
using Virker.Web.Site;
using Virker.Web.Wording;

namespace Virker.Web.Pages.Studies;

/// <summary>One study: how it was made, how it was assessed, what it found, and which answers it is part of.</summary>
public sealed class StudyModel : BankPage
{
    public Study Study { get; private set; } = null!;
    public StudyAssessment Assessment { get; private set; } = null!;
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Other studies with the same participants.</summary>
    public IReadOnlyList<Study> Overlapping { get; private set; } = [];

    /// <summary>Professional conclusions that name the study as their basis.</summary>
    public IReadOnlyList<ProfessionalConclusion> Conclusions { get; private set; } = [];

    /// <summary>The cells its results stand in.</summary>
    public IReadOnlyList<(TaxonomyNode TargetGroup, TaxonomyNode Intervention)> Answers { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (Bank.FindStudy(id) is not { } study)
            return NotFound();

        Study = study;
        Assessment = Bank.AssessmentOf(id);
        Findings = [.. Bank.FindingsOf(id)];
        Overlapping =
        [
            .. Bank.Content.Studies.Where(other =>
                study.OverlapGroup.Length > 0 && other.OverlapGroup == study.OverlapGroup && other.Id != id
            ),
        ];
        Conclusions = [.. Bank.Content.Conclusions.Where(c => c.BasisStudies.Has(id)).OrderBy(c => c.Order)];
        Answers =
        [
            .. from finding in Findings
            from targetGroup in StudyWords.Nodes(Bank.Taxonomy.TargetGroups, finding.TargetGroups)
            from intervention in StudyWords.Nodes(Bank.Taxonomy.Interventions, finding.Interventions)
            select (targetGroup, intervention),
        ];
        Answers = [.. Answers.Distinct()];
        return Page();
    }
}
