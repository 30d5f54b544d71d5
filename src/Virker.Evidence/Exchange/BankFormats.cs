using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>The files of the bank, one kind each.</summary>
internal sealed record BankFormats(
    RowFormat<Study> Studies,
    RowFormat<Finding> Findings,
    RowFormat<Assessment> Assessments,
    RowFormat<ProfessionalConclusion> Conclusions,
    RowFormat<PracticeCue> Cues,
    RowFormat<OpenQuestion> Unknowns,
    RowFormat<Baseline> Baselines,
    RowFormat<PublishedPool> Pools
)
{
    public static BankFormats Of(EvidenceData data) =>
        new(
            StudyRows.Format(data),
            FindingRows.Format(data),
            ProfessionalRows.Assessments(data),
            ProfessionalRows.Conclusions(data),
            ProfessionalRows.Cues(data),
            ProfessionalRows.Unknowns(data),
            NumberRows.Baselines(data),
            NumberRows.Pools(data)
        );

    /// <summary>The kind whose key and most columns the heading has; null when none fits.</summary>
    public string? KindOf(IReadOnlyList<string> header)
    {
        (string Kind, IReadOnlyList<string> Columns)[] kinds =
        [
            (Studies.Kind, Studies.Columns),
            (Findings.Kind, Findings.Columns),
            (Assessments.Kind, Assessments.Columns),
            (Conclusions.Kind, Conclusions.Columns),
            (Cues.Kind, Cues.Columns),
            (Unknowns.Kind, Unknowns.Columns),
            (Baselines.Kind, Baselines.Columns),
            (Pools.Kind, Pools.Columns),
        ];
        var fitting = kinds.Where(k => header.Contains(k.Columns[0])).ToList();
        // Studies, findings and assessments all name a study; the columns in common decide.
        return fitting.Count == 0
            ? null
            : fitting.MaxBy(k => k.Columns.Intersect(header).Count() * 1000 / k.Columns.Count).Kind;
    }

    /// <summary>The content as files, in a fixed order, rows by key.</summary>
    public IEnumerable<(string Name, string Text)> Files(BankContent content)
    {
        yield return File(Studies, content.Studies);
        yield return File(Findings, content.Findings);
        yield return File(Assessments, content.Assessments);
        yield return File(Conclusions, content.Conclusions);
        yield return File(Cues, content.Cues);
        yield return File(Unknowns, content.Unknowns);
        yield return File(Baselines, content.Baselines);
        yield return File(Pools, content.Pools);
    }

    private static (string, string) File<T>(RowFormat<T> format, IEnumerable<T> rows)
        where T : class => (format.Kind + ".csv", format.ToCsv(rows.OrderBy(format.Key, StringComparer.Ordinal)));
}
