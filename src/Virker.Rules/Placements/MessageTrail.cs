using Virker.Platform;

namespace Virker.Rules;

/// <summary>Collects messages about a citizen of one target group, each with the steps that led to it.</summary>
internal sealed class MessageTrail(TargetGroup group, Text dayStep)
{
    private readonly List<RuleMessage> _messages = [];

    /// <summary>Heaviest first, otherwise in the order they were found.</summary>
    public IReadOnlyList<RuleMessage> Messages => [.. _messages.OrderByDescending(m => m.Level)];

    /// <summary>Adds a message. An uncertain rule says so in the text when it warns, and always in the trace.</summary>
    public void Add(Rule? rule, RuleLevel level, Text text, Text? compared)
    {
        var doubt = rule is null ? null : Doubt(rule);
        List<Text> trace =
        [
            new($"Målgruppe {group.Code}: {group.Name.Da}.", $"Target group {group.Code}: {group.Name.En}."),
            dayStep,
        ];
        if (rule is not null)
            trace.Add(RuleStep(rule));
        if (compared is { } step)
            trace.Add(step);
        if (doubt is { } uncertain)
        {
            trace.Add(uncertain);
            if (level != RuleLevel.Inform)
                text = new($"{text.Da} {uncertain.Da}", $"{text.En} {uncertain.En}");
        }
        _messages.Add(
            new RuleMessage(
                level,
                text,
                rule?.Id,
                rule?.Reference,
                rule?.ValidFrom,
                rule?.ValidTo,
                rule?.SourceUrl,
                rule?.Confidence,
                trace
            )
        );
    }

    private static Text RuleStep(Rule rule)
    {
        var value = Value(rule);
        var period = Validity(rule);
        var reference = rule.Reference == "" ? "" : $" ({rule.Reference})";
        return new(
            $"Regel {rule.Id}{reference}: {rule.Name.Da}{value.Da}. {period.Da}",
            $"Rule {rule.Id}{reference}: {rule.Name.En}{value.En}. {period.En}"
        );
    }

    private static Text Value(Rule rule)
    {
        if (rule.Value is not { } value)
            return new("", "");
        var text = Say.Value(value, rule.Unit);
        return new($": {text.Da}", $": {text.En}");
    }

    private static Text Validity(Rule rule)
    {
        if (rule.ValidFrom is not { } first)
            return new("Begyndelsen er ikke kendt.", "Its beginning is not known.");
        var from = Say.Date(first);
        if (rule.ValidTo is not { } last)
            return new($"Gælder fra {from.Da}.", $"In force from {from.En}.");
        var to = Say.Date(last);
        return new($"Gælder fra {from.Da} til {to.Da}.", $"In force from {from.En} to {to.En}.");
    }

    /// <summary>What to say about a rule that is not sure. A norm of practice has no date to doubt.</summary>
    private static Text? Doubt(Rule rule)
    {
        if (rule.Confidence != Confidence.High)
        {
            return new(
                "Reglen er læst i en kilde, der ikke er helt sikker. Kontrollér den.",
                "The rule was read in a source that is not quite sure. Check it."
            );
        }
        if ((rule.ValidFrom is null || !rule.IsDateExact) && rule.Topic != "practice")
        {
            return new(
                "Det er ikke sikkert, hvornår reglen begyndte at gælde. Kontrollér den.",
                "It is not certain when the rule came into force. Check it."
            );
        }
        return null;
    }
}
