namespace Virker.Casework.Beliefs;

/// <summary>
/// Which groups may be shown: at least five workers with records of their own, no worker with more than half of them,
/// and the same for whatever is left when one shown group is taken from another (a team of nine and a part of it with
/// five would show the other four).
/// </summary>
public static class GroupRule
{
    public const int Least = 5;

    /// <param name="groups">The records of each worker, group by group; groups may lie inside each other or overlap.</param>
    /// <returns>The positions of those that may be shown, the largest first tried; ties in the order given.</returns>
    public static IReadOnlySet<int> Shown(IReadOnlyList<IReadOnlyDictionary<Guid, int>> groups)
    {
        var shown = new HashSet<int>();
        foreach (int i in Enumerable.Range(0, groups.Count).OrderByDescending(i => groups[i].Count))
        {
            int[] tried = [.. shown, i];
            // Workers who are in the same of the groups cannot be told apart by them.
            var parts = tried
                .SelectMany(g => groups[g])
                .DistinctBy(w => w.Key)
                .GroupBy(w => string.Join(',', tried.Where(g => groups[g].ContainsKey(w.Key))));
            if (IsLarge(groups[i]) && parts.All(IsLarge))
                shown.Add(i);
        }

        return shown;
    }

    private static bool IsLarge(IEnumerable<KeyValuePair<Guid, int>> workers)
    {
        int[] records = [.. workers.Select(w => w.Value)];
        return records.Length >= Least && records.Max() * 2 <= records.Sum();
    }
}
