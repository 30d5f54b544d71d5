using System.Text;
using Virker.Evidence.Exchange;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Evidence.Tests;

/// <summary>Made-up rows for imports: a right row, with any cell changed.</summary>
internal static class Rows
{
    private static readonly Dictionary<string, string> RightStudy = new()
    {
        ["study_id"] = "made2024",
        ["authors"] = "Opdigtet, Æ. Ø. Å.",
        ["year"] = "2024",
        ["title"] = "Et opdigtet studie",
        ["publication"] = "Intet tidsskrift",
        ["publication_type"] = "other_journal",
        ["peer_reviewed"] = "yes",
        ["country"] = "Denmark",
        ["geography"] = "denmark",
        ["design"] = "rct",
        ["method"] = "rct",
        ["sample_size"] = "200",
        ["overlap_group"] = "",
        ["overlap_counts"] = "yes",
        ["overlap_note_da"] = "",
        ["overlap_note_en"] = "",
        ["target_group_original"] = "aktivitetsparate",
        ["source_url"] = "https://example.org/made2024",
        ["source_kind"] = "article",
        ["read_depth"] = "full_text",
        ["note_da"] = "Opdigtet.",
        ["note_en"] = "Made up.",
    };

    private static readonly Dictionary<string, string> RightFinding = new()
    {
        ["finding_id"] = "made1",
        ["study_id"] = "made2024",
        ["interventions"] = "ACT.BUS",
        ["intervention_original"] = "virksomhedspraktik",
        ["target_groups"] = "FAR.ALL",
        ["target_group_original"] = "aktivitetsparate",
        ["outcome"] = "EMP",
        ["outcome_original"] = "job",
        ["effect_type"] = "net",
        ["follow_up"] = "12 months",
        ["follow_up_months"] = "12",
        ["gender"] = "both",
        ["age"] = "all",
        ["education"] = "unspecified",
        ["direction"] = "positive",
        ["significant"] = "yes",
        ["measure"] = "RR",
        ["estimate"] = "1.5",
        ["ci_low"] = "1.1",
        ["ci_high"] = "2.0",
        ["se"] = "",
        ["estimate_unit"] = "",
        ["events_treated"] = "30",
        ["n_treated"] = "100",
        ["events_control"] = "20",
        ["n_control"] = "100",
        ["pool"] = "main",
        ["comparator"] = "usual effort",
        ["basis"] = "printed",
        ["basis_note_da"] = "",
        ["basis_note_en"] = "",
        ["source_url"] = "https://example.org/made2024",
        ["note_da"] = "",
        ["note_en"] = "",
    };

    public static string Study(params (string Column, string Value)[] changed) => Csv(RightStudy, changed);

    public static string Finding(params (string Column, string Value)[] changed) => Csv(RightFinding, changed);

    /// <summary>Several rows under one heading.</summary>
    public static string Together(params string[] files) =>
        files[0]
        + string.Concat(files.Skip(1).Select(file => file[(file.IndexOf('\n', StringComparison.Ordinal) + 1)..]));

    public static string Without(string csv, string column)
    {
        var table = FileTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "x.csv");
        int gone = table.Header.ToList().IndexOf(column);
        return CsvText.Write(
            [.. table.Header.Where((_, i) => i != gone)],
            table.Rows.Select(row => row.Cells.Where((_, i) => i != gone).ToList())
        );
    }

    public static EvidenceFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static EvidenceFile File(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    public static ImportOptions By(string enteredBy = "Anna", string approvedBy = "Bo", bool acceptValid = false) =>
        new(enteredBy, approvedBy, new Text("Prøve", "Test"), acceptValid);

    private static string Csv(Dictionary<string, string> right, (string Column, string Value)[] changed)
    {
        var row = new Dictionary<string, string>(right);
        foreach (var (column, value) in changed)
            row[column] = value;

        return CsvText.Write(
            [.. row.Keys],
            [
                [.. row.Values],
            ]
        );
    }
}
