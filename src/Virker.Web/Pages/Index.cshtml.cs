using Virker.Dkfds;
using Virker.Evidence.Bank;
using Virker.Evidence.Taxonomies;
using Virker.Web.Site;
using static Virker.Web.Site.Words;

namespace Virker.Web.Pages;

/// <summary>The front page: asks the question in the visitor's terms and shows the conclusions at a glance.</summary>
public sealed class IndexModel : BankPage
{
    /// <summary>Groups with results at or below them, in the order of the tree.</summary>
    public IReadOnlyList<DkOption> TargetGroups { get; private set; } = [];

    /// <summary>Interventions with results at or below them, in the order of the tree; first, everything.</summary>
    public IReadOnlyList<DkOption> Interventions { get; private set; } = [];

    public IReadOnlyList<ProfessionalConclusion> Conclusions { get; private set; } = [];

    public void OnGet()
    {
        var map = Evidence.Map.EvidenceMap.For(Bank);
        TargetGroups = [.. map.TargetGroups.Select(node => Option(Bank.Taxonomy.TargetGroups, node))];
        Interventions =
        [
            new DkOption("", T("Vis alt, der er undersøgt", "Show everything that has been studied")),
            .. map.Interventions.Select(node => Option(Bank.Taxonomy.Interventions, node)),
        ];
        Conclusions = [.. Bank.Content.Conclusions.OrderBy(conclusion => conclusion.Order)];
    }

    /// <summary>How far down the tree a node stands is shown as an indent in the list to choose from.</summary>
    private static DkOption Option(Tree tree, TaxonomyNode node) =>
        new(node.Code, new string('\u2003', tree.Ancestors(node.Code).Count()) + node.Name);
}
