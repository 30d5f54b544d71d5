using Microsoft.AspNetCore.Mvc;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Map;
using Virker.Evidence.Taxonomies;
using Virker.Web.Site;

namespace Virker.Web.Pages.For;

/// <summary>Everything that has been studied for one target group, the best supported first.</summary>
public sealed class IndexModel : BankPage
{
    public TaxonomyNode TargetGroup { get; private set; } = null!;
    public IReadOnlyList<MapCell> Cells { get; private set; } = [];

    public IActionResult OnGet(string targetGroup)
    {
        if (Bank.Taxonomy.TargetGroups.Find(targetGroup) is not { } node)
            return NotFound();

        TargetGroup = node;
        Cells =
        [
            .. EvidenceMap
                .For(Bank)
                .Cells.Where(cell => cell.TargetGroup == targetGroup && cell.Findings > 0)
                .OrderBy(cell => JobEffectConclusions.Of(cell.Conclusion).Order)
                .ThenByDescending(cell => cell.Level)
                .ThenByDescending(cell => cell.Stock),
        ];
        return Page();
    }

    /// <summary>The professional conclusions that speak of the cell's intervention for the cell's group.</summary>
    public IEnumerable<ProfessionalConclusion> ConclusionsOf(MapCell cell) =>
        Bank.Content.Conclusions.Where(conclusion => cell.ConclusionIds.Contains(conclusion.Id));
}
