using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Virker.Rules;

namespace Virker.Casework.Placements;

/// <summary>What a placement's rules were asked for.</summary>
public enum CheckedFor
{
    Start,
    Extension,
}

/// <summary>One asking of the rules: the facts as they were known, what the rules said, and what the worker answered.
/// A placement keeps every one.</summary>
/// <param name="Answer">Why the worker went on although a rule warned; null when none did.</param>
public sealed record KeptCheck(
    CheckedFor For,
    DateTimeOffset At,
    Guid By,
    PlacementFacts Facts,
    IReadOnlyList<RuleMessage> Messages,
    string? Answer
)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The checks as <see cref="Placement.RuleMessages"/> keeps them, oldest first.</summary>
    internal static string Write(params IEnumerable<KeptCheck> checks) => JsonSerializer.Serialize(checks, Plain);

    internal static IReadOnlyList<KeptCheck> Read(string json) =>
        JsonSerializer.Deserialize<List<KeptCheck>>(json, Plain) ?? [];
}
