using Virker.Platform;

namespace Virker.Evidence.Bank;

public enum YesNoUnknown
{
    Yes,
    No,
    Unknown,
}

public enum Design
{
    Rct,
    QuasiExperimental,
    Descriptive,
    Review,
}

/// <summary>How much of the source was read by whoever entered it.</summary>
public enum ReadDepth
{
    FullText,
    Abstract,
    Secondary,
    News,
    ContentsOnly,
    PublicDataset,
}

/// <summary>
/// A publication with results. Codes for geography, method and publication type are those of
/// <c>data/rules/jobeffekter_weights.csv</c>, plus <c>international</c>, <c>review</c> and <c>unknown</c>, which carry
/// no weight.
/// </summary>
public sealed record Study
{
    public required string Id { get; init; }
    public required string Authors { get; init; }
    public int? Year { get; init; }
    public required string Title { get; init; }
    public required string Publication { get; init; }
    public required string PublicationType { get; init; }
    public YesNoUnknown PeerReviewed { get; init; }
    public required string Country { get; init; }
    public required string Geography { get; init; }
    public Design Design { get; init; }
    public required string Method { get; init; }
    public int? SampleSize { get; init; }

    /// <summary>Studies that share participants carry the same group; empty for none.</summary>
    public string OverlapGroup { get; init; } = "";

    /// <summary>False when another study of the same group is the one that counts.</summary>
    public bool OverlapCounts { get; init; } = true;
    public Text OverlapNote { get; init; }
    public string TargetGroupOriginal { get; init; } = "";
    public required string SourceUrl { get; init; }
    public string SourceKind { get; init; } = "";
    public ReadDepth ReadDepth { get; init; }
    public Text Note { get; init; }

    /// <summary>Authors and year, as in a reference: <c>Christensen TN et al. (2019)</c>.</summary>
    public Text Label =>
        new(
            $"{(Authors == "" ? Title : Authors)} ({Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "u.å."})",
            $"{(Authors == "" ? Title : Authors)} ({Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "n.d."})"
        );
}
