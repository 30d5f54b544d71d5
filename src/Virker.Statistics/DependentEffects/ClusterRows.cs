namespace Virker.Statistics.DependentEffects;

/// <summary>Which rows belong to which cluster, the clusters in order of first appearance.</summary>
internal static class ClusterRows
{
    public static int[][] Of(IReadOnlyList<string> clusters, int count)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        if (clusters.Count != count)
        {
            throw new ArgumentException(
                $"There are {count} effects but {clusters.Count} cluster ids: one is needed for each effect.",
                nameof(clusters)
            );
        }
        return
        [
            .. clusters
                .Select((id, row) => (id, row))
                .GroupBy(pair => pair.id, pair => pair.row, StringComparer.Ordinal)
                .Select(group => group.ToArray()),
        ];
    }
}
