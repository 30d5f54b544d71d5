using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Assessments;

public enum AssessmentKind
{
    Resource,
    Wish,
    Barrier,
}

/// <param name="Source">What the code rests on; <c>own</c> where it is ours.</param>
public sealed record AssessmentCode(string Code, AssessmentKind Kind, Text Name, string Source);

/// <summary>The words an assessment may choose among: <c>data/reference/assessment.csv</c>. None is about health, which
/// asks for the citizen's consent and has a place of its own.</summary>
public static class AssessmentCodes
{
    private static readonly string[] Columns = ["code", "kind", "name_da", "name_en", "source"];

    public static IReadOnlyList<AssessmentCode> All { get; } = Read();

    private static Dictionary<string, AssessmentCode> ByCode { get; } = All.ToDictionary(c => c.Code);

    public static IEnumerable<AssessmentCode> Of(AssessmentKind kind) => All.Where(c => c.Kind == kind);

    /// <summary>The code's name; a code no longer in use speaks for itself.</summary>
    public static Text Name(string code) => ByCode.TryGetValue(code, out var known) ? known.Name : new Text(code, code);

    /// <summary>Those of the codes that are of this kind, in the order of the list.</summary>
    internal static Codes Known(AssessmentKind kind, IEnumerable<string> codes)
    {
        var chosen = codes.ToHashSet();
        return Codes.Of(Of(kind).Select(c => c.Code).Where(chosen.Contains));
    }

    private static AssessmentCode[] Read()
    {
        using var file = typeof(AssessmentCodes).Assembly.GetManifestResourceStream("assessment.csv")!;
        var format = new RowFormat<AssessmentCode>("assessment", Columns, Of, c => [c.Code]);
        var read = format.ReadAll(FileTable.Read(file, "assessment.csv"));
        return read.Errors.Count == 0
            ? [.. read.Rows.Select(r => r.Value)]
            : throw new InvalidOperationException(read.Errors[0].Message.En);
    }

    private static AssessmentCode Of(RowReader row) =>
        new(
            row.Key("code"),
            row.Enum<AssessmentKind>("kind"),
            row.Both("name", required: true),
            row.Line1("source", required: true)
        );
}
