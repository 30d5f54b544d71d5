using Virker.Platform;

namespace Virker.Rules;

/// <summary>What a check of a placement reads and finds.</summary>
internal sealed class PlacementFindings
{
    private readonly RuleBook _book;
    private readonly MessageTrail _trail;

    public PlacementFindings(RuleBook book, PlacementFacts facts)
    {
        _book = book;
        Facts = facts;
        On = facts.RulesOn ?? facts.From;
        var day = Say.Date(On);
        _trail = new MessageTrail(
            book.TargetGroups.Required(facts.TargetGroup),
            On == facts.From
                ? new(
                    $"Reglerne læses for {day.Da}, den første dag.",
                    $"The rules are read for {day.En}, the first day."
                )
                : new(
                    $"Reglerne læses for {day.Da}, som aftalen følger.",
                    $"The rules are read for {day.En}, which the agreement follows."
                )
        );
    }

    public PlacementFacts Facts { get; }

    /// <summary>The day whose rules are read.</summary>
    public DateOnly On { get; }

    public IReadOnlyList<RuleMessage> Messages => _trail.Messages;

    public OfferTraits Offer => OfferKinds.Of(Facts.Kind);

    public Rule? Rule(RuleCheck check) => RuleOn(check, On);

    public Rule? RuleOn(RuleCheck check, DateOnly day) => _book.For(check, Facts.Kind, Facts.TargetGroup, day);

    public WageSubsidyRate SubsidyRate() => WageSubsidyRate.For(_book, Facts.Kind, Facts.TargetGroup, On);

    /// <summary>Known facts break the rule: as heavy as the rule says, but never a block where it is uncertain.</summary>
    public void Broken(Rule rule, Text text, Text? compared = null)
    {
        var level = (RuleLevel)rule.Breach;
        _trail.Add(rule, rule.IsUncertain && level == RuleLevel.Block ? RuleLevel.Warn : level, text, compared);
    }

    /// <summary>The rule may be broken, but a fact is missing: warns at most.</summary>
    public void Missing(Rule rule, Text text, Text? compared = null) =>
        _trail.Add(rule, rule.Breach == Breach.Inform ? RuleLevel.Inform : RuleLevel.Warn, text, compared);

    public void Inform(Rule rule, Text text, Text? compared = null) =>
        _trail.Add(rule, RuleLevel.Inform, text, compared);

    /// <summary>The book holds no rule for this, which the person has to know.</summary>
    public void NoRule(RuleLevel level, Text text) => _trail.Add(null, level, text, null);
}
