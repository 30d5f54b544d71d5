using Virker.Evidence.Answers;
using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Evidence.Taxonomies;

namespace Virker.Evidence.Map;

/// <summary>Target groups × interventions, each cell with what is known; a cell without findings is a gap.</summary>
public sealed record EvidenceMap(
    IReadOnlyList<TaxonomyNode> TargetGroups,
    IReadOnlyList<TaxonomyNode> Interventions,
    IReadOnlyList<MapCell> Cells
)
{
    /// <summary>Computed once per version, edition and reading. The rows and columns are the nodes with findings at or
    /// below them, in the order of the trees, without the trees of older editions that hold nothing.</summary>
    public static EvidenceMap For(KnowledgeBank bank, string edition = Editions.Current, bool strict = false) =>
        bank.Remember((typeof(EvidenceMap), edition, strict), () => Draw(bank, edition, strict));

    private static EvidenceMap Draw(KnowledgeBank bank, string edition, bool strict)
    {
        var groups = InTreeOrder(bank.Taxonomy.TargetGroups, code => bank.FindingsFor(code, null).Any());
        var interventions = InTreeOrder(bank.Taxonomy.Interventions, code => bank.FindingsFor(null, code).Any());
        var cells =
            from targetGroup in groups
            from intervention in interventions
            select Cell(bank, targetGroup.Code, intervention.Code, edition, strict);
        return new EvidenceMap(groups, interventions, [.. cells]);
    }

    private static MapCell Cell(
        KnowledgeBank bank,
        string targetGroup,
        string intervention,
        string edition,
        bool strict
    )
    {
        var findings = bank.FindingsFor(targetGroup, intervention).ToList();
        var effect = CellResults.JobEffectOf(
            bank,
            new JobEffectQuery(targetGroup, intervention, Edition: edition, Strict: strict)
        );
        return new MapCell(
            targetGroup,
            intervention,
            effect.Conclusion,
            effect.Level,
            effect.Stock.Total,
            findings.Count,
            findings.Select(f => f.StudyId).Distinct().Count(),
            findings.Where(f => f.Pool == PoolRole.Main && f.HasCounts).Select(f => f.StudyId).Distinct().Count(),
            effect.IsProvisional,
            [
                .. bank
                    .Content.Conclusions.Where(c =>
                        c.TargetGroups.Has(targetGroup) && c.Interventions.Has(intervention)
                    )
                    .Select(c => c.Id),
            ]
        );
    }

    /// <summary>A parent right before its children, as a reader expects of an indented list.</summary>
    private static List<TaxonomyNode> InTreeOrder(Tree tree, Func<string, bool> isShown)
    {
        IEnumerable<TaxonomyNode> Below(TaxonomyNode node) => tree.Children(node.Code).SelectMany(Below).Prepend(node);
        return [.. tree.Roots.SelectMany(Below).Where(node => isShown(node.Code))];
    }
}

/// <param name="Findings">Results on the cell, also those that do not enter the job effect.</param>
/// <param name="Trials">Trials with counts that may be pooled.</param>
public sealed record MapCell(
    string TargetGroup,
    string Intervention,
    JobEffectConclusion Conclusion,
    EvidenceLevel Level,
    decimal Stock,
    int Findings,
    int Studies,
    int Trials,
    bool IsProvisional,
    IReadOnlyList<string> ConclusionIds
);
