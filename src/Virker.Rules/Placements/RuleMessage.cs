using System.Text.Json.Serialization;
using Virker.Platform;

namespace Virker.Rules;

/// <summary>How heavy a message weighs, in rising order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleLevel>))]
public enum RuleLevel
{
    /// <summary>Good to know.</summary>
    Inform,

    /// <summary>The person decides, and writes why: something is missing, uncertain or unwise.</summary>
    Warn,

    /// <summary>A sure rule is broken by known facts.</summary>
    Block,
}

/// <summary>What a rule says about a placement, in words the citizen can read, and why.</summary>
/// <param name="RuleId">The row in the rule book; null when the message is that no rule is known.</param>
/// <param name="Reference">Paragraph of the law.</param>
/// <param name="Trace">Why this limit: the target group, the day whose rules are read, the rule and its value, and what
/// was compared with what.</param>
public sealed record RuleMessage(
    RuleLevel Level,
    Text Text,
    string? RuleId,
    string? Reference,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? SourceUrl,
    Confidence? Confidence,
    IReadOnlyList<Text> Trace
);
