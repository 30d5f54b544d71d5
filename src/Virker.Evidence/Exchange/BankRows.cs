using Virker.Evidence.Bank;
using Virker.Evidence.Knowledge;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

/// <summary>The kinds of rows the bank holds, in the order they are written. Import, publication, export, hash and tables
/// walk this list; a new kind is a row here, a list in <see cref="BankContent"/> and a migration.</summary>
internal static class BankRows
{
    public static RowKind<Study> Studies { get; } =
        new("studies", StudyRows.Format, c => c.Studies, (c, rows) => c with { Studies = rows });

    public static RowKind<Finding> Findings { get; } =
        new("findings", FindingRows.Format, c => c.Findings, (c, rows) => c with { Findings = rows })
        {
            RestsOn = new("study_id", f => [f.StudyId]),
        };

    private static readonly RowKind<Assessment> Assessments = new(
        "assessments",
        ProfessionalRows.Assessments,
        c => c.Assessments,
        (c, rows) => c with { Assessments = rows }
    )
    {
        RestsOn = new("study_id", a => [a.StudyId]),
    };

    private static readonly RowKind<ProfessionalConclusion> Conclusions = new(
        "conclusions",
        ProfessionalRows.Conclusions,
        c => c.Conclusions,
        (c, rows) => c with { Conclusions = rows }
    )
    {
        RestsOn = new("basis_studies", c => c.BasisStudies),
    };

    private static readonly RowKind<PracticeCue> Cues = new(
        "cues",
        ProfessionalRows.Cues,
        c => c.Cues,
        (c, rows) => c with { Cues = rows }
    )
    {
        RestsOn = new("basis_studies", c => c.BasisStudies),
    };

    public static IReadOnlyList<RowKind> All { get; } =
    [
        Studies,
        Findings,
        Assessments,
        Conclusions,
        Cues,
        new RowKind<OpenQuestion>(
            "unknowns",
            ProfessionalRows.Unknowns,
            c => c.Unknowns,
            (c, rows) => c with { Unknowns = rows }
        ),
        new RowKind<Baseline>(
            "baselines",
            NumberRows.Baselines,
            c => c.Baselines,
            (c, rows) => c with { Baselines = rows }
        ),
        new RowKind<PublishedPool>("pools", NumberRows.Pools, c => c.Pools, (c, rows) => c with { Pools = rows }),
    ];

    /// <summary>The kind whose key and most columns the heading has; null when none fits.</summary>
    public static RowKind? Of(FileTable table, EvidenceData data)
    {
        var kinds = All.Select(kind => (Kind: kind, Columns: kind.Columns(data))).ToList();
        var header = table.Named(kinds.SelectMany(k => k.Columns), BankHeadings.Danish).Header;
        var fitting = kinds.Where(k => header.Contains(k.Columns[0])).ToList();
        // Studies, findings and assessments all name a study; the columns in common decide.
        return fitting.Count == 0
            ? null
            : fitting.MaxBy(k => k.Columns.Intersect(header).Count() * 1000 / k.Columns.Count).Kind;
    }

    /// <summary>The content as files, in a fixed order, rows by key.</summary>
    public static IEnumerable<(string Name, string Text)> Files(BankContent content, EvidenceData data) =>
        All.Select(kind => (kind.Name + ".csv", kind.Csv(content, data)));
}
