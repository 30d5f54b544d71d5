using Virker.Evidence.JobEffects;
using Virker.Evidence.Map;
using Virker.Evidence.Taxonomies;
using Virker.Web.Site;

namespace Virker.Web.Pages.Map;

/// <summary>The evidence map: target groups by interventions, every cell a link, every gap shown as a gap.</summary>
public sealed class IndexModel : BankPage
{
    public EvidenceMap Map { get; private set; } = null!;

    /// <summary>The columns: those far from the labour market and the sick-listed, or everybody.</summary>
    public IReadOnlyList<TaxonomyNode> Groups { get; private set; } = [];
    public bool Strict { get; private set; }
    public string Edition { get; private set; } = Editions.Current;
    public bool Everything { get; private set; }

    /// <summary>Cells by group and intervention.</summary>
    public IReadOnlyDictionary<(string Group, string Intervention), MapCell> Cells { get; private set; } =
        new Dictionary<(string, string), MapCell>();

    /// <param name="all">Also the groups nearer to the labour market.</param>
    /// <param name="strict">Leave out results whose significance was not read.</param>
    /// <param name="edition">The edition of the algorithm.</param>
    public void OnGet(bool all = false, bool strict = false, string? edition = null)
    {
        Strict = strict;
        Everything = all;
        Edition = edition == Editions.Of2019 ? Editions.Of2019 : Editions.Current;
        Map = EvidenceMap.For(Bank, Edition, Strict);
        Groups = all ? Map.TargetGroups : [.. Map.TargetGroups.Where(InFocus)];
        Cells = Bank.Remember(
            (typeof(IndexModel), Edition, Strict),
            () => Map.Cells.ToDictionary(c => (c.TargetGroup, c.Intervention))
        );
    }

    private bool InFocus(TaxonomyNode group) =>
        Bank.Taxonomy.TargetGroups.IsWithin(group.Code, "FAR.ALL")
        || Bank.Taxonomy.TargetGroups.IsWithin(group.Code, "SICK");
}
