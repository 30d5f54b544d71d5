using Virker.Evidence.Bank;
using Virker.Evidence.Taxonomies;
using Virker.Web.Site;

namespace Virker.Web.Pages;

/// <summary>The front page: asks the question in the visitor's terms and shows the conclusions at a glance.</summary>
public sealed class IndexModel : BankPage
{
    /// <summary>Groups with results at or below them, in the order of the tree.</summary>
    public IReadOnlyList<TaxonomyNode> TargetGroups { get; private set; } = [];

    /// <summary>Interventions with results at or below them, in the order of the tree.</summary>
    public IReadOnlyList<TaxonomyNode> Interventions { get; private set; } = [];

    public IReadOnlyList<ProfessionalConclusion> Conclusions { get; private set; } = [];

    public void OnGet()
    {
        var map = Evidence.Map.EvidenceMap.For(Bank);
        TargetGroups = map.TargetGroups;
        Interventions = map.Interventions;
        Conclusions = [.. Bank.Content.Conclusions.OrderBy(conclusion => conclusion.Order)];
    }

    /// <summary>How far down the tree a node stands, shown as an indent in the list to choose from.</summary>
    public static string Indented(Tree tree, TaxonomyNode node)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(node);
        return new string('\u2003', tree.Ancestors(node.Code).Count()) + node.Name;
    }
}
