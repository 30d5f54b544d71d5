using System.Globalization;
using Virker.Evidence.JobEffects;
using Virker.Evidence.Knowledge;
using Virker.Figures;
using Virker.Web.Site;
using static Virker.Web.Site.Words;
using Drawing = Virker.Figures.EvidenceMap;
using DrawnCell = Virker.Figures.MapCell;
using FigureDirection = Virker.Figures.Direction;
using MapOfBank = Virker.Evidence.Map.EvidenceMap;

namespace Virker.Web.Figures;

/// <summary>The evidence map as a picture: interventions down, target groups across.</summary>
public static class MapFigure
{
    /// <summary>Every row and column with findings.</summary>
    public static Drawing Of(KnowledgeBank bank, string edition = Editions.Current, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return bank.Remember(
            (nameof(MapFigure), edition, strict, Languages.IsEnglish),
            () => Draw(MapOfBank.For(bank, edition, strict), "map")
        );
    }

    /// <param name="bank">Keeps the figure.</param>
    /// <param name="map">The map to draw.</param>
    /// <param name="id">Unique on the page, and the key of what is remembered.</param>
    public static Drawing Of(KnowledgeBank bank, MapOfBank map, string id)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return bank.Remember((nameof(MapFigure), id, Languages.IsEnglish), () => Draw(map, id));
    }

    private static Drawing Draw(MapOfBank map, string id)
    {
        var rows = map.Interventions.Select((node, i) => (node.Code, i)).ToDictionary(p => p.Code, p => p.i);
        var columns = map.TargetGroups.Select((node, i) => (node.Code, i)).ToDictionary(p => p.Code, p => p.i);
        var cells = map
            .Cells.Where(c => c.Findings > 0 && rows.ContainsKey(c.Intervention) && columns.ContainsKey(c.TargetGroup))
            .ToList();
        int places = rows.Count * columns.Count;
        return new Drawing
        {
            Id = id,
            Culture = CultureInfo.CurrentCulture,
            Title = T("Evidenskort: hvad er undersøgt, for hvem", "Evidence map: what has been studied, for whom"),
            Description = T(
                $"{map.Interventions.Count} indsatser i rækker og {map.TargetGroups.Count} målgrupper i kolonner. {cells.Count} af {places} felter rummer studier; {cells.Count(c => c.Conclusion == JobEffectConclusion.Positive)} peger på en positiv effekt. De tomme felter er huller.",
                $"{map.Interventions.Count} interventions in rows and {map.TargetGroups.Count} target groups in columns. {cells.Count} of {places} cells hold studies; {cells.Count(c => c.Conclusion == JobEffectConclusion.Positive)} point to a positive effect. The empty cells are gaps."
            ),
            EmptyText = T("Vidensbanken er tom.", "The knowledge bank is empty."),
            Rows = [.. map.Interventions.Select(node => node.Name.ToString())],
            Columns = [.. map.TargetGroups.Select(node => node.Name.ToString())],
            Cells =
            [
                .. cells.Select(c => new DrawnCell(
                    rows[c.Intervention],
                    columns[c.TargetGroup],
                    Direction(c.Conclusion),
                    (int)c.Level,
                    Show.Count(c.Studies)
                )),
            ],
            Texts = new MapTexts(
                T("Indsats", "Intervention"),
                new Dictionary<FigureDirection, string>
                {
                    [FigureDirection.Positive] = Show.Conclusion(JobEffectConclusion.Positive),
                    [FigureDirection.None] = Show.Conclusion(JobEffectConclusion.None),
                    [FigureDirection.Negative] = Show.Conclusion(JobEffectConclusion.Negative),
                    [FigureDirection.Conflicting] = Show.Conclusion(JobEffectConclusion.Conflicting),
                    [FigureDirection.Few] = Show.Conclusion(JobEffectConclusion.FewStudies),
                    [FigureDirection.Gap] = Show.Conclusion(JobEffectConclusion.NoStudies),
                },
                [.. Enum.GetValues<EvidenceLevel>().Select(Show.Level)]
            ),
        };
    }

    private static FigureDirection Direction(JobEffectConclusion conclusion) =>
        conclusion switch
        {
            JobEffectConclusion.Positive => FigureDirection.Positive,
            JobEffectConclusion.Negative => FigureDirection.Negative,
            JobEffectConclusion.None => FigureDirection.None,
            JobEffectConclusion.Conflicting => FigureDirection.Conflicting,
            // Results are there, but none of them may enter, or too few do.
            JobEffectConclusion.NoStudies or JobEffectConclusion.FewStudies => FigureDirection.Few,
        };
}
