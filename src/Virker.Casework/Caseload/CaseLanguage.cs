using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Caseload;

/// <summary>A language a worker may need to speak with a citizen, by its two-letter code (ISO 639-1).</summary>
public sealed record CaseLanguage(string Code, Text Name, string Source);

/// <summary>The languages to choose among: <c>data/reference/languages.csv</c>.</summary>
public static class CaseLanguages
{
    private static readonly RowFormat<CaseLanguage> Format = new(
        "languages",
        ["code", "name_da", "name_en", "source"],
        row => new CaseLanguage(
            row.Line1("code", required: true),
            row.Both("name", required: true),
            row.Url("source", required: true)
        ),
        row => [row.Code]
    );

    public static IReadOnlyList<CaseLanguage> All { get; } = ShippedRows.Read(Format);

    public static CaseLanguage? Find(string code) => All.FirstOrDefault(l => l.Code == code);
}
