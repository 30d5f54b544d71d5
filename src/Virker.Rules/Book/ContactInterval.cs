using Virker.Platform;

namespace Virker.Rules;

/// <summary>Weeks between contacts where the law leaves the rhythm to the municipality: a norm of the house or of a
/// municipality, not law.</summary>
/// <param name="Municipality">Whose norm it is, by municipality code; empty for the house's.</param>
public sealed record ContactInterval(
    IReadOnlyList<string> Groups,
    string Municipality,
    int Weeks,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    Text Reason
)
{
    public bool IsInForce(DateOnly day) =>
        (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
