using Virker.Casework.Storage;
using Virker.Platform;
using Virker.Platform.Import;

namespace Virker.Casework.Caseload;

/// <summary>Who set a norm: they answer different questions and are never blended into one.</summary>
public enum CaseNormKind
{
    /// <summary>The union's guidance (Dansk Socialrådgiverforening).</summary>
    Union,

    /// <summary>The rule of the IPS fidelity scale.</summary>
    Ips,
}

/// <summary>A norm for how many citizens a full-time worker has.</summary>
/// <param name="Low">Null when the norm is "at most".</param>
/// <param name="Year">Null when the source read carries no date.</param>
public sealed record CaseNorm(
    CaseNormKind Kind,
    Text Name,
    int? Low,
    int High,
    string Who,
    int? Year,
    string Source,
    string Confidence
);

/// <summary>The norms Virker knows: <c>data/reference/caseload_norms.csv</c>.</summary>
public static class CaseNorms
{
    private static readonly RowFormat<CaseNorm> Format = new(
        "caseload_norms",
        ["kind", "name_da", "name_en", "low", "high", "who", "year", "source", "confidence"],
        row => new CaseNorm(
            row.Enum<CaseNormKind>("kind"),
            row.Both("name", required: true),
            row.WholeNumber("low", 1),
            row.WholeNumber("high", 1) ?? 0,
            row.Line1("who", required: true),
            row.WholeNumber("year", 1900),
            row.Url("source", required: true),
            row.Raw("confidence")
        ),
        row => [row.Name.Da]
    );

    public static IReadOnlyList<CaseNorm> All { get; } = ShippedRows.Read(Format);

    /// <summary>The most active citizens an IPS consultant has by the scale's highest score.</summary>
    public static int Ips { get; } = All.Single(n => n.Kind == CaseNormKind.Ips).High;
}
