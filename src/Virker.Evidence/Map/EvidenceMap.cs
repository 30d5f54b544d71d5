using Virker.Evidence.Bank;
using Virker.Evidence.JobEffects;
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
        throw new NotSupportedException($"{bank.Version} {edition} {strict}");
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
