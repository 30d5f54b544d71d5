using Virker.Platform;

namespace Virker.Evidence.Bank;

/// <summary>One publication of the knowledge bank: who entered, who approved, when, and what it holds.</summary>
public sealed record BankVersion
{
    public required int Number { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    public required string EnteredBy { get; init; }

    /// <summary>Null only for the data shipped with the program.</summary>
    public string? ApprovedBy { get; init; }
    public Text Note { get; init; }

    /// <summary>SHA-256 of all rows of the version in their canonical CSV form, in hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The hash of the shipped files this version was published from; null for an import.</summary>
    public string? ShippedHash { get; init; }
}
