using Virker.Platform;

namespace Virker.Rules;

/// <summary>Collects messages while a placement is checked, each with the steps that led to it.</summary>
internal sealed class PlacementFindings(RuleBook book, PlacementFacts facts)
{
    private readonly List<RuleMessage> _messages = [];
    private readonly TargetGroup _group =
        book.TargetGroups.Find(facts.TargetGroup)
        ?? throw new InvalidInputException(
            new($"målgruppen {facts.TargetGroup} kendes ikke", $"the target group {facts.TargetGroup} is not known")
        );

    public PlacementFacts Facts { get; } = facts;

    /// <summary>The day whose rules are read.</summary>
    public DateOnly On { get; } = facts.RulesOn ?? facts.From;

    public IReadOnlyList<RuleMessage> Messages => [.. _messages.OrderByDescending(m => m.Level)];

    public bool IsSubsidy => Facts.Kind is OfferKind.PrivateWageSubsidy or OfferKind.PublicWageSubsidy;

    public bool IsInternship => Facts.Kind == OfferKind.Internship;

    public Rule? Rule(PlacementCheck check) => book.For(check, Facts.Kind, Facts.TargetGroup, On);

    public Rule? RuleOn(PlacementCheck check, DateOnly day) => book.For(check, Facts.Kind, Facts.TargetGroup, day);

    /// <summary>Known facts break the rule: as heavy as the rule says, but never a block where it is uncertain.</summary>
    public void Broken(Rule rule, Text text, Text? compared = null)
    {
        var level = (RuleLevel)rule.Breach;
        Add(rule, rule.IsUncertain && level == RuleLevel.Block ? RuleLevel.Warn : level, text, compared);
    }

    /// <summary>The rule may be broken, but a fact is missing: warns at most.</summary>
    public void Missing(Rule rule, Text text, Text? compared = null) =>
        Add(rule, rule.Breach == Breach.Inform ? RuleLevel.Inform : RuleLevel.Warn, text, compared);

    public void Inform(Rule rule, Text text, Text? compared = null) => Add(rule, RuleLevel.Inform, text, compared);

    /// <summary>The book holds no rule for this, which the person has to know.</summary>
    public void NoRule(Text text) =>
        _messages.Add(
            new RuleMessage(RuleLevel.Warn, text, null, null, null, null, null, null, [GroupStep(), DayStep()])
        );

    private void Add(Rule rule, RuleLevel level, Text text, Text? compared)
    {
        var doubt = level == RuleLevel.Inform ? null : Doubt(rule);
        List<Text> trace = [GroupStep(), DayStep(), RuleStep(rule)];
        if (compared is { } step)
            trace.Add(step);
        if (Doubt(rule) is { } uncertain)
            trace.Add(uncertain);
        _messages.Add(
            new RuleMessage(
                level,
                doubt is { } sentence ? new($"{text.Da} {sentence.Da}", $"{text.En} {sentence.En}") : text,
                rule.Id,
                rule.Reference,
                rule.ValidFrom,
                rule.ValidTo,
                rule.SourceUrl,
                rule.Confidence,
                trace
            )
        );
    }

    private Text GroupStep() =>
        new($"Målgruppe {_group.Code}: {_group.Name.Da}.", $"Target group {_group.Code}: {_group.Name.En}.");

    private Text DayStep()
    {
        var day = Say.Date(On);
        return Facts.RulesOn is null || On == Facts.From
            ? new($"Reglerne læses for {day.Da}, den første dag.", $"The rules are read for {day.En}, the first day.")
            : new(
                $"Reglerne læses for {day.Da}, som aftalen følger.",
                $"The rules are read for {day.En}, which the agreement follows."
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
        var number = Say.Number(value);
        return rule.Unit switch
        {
            RuleUnit.Weeks or RuleUnit.Months => Colon(Say.Length(value, rule.Unit)),
            RuleUnit.OerePerHour => Colon(Say.Kroner(value)),
            RuleUnit.Percent => new($": {number.Da} %", $": {number.En} %"),
            _ => Colon(number),
        };
    }

    private static Text Colon(Text text) => new($": {text.Da}", $": {text.En}");

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
            return new(
                "Reglen er læst i en kilde, der ikke er helt sikker. Kontrollér den.",
                "The rule was read in a source that is not quite sure. Check it."
            );
        if ((rule.ValidFrom is null || !rule.IsDateExact) && rule.Topic != "practice")
            return new(
                "Det er ikke sikkert, hvornår reglen begyndte at gælde. Kontrollér den.",
                "It is not certain when the rule came into force. Check it."
            );
        return null;
    }
}
