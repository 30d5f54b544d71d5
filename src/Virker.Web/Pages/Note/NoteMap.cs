using Virker.Evidence.Knowledge;
using Virker.Web.Figures;
using Drawing = Virker.Figures.EvidenceMap;

namespace Virker.Web.Pages.Note;

/// <summary>The evidence map as it fits a page of paper: the groups the conclusions speak of and those below them, and
/// the interventions with the most studies.</summary>
public static class NoteMap
{
    private const int MostInterventions = 18;

    public static Drawing Of(KnowledgeBank bank, Evidence.Notes.Note note)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(note);
        var concluded = note.Sections.SelectMany(section => section.Conclusion.TargetGroups).ToList();
        var groups = note
            .Map.TargetGroups.Where(node => concluded.Any(code => bank.Taxonomy.TargetGroups.IsWithin(node.Code, code)))
            .ToList();
        var largest = note
            .Map.Cells.Where(cell => groups.Any(group => group.Code == cell.TargetGroup))
            .GroupBy(cell => cell.Intervention)
            .OrderByDescending(cells => cells.Sum(cell => cell.Studies))
            .Take(MostInterventions)
            .Select(cells => cells.Key)
            .ToHashSet();
        return MapFigure.Of(
            bank,
            note.Map with
            {
                TargetGroups = groups,
                Interventions = [.. note.Map.Interventions.Where(node => largest.Contains(node.Code))],
            },
            "note-map"
        );
    }
}
