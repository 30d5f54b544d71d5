using Virker.Evidence.Taxonomies;
using Virker.Platform;

namespace Virker.Evidence.Answers;

/// <summary>
/// Which conclusions, cues, open questions, baselines and published pools belong to a cell: those that name the node,
/// one below it, or one above it (what holds for all company-directed efforts holds for internships too).
/// </summary>
internal sealed class Relevance(Taxonomy taxonomy, string targetGroup, string intervention)
{
    /// <param name="targetGroups">Empty: any group.</param>
    /// <param name="interventions">Empty: any intervention.</param>
    public bool Concerns(Codes targetGroups, Codes interventions) =>
        Related(taxonomy.TargetGroups, targetGroups, targetGroup)
        && Related(taxonomy.Interventions, interventions, intervention);

    /// <summary>How near the codes are to the cell: a baseline for the very cell beats one for a wider group.</summary>
    public int Nearness(Codes targetGroups, Codes interventions) =>
        (interventions.Has(intervention) ? 4 : 0)
        + (targetGroups.Has(targetGroup) ? 2 : 0)
        + (interventions.Count > 0 ? 1 : 0);

    private static bool Related(Tree tree, Codes codes, string node) =>
        codes.Count == 0 || codes.Any(code => tree.IsWithin(code, node) || tree.IsWithin(node, code));
}
