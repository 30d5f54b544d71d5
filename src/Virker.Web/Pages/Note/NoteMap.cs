using Virker.Evidence.Bank;
using Virker.Evidence.Map;
using Virker.Web.Figures;
using Drawing = Virker.Figures.EvidenceMap;

namespace Virker.Web.Pages.Note;

/// <summary>The evidence map as it fits a page of paper: the groups and interventions with the most studies.</summary>
public static class NoteMap
{
    private const int MostGroups = 9;
    private const int MostInterventions = 18;

    public static Drawing Of(KnowledgeBank bank, EvidenceMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var groups = Largest(map, cell => cell.TargetGroup, MostGroups);
        var interventions = Largest(map, cell => cell.Intervention, MostInterventions);
        return MapFigure.Of(
            bank,
            map with
            {
                TargetGroups = [.. map.TargetGroups.Where(node => groups.Contains(node.Code))],
                Interventions = [.. map.Interventions.Where(node => interventions.Contains(node.Code))],
            },
            "note-map"
        );
    }

    private static HashSet<string> Largest(EvidenceMap map, Func<MapCell, string> by, int most) =>
        map
            .Cells.GroupBy(by)
            .OrderByDescending(g => g.Sum(cell => cell.Studies))
            .Take(most)
            .Select(g => g.Key)
            .ToHashSet();
}
