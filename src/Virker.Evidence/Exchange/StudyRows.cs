using Virker.Evidence.Bank;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Exchange;

internal static class StudyRows
{
    private static readonly string[] Columns =
    [
        "study_id",
        "authors",
        "year",
        "title",
        "publication",
        "publication_type",
        "peer_reviewed",
        "country",
        "geography",
        "design",
        "method",
        "sample_size",
        "overlap_group",
        "overlap_counts",
        "overlap_note_da",
        "overlap_note_en",
        "target_group_original",
        "source_url",
        "source_kind",
        "read_depth",
        "note_da",
        "note_en",
    ];

    public static RowFormat<Study> Format(EvidenceData data)
    {
        var publications = data.Rules.Codes("publication", "unknown");
        var geographies = data.Rules.Codes("geography", "international");
        var methods = data.Rules.Codes("method", "review");
        return new("studies", Columns, row => Read(row, publications, geographies, methods), Write);
    }

    private static Study Read(
        RowReader row,
        IReadOnlyCollection<string> publications,
        IReadOnlyCollection<string> geographies,
        IReadOnlyCollection<string> methods
    ) =>
        new()
        {
            Id = row.Key("study_id"),
            Authors = row.Line1("authors"),
            Year = row.WholeNumber("year", 1900, 2100),
            Title = row.Line1("title"),
            Publication = row.Line1("publication"),
            PublicationType = row.Code("publication_type", publications),
            PeerReviewed = row.Enum<YesNoUnknown>("peer_reviewed"),
            Country = row.Line1("country", required: true),
            Geography = row.Code("geography", geographies),
            Design = row.Enum<Design>("design"),
            Method = row.Code("method", methods),
            SampleSize = row.WholeNumber("sample_size", 1),
            OverlapGroup = row.Line1("overlap_group"),
            OverlapCounts = CsvCell.ReadYes(row, "overlap_counts"),
            OverlapNote = row.Both("overlap_note"),
            TargetGroupOriginal = row.Line1("target_group_original"),
            SourceUrl = row.Url("source_url", required: true),
            SourceKind = row.Line1("source_kind"),
            ReadDepth = row.Enum<ReadDepth>("read_depth"),
            Note = row.Both("note"),
        };

    private static string[] Write(Study s) =>
        [
            s.Id,
            CsvCell.Of(s.Authors),
            CsvCell.Of(s.Year),
            CsvCell.Of(s.Title),
            CsvCell.Of(s.Publication),
            s.PublicationType,
            s.PeerReviewed.Code(),
            CsvCell.Of(s.Country),
            s.Geography,
            s.Design.Code(),
            s.Method,
            CsvCell.Of(s.SampleSize),
            CsvCell.Of(s.OverlapGroup),
            CsvCell.Of(s.OverlapCounts),
            CsvCell.Of(s.OverlapNote.Da),
            CsvCell.Of(s.OverlapNote.En),
            CsvCell.Of(s.TargetGroupOriginal),
            s.SourceUrl,
            CsvCell.Of(s.SourceKind),
            s.ReadDepth.Code(),
            CsvCell.Of(s.Note.Da),
            CsvCell.Of(s.Note.En),
        ];
}
