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
            StudyRows.Format(data) with
            {
                Danish = BankHeadings.Danish,
            },
            FindingRows.Format(data) with
            {
                Danish = BankHeadings.Danish,
            },
            ProfessionalRows.Assessments(data) with
            {
                Danish = BankHeadings.Danish,
            },
            ProfessionalRows.Conclusions(data) with
            {
                Danish = BankHeadings.Danish,
            },
            ProfessionalRows.Cues(data) with
            {
                Danish = BankHeadings.Danish,
            },
            ProfessionalRows.Unknowns(data) with
            {
                Danish = BankHeadings.Danish,
            },
            NumberRows.Baselines(data) with
            {
                Danish = BankHeadings.Danish,
            },
            NumberRows.Pools(data) with
            {
                Danish = BankHeadings.Danish,
            }
        );

    /// <summary>The kind whose key and most columns the heading has; null when none fits.</summary>
    public string? KindOf(FileTable table)
    {
        var header = table.Named(All.SelectMany(k => k.Columns), BankHeadings.Danish).Header;
        var fitting = All.Where(k => header.Contains(k.Columns[0])).ToList();
        // Studies, findings and assessments all name a study; the columns in common decide.
        return fitting.Count == 0
            ? null
            : fitting.MaxBy(k => k.Columns.Intersect(header).Count() * 1000 / k.Columns.Count).Kind;
    }

    private IReadOnlyList<(string Kind, IReadOnlyList<string> Columns)> All =>
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
